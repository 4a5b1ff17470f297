import TestSupport
import Testing

/// Files nobody here wrote. What is right is said beside each; none of their rows is copied.
@Suite(.enabled(if: SharedFolder.has("fixtures/canvas"), "the folder of real files is absent"))
struct CanvasFileTests {
    private func run(_ name: String, _ options: String...) throws -> (Workplace, Outcome) {
        let workplace = try Workplace()
        try workplace.write("file.csv", try SharedFolder.bytes("fixtures/canvas/" + name))
        return (workplace, try workplace.run(["recommend", "file.csv"] + options))
    }

    @Test func aWholeExport() throws {
        let (_, outcome) = try run("From Canvas.csv", "--limit", "100")
        // Eight learners and the test student; attendance and a bonus are no work.
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 8)
        #expect(outcome.messages.contains("8 learners, 4 columns of work, 32 scores"))
        #expect(outcome.messages.contains("file.csv:11: test-student"))
        let learners = try outcome.objects()
        let work = Set((1_000_002...1_000_005).map(String.init))
        #expect(learners.allSatisfy { $0.number("scores") == 4 && work.isSuperset(of: $0.items) })
        // Everything of the first learner is above the goal; the fourth has 55, 70, 65 and 58 of 100.
        #expect(learners[0].items.isEmpty)
        #expect(Set(learners[3].items) == ["1000002", "1000004", "1000005"])
        #expect(Set(learners.compactMap { $0.string("mode") }) != ["either"])
    }

    @Test func carriageReturnsAndNoScores() throws {
        let (_, outcome) = try run("basic_course.csv")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 7)
        let learners = try outcome.objects()
        #expect(learners.allSatisfy { $0.items == ["Assignment 1"] && $0.string("action") == "prepare" })
        #expect(learners.allSatisfy { $0.fields("pacing")?.codes.contains("drawn_by_lot") == true })
        #expect(Set(learners.compactMap { $0.string("mode") }) != ["either"])
    }

    @Test func twoPeopleWithOneID() throws {
        let (workplace, outcome) = try run("some_changes.csv")
        #expect(outcome.status == 3)
        #expect(outcome.lines.count == 7)
        #expect(outcome.messages.contains("error: file.csv:10:2: duplicate-learner"))
        // Header, points possible, the row.
        #expect(workplace.text("file.rejects.csv")?.split(separator: "\n").count == 3)
        // The column of attendance is set aside.
        #expect(try outcome.objects().allSatisfy { $0.items == ["Quiz 1 1"] })
    }

    @Test func pointsPossibleAndMutedAnywhere() throws {
        let (_, outcome) = try run("importer_spec_points_possible_and_muted_anywhere.csv")
        #expect(outcome.status == 0)
        #expect(try outcome.objects().map { $0.string("learner") } == ["6", "4"])
    }

    @Test(arguments: [
        ("default_gradebook.csv", "not-a-known-format"), ("test_outcomes_1.csv", "learning outcomes"),
    ])
    func refused(_ name: String, _ message: String) throws {
        let (workplace, outcome) = try run(name)
        #expect(outcome.status == 65)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message))
        #expect(try workplace.names() == ["file.csv"])
    }
}
