import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Exports of DataShop, made up after the shape of its own.
struct DataShopTests {
    private static let transactions = [
        [
            "Row", "Transaction Id", "Anon Student Id", "Time", "Time Zone", "Problem Name", "Step Name",
            "Attempt At Step", "Outcome", "Input", "KC (Default)", "KC Category (Default)", "KC (Default)",
            "KC (Other)",
        ],
        ["1", "t1", "Stu_a", "2026-02-03 10:00:00", "UTC", "P1", "s1 Press", "1", "HINT", "", "add", "", "carry", "x"],
        [
            "2", "t2", "Stu_a", "2026-02-03 10:00:09", "UTC", "P1", "s1 Press", "2", "INCORRECT", "say \"two\"", "add",
            "",
            "carry", "x",
        ],
        [
            "3", "t3", "Stu_a", "2026-02-03 10:00:20", "UTC", "P1", "s1 Press", "3", "CORRECT", "\"3", "add", "",
            "carry", "x",
        ],
        // The same row once more.
        [
            "4", "t3", "Stu_a", "2026-02-03 10:00:20", "UTC", "P1", "s1 Press", "3", "CORRECT", "\"3", "add", "",
            "carry", "x",
        ],
        ["5", "t5", "Stu_b", "2026-02-03 11:00:00", "UTC", "P1", "done", "1", "CORRECT", "", "", "", "", "x"],
        ["6", "t6", "Stu_b", "2026-02-03 11:00:00", "UTC", "P2", "done", "1", "PERHAPS", "", "", "", "", "x"],
        ["7", "t7", "", "2026-02-03 11:00:00", "UTC", "P2", "done", "1", "CORRECT", "", "", "", "", "x"],
    ].map { $0.joined(separator: "\t") }

    @Test(arguments: ["\n", "\r\n", "\r"]) func transactions(_ end: String) throws {
        let read = try read(Self.transactions.joined(separator: end) + end)
        #expect(read.format == .dataShop)
        #expect(read.log.learners.map(\.id) == ["Stu_a", "Stu_b"])
        #expect(read.log.items.map(\.id) == ["P1: s1 Press", "P1: done"])
        #expect(read.log.items.map { $0.skills.map(\.skill) } == [["add", "carry"], []])
        // A quote in a cell is a letter; the hint is no answer and counts with the next; a transaction told twice is one.
        #expect(read.log.events.map(\.score) == [0, 1, 1] && read.log.events.map(\.attempt) == [2, 3, 1])
        #expect(read.log.events[0].at == 1_770_112_809 && read.log.events.map(\.hints) == [1, 0, 0])
        #expect(read.findingTotals[.notAnAnswer] == 1 && read.counts.duplicatesDropped == 1)
        #expect(read.places(.notANumber) == ["7:9"] && read.places(.blankID) == ["8:3"])
        #expect(read.rejects.map(\.line) == [7, 8])
        #expect(read.places(.ignoredColumn) == ["1:0"])
        // Names of learners stand in no message.
        #expect(!read.findings.contains { $0.message.contains("Stu_") || $0.excerpt.contains("Stu_") })
    }

    @Test func studentSteps() throws {
        let rows = [
            [
                "Row", "Anon Student Id", "Problem Name", "Problem View", "Step Name", "First Transaction Time",
                "First Attempt", "Incorrects", "Hints", "Corrects", "KC (Model)", "Opportunity (Model)",
            ],
            ["1", "Stu_a", "P1", "1", "s1", "2026-02-03 10:00:00", "hint", "0", "2", "1", "add~~carry", "1~~1"],
            ["2", "Stu_a", "P1", "1", "s2", "2026-02-03 10:01:00", "correct", "0", "0", "1", ".", "."],
            ["3", "Stu_a", "P1", "2", "s1", "2026-02-03 10:02:00", "incorrect", "1", "0", "1", "add~~carry", "2~~2"],
        ].map { $0.joined(separator: "\t") }.joined(separator: "\n")
        let read = try read(rows)
        #expect(read.log.events.map(\.score) == [0, 1, 0])
        #expect(read.log.items.map { $0.skills.map(\.skill) } == [["add", "carry"], []])
        // No column says what zone the times are in.
        #expect(read.findingTotals[.badTime] == 1 && !read.hasErrors)
        #expect(read.log.events[0].at == 1_770_112_800 && read.log.events.allSatisfy { $0.hints == -1 })
    }

    /// Hints of several steps and people side by side; those that no answer follows are of nothing.
    @Test func hintsGoWithTheNextAnswer() throws {
        func row(_ learner: String, _ step: String, _ outcome: String) -> String {
            [learner, "2026-02-03 10:00:00", "P", step, outcome].joined(separator: "\t")
        }
        let read = try read(
            [
                "Anon Student Id\tTime\tProblem Name\tStep Name\tOutcome", row("a", "s", "HINT"), row("a", "t", "HINT"),
                row("b", "s", "CORRECT"), row("a", "s", "INITIAL_HINT"), row("a", "s", "INCORRECT"),
                row("a", "s", "CORRECT"), row("a", "t", "CORRECT"), row("b", "t", "HINT"),
            ].joined(separator: "\n"))
        #expect(read.log.events.map(\.hints) == [0, 2, 0, 1])
        #expect(read.learnerIDs == ["b", "a"] && read.findingTotals[.notAnAnswer] == 1)
    }

    /// Rows stand in no order, and of two samples that overlap each has the same rows.
    @Test func hintsGoByTheirMoments() throws {
        func row(_ id: String, _ second: Int, _ outcome: String) -> String {
            [id, "a", "2026-02-03 10:00:0\(second)", "P", "s", outcome].joined(separator: "\t")
        }
        let read = try read(
            [
                "Transaction Id\tAnon Student Id\tTime\tProblem Name\tStep Name\tOutcome", row("t4", 4, "CORRECT"),
                row("t2", 2, "INCORRECT"), row("t1", 1, "HINT"), row("t3", 3, "HINT"), row("t1", 1, "HINT"),
                row("t2", 2, "INCORRECT"), row("t0", 0, "HINT"), row("t5", 5, "HINT"),
            ].joined(separator: "\n"))
        #expect(read.log.events.map(\.score) == [0, 1] && read.log.events.map(\.hints) == [2, 1])
        #expect(read.counts.duplicatesDropped == 1)
    }

    /// Of a step with a moment that is missing the rows tell what came before what.
    @Test func hintsWithoutAMoment() throws {
        let read = try read(
            "Anon Student Id\tTime\tProblem Name\tStep Name\tOutcome\na\t\tP\ts\tHINT\n"
                + "a\t2026-02-03 10:00:00\tP\ts\tCORRECT\na\t2026-02-03 10:00:05\tP\ts\tCORRECT\n")
        #expect(read.log.events.map(\.hints) == [1, 0])
    }

    /// Without ids of transactions a moment and the number of the try tell a row from another.
    @Test func hintsToldTwiceWithoutIds() throws {
        func row(_ second: Int, _ attempt: Int, _ outcome: String) -> String {
            ["a", "2026-02-03 10:00:0\(second)", "P", "s", "\(attempt)", outcome].joined(separator: "\t")
        }
        let read = try read(
            [
                "Anon Student Id\tTime\tProblem Name\tStep Name\tAttempt At Step\tOutcome", row(0, 1, "HINT"),
                row(0, 1, "HINT"), row(0, 2, "HINT"), row(1, 3, "CORRECT"), row(2, 4, "HINT"), row(2, 4, "CORRECT"),
                row(3, 5, "CORRECT"),
            ].joined(separator: "\n"))
        // A hint and an answer are two, though everything else about them is the same.
        #expect(read.log.events.map(\.hints) == [2, 1, 0])
    }

    /// A learner typed a quote, which DataShop does not close; the file is recognised all the same.
    @Test func aQuoteInTheFirstRows() throws {
        let read = try read(
            "Anon Student Id\tTime\tProblem Name\tStep Name\tOutcome\tInput\n"
                + "a\t2026-02-03 10:00:00\tp\ts\tCORRECT\t\"3\nb\t2026-02-03 10:00:00\tp\ts\tINCORRECT\t4\n")
        #expect(read.format == .dataShop && read.log.events.map(\.score) == [1, 0] && !read.hasErrors)
    }

    @Test func aColumnIsMissing() throws {
        let error = refusal("Anon Student Id\tProblem Name\na\tb\n")
        #expect(error?.finding.rule == .missingColumn && error?.finding.line == 1)
    }
}

/// Exports nobody here wrote, counted with awk.
@Suite(.enabled(if: SharedFolder.has("fixtures/datashop")))
struct DataShopFixtureTests {
    private func read(_ name: String) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: name, bytes: try SharedFolder.bytes("fixtures/datashop/" + name)))
    }

    @Test func transactions() throws {
        let read = try read("ds96_tx_export_example.txt")
        #expect(read.counts.learners == 7 && read.counts.items == 253)
        #expect(read.counts.scored == 1743 && !read.hasErrors)
        #expect(read.log.events.count { $0.score == 1 } == 993)
        #expect(Set(read.log.items.flatMap { $0.skills.map(\.skill) }).count == 20)
    }

    @Test func studentSteps() throws {
        let read = try read("ds1_student_step_export.txt")
        #expect(read.counts.scored == 18 && read.log.events.count { $0.score == 1 } == 9)
    }
}
