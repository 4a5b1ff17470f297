import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Files nobody here wrote. What is right is said beside each; none of their rows is copied.
@Suite(.enabled(if: SharedFolder.has("fixtures/canvas")))
struct CanvasFixtureTests {
    func fixture(_ name: String) throws -> SourceFile {
        SourceFile(name: name, bytes: try SharedFolder.bytes("fixtures/canvas/" + name))
    }

    @Test func aWholeExport() throws {
        let read = try EvidenceReader.read(fixture("From Canvas.csv"))
        // Eight learners; the ninth row is Canvas's test student. Six assignments; sixteen totals are none.
        #expect(read.format == .canvasGradebook)
        #expect(read.counts.learners == 8)
        #expect(read.itemIDs == (1_000_001...1_000_006).map(String.init))
        #expect(read.counts.scored == 48)
        #expect(read.places(.testStudent) == ["11:0"])
        #expect(read.log.items.map(\.kind) == [.attendance, .work, .work, .work, .work, .bonus])
        #expect(read.log.items.map(\.maximum) == [100, 100, 100, 100, 100, 10])
        // First learner, second assignment: 88 of 100. Sixth learner, bonus: 10 of 10.
        #expect(read.score("2000001", "1000002") == 0.88)
        #expect(read.score("2000006", "1000006") == 1)
        #expect(read.score("2000001", "1000006") == 0)
        #expect(!read.hasErrors)
    }

    @Test func carriageReturnsAndATeachersComments() throws {
        let read = try EvidenceReader.read(fixture("basic_course.csv"))
        // Lines end in CR alone. "Comments" holds no grades, "Final Score (read only)" is computed.
        #expect(read.itemIDs == ["Assignment 1"])
        #expect(read.counts.learners == 7)
        #expect(read.counts.unknownBlank == 7)
        #expect(read.places(.customColumn) == ["1:5"])
        #expect(read.log.items[0].maximum == nil)
    }

    @Test func twoPeopleWithOneID() throws {
        let read = try EvidenceReader.read(fixture("some_changes.csv"))
        // Lines 5 and 10 carry the same id and different names: the first stays, the other goes back.
        #expect(read.counts.learners == 7)
        #expect(read.places(.duplicateLearner) == ["10:2"])
        #expect(read.rejects.map(\.line) == [10])
        #expect(read.log.items.map(\.maximum) == [20, nil])
        #expect(read.log.items.map(\.kind) == [.work, .attendance])
    }

    @Test func pointsPossibleAndMutedAnywhere() throws {
        let read = try EvidenceReader.read(fixture("importer_spec_points_possible_and_muted_anywhere.csv"))
        // Two learners, one of them above the points possible; neither special row is a learner.
        #expect(read.learnerIDs == ["6", "4"])
        #expect(read.itemIDs == ["Assignment 1"])
        #expect(read.log.items[0].maximum == 10)
        #expect(read.counts.unknownBlank == 2)
    }

    @Test func aTableThatIsNoGradebook() throws {
        let error = refusal(try fixture("default_gradebook.csv").bytes)
        // Its first header is blank and nothing identifies learners.
        #expect(error?.finding.rule == .notAKnownFormat)
        #expect(error?.finding.message.contains("Student") == true)
        #expect(error?.finding.message.contains("ID") == true)
    }

    @Test func outcomesAreNoGrades() throws {
        let error = refusal(try fixture("test_outcomes_1.csv").bytes)
        #expect(error?.finding.rule == .wrongKindOfFile)
        #expect(error?.finding.message.contains("learning outcomes") == true)
    }
}
