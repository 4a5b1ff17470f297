import Foundation
import Testing

/// `--zeros`: missing work entered as 0 is told from scores, listed, and taken at its word where that is asked for.
struct ZeroTests {
    /// The sample class with zeros for a good learner in two columns that had scores, and for four others in one.
    private static func gradebook() throws -> (text: String, learner: String, items: [String]) {
        let header = try CSV.rows(Sample.text(Sample.gradebook))[0]
        let first = try #require(header.firstIndex { $0.hasPrefix("Homework") })
        var learner = ""
        var places: [Int] = []
        let text = try Sample.gradebook(learners: 30) { row, cells in
            var cells = cells
            if [5, 14, 23, 27].contains(row),
                let place = cells.indices.last(where: { $0 < cells.count - 4 && Double(cells[$0]) != nil })
            {
                cells[place] = "0.0"
            }
            guard row == 13 else { return cells }
            learner = cells[1]
            places = Array(cells.indices.filter { $0 >= first && Double(cells[$0]) != nil }.prefix(2))
            for place in places { cells[place] = "0.0" }
            return cells
        }
        let items = places.map { place in
            String(header[place].dropLast().split(separator: "(").last ?? "")
        }
        return (text, learner, items)
    }

    private func lines(_ options: [String]) throws -> (learner: Fields, messages: String) {
        let (text, learner, _) = try Self.gradebook()
        let place = try Workplace()
        let outcome = try place.run(["recommend", place.write("grades.csv", text), "--output", "jsonl"] + options)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let fields = try #require(try outcome.objects().first { $0.string("learner") == learner })
        return (fields, outcome.messages)
    }

    @Test func zerosThatLookLikeMissingWorkAreListed() throws {
        let (_, _, items) = try Self.gradebook()
        let (learner, messages) = try lines([])
        let zeros = learner.list("zeros")
        #expect(zeros.compactMap { $0.string("item") } == items)
        for zero in zeros {
            let probability = try #require(zero.number("p_missing"))
            #expect(probability > 0.5 && probability <= 1 && zero.number("value") == nil)
        }
        #expect(messages.contains("6 zeros look like missing work and are read as that"), "\(messages)")
        #expect(messages.contains("row 14, Homework"), "\(messages)")
    }

    @Test func atTheirWordTheyAreScores() throws {
        let (before, messages) = try lines(["--zeros", "score"])
        #expect(before.list("zeros").isEmpty && !messages.contains("missing work"))
        let (after, _) = try lines(["--zeros", "auto"])
        #expect(before.number("scores") == after.number("scores").map { $0 + 2 })
    }

    @Test func everyZeroCanBeMissing() throws {
        let (learner, messages) = try lines(["--zeros", "missing"])
        #expect(learner.list("zeros").count == 2)
        #expect(learner.list("zeros").allSatisfy { $0.number("p_missing") == 1 })
        #expect(messages.contains("as --zeros missing says"), "\(messages)")
    }

    @Test func conveneSaysSoInALine() throws {
        let (text, _, _) = try Self.gradebook()
        let place = try Workplace()
        let outcome = try place.run(
            ["convene", place.write("grades.csv", text), "--output", "csv"] + ConveneTests.slots)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages.contains("6 zeros look like missing work"), "\(outcome.messages)")
    }

    @Test func checkListsThem() throws {
        let (text, _, items) = try Self.gradebook()
        let place = try Workplace()
        let name = try place.write("grades.csv", text)
        let table = try place.run("check", name, "--all", "--output", "table")
        #expect(String(decoding: table.bytes, as: UTF8.self).contains("6 zeros look like missing work"))
        let course = try #require(
            try place.run("check", name, "--output", "json").objects().first?.list("courses").first)
        let zeros = course.list("zeros")
        #expect(zeros.count == 6 && zeros.filter { $0.number("row") == 14 }.compactMap { $0.string("item") } == items)
        #expect(zeros.allSatisfy { ($0.number("p_missing") ?? 0) > 0.5 && $0.number("value") == 0 })
    }

    @Test func anotherWordIsRefused() throws {
        let outcome = try Workplace().run(["recommend", Sample.gradebook, "--zeros", "perhaps"])
        #expect(outcome.status == 64 && outcome.messages.contains("--zeros"), "\(outcome.messages)")
        let catalogue = try Workplace().run(["recommend"] + PracticeSample.files + ["--zeros", "score"])
        #expect(catalogue.status == 64 && catalogue.messages.contains("--catalogue"), "\(catalogue.messages)")
    }
}
