import TestSupport
import Testing

/// The same input gives the same bytes, wherever and how often.
struct RepeatTests {
    @Test(arguments: ["jsonl", "csv", "table"]) func sameInputSameBytes(_ form: String) throws {
        let workplace = try Workplace()
        let arguments = ["recommend", Sample.gradebook, "--skills", Sample.skills, "--output", form]
        let first = try workplace.run(arguments)
        #expect(!first.bytes.isEmpty)
        let environments: [[String: String]] = [
            [:], ["OPENBLAS_NUM_THREADS": "2"], ["OMP_NUM_THREADS": "2"], ["LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR"],
            ["TZ": "Asia/Tokyo", "HOME": "/nowhere"],
        ]
        for environment in environments {
            let again = try workplace.run(arguments, environment: environment)
            #expect(again.bytes == first.bytes, "\(environment)")
            #expect(Self.lasting(again.messages) == Self.lasting(first.messages), "\(environment)")
        }
    }

    /// Messages but for how far the work is, which depends on how busy the machine is.
    private static func lasting(_ messages: String) -> [Substring] {
        messages.split(separator: "\n").filter { !$0.hasPrefix("estimating:") }
    }

    @Test func standardInputAndAnOutputFile() throws {
        let workplace = try Workplace()
        let direct = try workplace.run("recommend", Sample.gradebook, "--output", "jsonl")
        let piped = try workplace.run("recommend", "-", "--output", "jsonl", input: Sample.text(Sample.gradebook))
        #expect(piped.bytes == direct.bytes)
        #expect(piped.messages.contains("standard input:33: test-student"))
        // Not a terminal, so JSON lines unless told otherwise.
        let written = try workplace.run("recommend", Sample.gradebook, "--out", "advice.jsonl")
        #expect(written.status == 0)
        #expect(written.bytes.isEmpty)
        #expect(workplace.text("advice.jsonl") == direct.text)
        #expect(try workplace.names() == ["advice.jsonl"])
    }

    @Test func quietSaysNothing() throws {
        let outcome = try Workplace().run("recommend", Sample.gradebook, "--quiet")
        #expect(outcome.status == 0)
        #expect(outcome.messages.isEmpty)
        #expect(outcome.lines.count == 30)
    }

    @Test func theOrderOfRowsMovesLinesAndNoMastery() throws {
        let workplace = try Workplace()
        let lines = try Sample.gradebookLines()
        try workplace.write("turned.csv", (lines[0..<2] + lines[2..<32].reversed()).joined(separator: "\n"))
        let (first, turned) = (
            try workplace.run("recommend", Sample.gradebook), try workplace.run("recommend", "turned.csv")
        )
        let before = Dictionary(uniqueKeysWithValues: try first.objects().map { ($0.string("learner") ?? "", $0) })
        for learner in try turned.objects() {
            let old = try #require(before[learner.string("learner") ?? ""])
            for (a, b) in zip(learner.list("mastery"), old.list("mastery")) {
                #expect(abs(try #require(a.number("success")) - #require(b.number("success"))) < Tolerance.figure)
            }
            #expect(learner.fields("pacing")?.flag("seated") == old.fields("pacing")?.flag("seated"))
            // The order decides which learners the back-test hides, and with it what a close call falls on.
            if learner.string("basis") == old.string("basis") { #expect(learner.items == old.items) }
        }
    }
}
