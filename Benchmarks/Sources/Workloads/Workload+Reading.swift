import InventedCourses
import JSONText
import SyncopateFormats
import SyncopateStudents

extension Workload {
    /// Bytes to what they say.
    static let reading = [
        Workload("json-line", "requests of step read, and their identities written again", 500, "line", repeats: 10) {
            _ in
            var traffic = Traffic(
                try PracticeSetup.course(), learners: 100, seed: 2)
            let lines = (0..<500).map { _ in traffic.step() }
            var tape = JSONTape()
            var json = JSONWriter()
            return { _ in
                json.removeAll()
                for line in lines {
                    try line.withUnsafeBufferPointer { try tape.read(UnsafeBufferPointer(rebasing: $0.dropLast())) }
                    guard let params = tape.member(JSONTape.root, "params") else { continue }
                    json.beginObject()
                    json.key("id")
                    json.integer(tape.member(JSONTape.root, "id").flatMap { tape.integer($0) } ?? 0)
                    json.key("learner")
                    json.string(tape.member(params, "learner").map { tape.string($0) } ?? "")
                    json.key("item")
                    json.string(tape.member(params, "item").map { tape.string($0) } ?? "")
                    json.key("score")
                    json.number(tape.member(params, "score").flatMap { tape.number($0) } ?? 0)
                    json.endObject()
                    json.newline()
                }
                return json.bytes.count
            }
        },
        Workload("csv-tidy", "a tidy log of eight columns, to evidence", 150_000, "byte", repeats: 3) { _ in
            log(.full, 150_000)
        },
        Workload(
            "csv-tidy-plain", "a tidy log of four columns, to evidence", 600_000, "byte", repeats: 3, isQuick: false
        ) {
            _ in log(.plain, 600_000)
        },
        Workload(
            "csv-canvas", "a Canvas gradebook of 100 learners and 40 columns, to evidence", 4_000, "cell", repeats: 5
        ) {
            _ in gradebook(learners: 100, columns: 40)
        },
        Workload("csv-canvas-large", "the same of 1,000 and 100", 100_000, "cell", repeats: 1, isQuick: false) { _ in
            gradebook(learners: 1_000, columns: 100)
        },
    ]

    private static func log(_ log: InventedLog, _ size: Int) -> Work {
        reading(SourceFile(name: "log.csv", bytes: log.bytes(atLeast: size, learners: 300, items: 500)))
    }

    private static func gradebook(learners: Int, columns: Int) -> Work {
        let drawn = SampleClass(learners: learners, columns: columns, skills: 8, seed: 1)
        return reading(SourceFile(name: "gradebook.csv", bytes: Array(drawn.canvasGradebook().utf8)))
    }

    private static func reading(_ file: SourceFile) -> Work {
        { _ in try EvidenceReader.read(file).log.events.count }
    }
}
