import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Exports of Gradescope, made up after their headers.
struct GradescopeTests {
    private func read(_ text: String, name: String, _ options: ReadOptions = ReadOptions()) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: name, bytes: Array(text.utf8)), options: options)
    }

    private static let header =
        "First Name,Last Name,SID,Email,Sections,Total Score,Max Points,Status,Submission ID,Submission Time,"
        + "Lateness (H:M:S),View Count,Submission Count"

    @Test func questions() throws {
        let read = try read(
            Self.header + """
                ,1: Roots (5.0 pts),"2.1: Why (not)? (2.5 pts)"
                Ann,Ask,101,ann@x.edu,01,6.0,7.5,Graded,9001,2026-03-02 15:44:18 -0500,96:00:00,1,2,5.0,1.0
                Bo,Birk,102,bo@x.edu,01,0.0,7.5,Missing,,,,,0,0.0,0.0
                Cy,Carr,,cy@x.edu,02,5.0,7.5,Ungraded,9003,2026-03-02 15:44:18 -0500,00:00:00,1,1,5.0,
                Di,Dorn,104,di@x.edu,02,0.0,7.5,Graded,9004,2026-03-02 15:44:18 -0500,00:00:00,1,1,0.0,0.0

                """, name: "Midterm_scores.csv")
        #expect(read.format == .gradescope && !read.hasErrors)
        #expect(read.learnerIDs == ["101", "102", "cy@x.edu", "104"] && read.log.learners[0].section == "01")
        #expect(read.itemIDs == ["Midterm: 1: Roots", "Midterm: 2.1: Why (not)?"])
        #expect(read.log.items.map(\.maximum) == [5, 2.5])
        #expect(
            read.log.events.map(\.status) == [
                .scored, .scored, .missing, .missing, .scored, .notYetGraded, .scored, .scored,
            ])
        #expect(read.log.events[0].score == 1 && read.log.events[1].score == 0.4 && read.log.events[7].score == 0)
        // 15:44:18 at -0500 is 20:44:18 UTC on 2 March 2026.
        #expect(read.log.events[0].at == 1_772_484_258)
    }

    /// Of columns with one name the first if they all say the same, else none; and none without a name.
    @Test func columnsOfOneName() throws {
        let read = try read(
            Self.header + """
                ,1: A (5.0 pts),1: A (5.0 pts),1: A (5.0 pts),2: B (5.0 pts),2: B (5.0 pts), (5.0 pts)
                Ann,Ask,101,ann@x.edu,01,6.0,7.5,Graded,9001,2026-03-02 15:44:18 -0500,96:00:00,1,2,5,4,5,3,3,1

                """, name: "Midterm_scores.csv")
        #expect(read.itemIDs == ["Midterm: 2: B"] && read.log.events.map(\.score) == [0.6])
        #expect(read.places(.duplicateColumn) == ["1:15", "1:16", "1:18"] && read.places(.unnamedItem) == ["1:19"])
    }

    /// Where headers do not say what questions are worth, the total is read; it may be out of another number in each
    /// row.
    @Test func totals() throws {
        let text =
            Self.header + """
                ,Q1: Roots
                Ann,Ask,101,ann@x.edu,01,6.0,8.0,Graded,9001,2026-03-02 15:44:18 -0500,00:00:00,1,2,6.0
                Bo,Birk,102,bo@x.edu,01,6.0,12.0,Graded,9002,2026-03-02 15:44:18 -0500,00:00:00,1,1,6.0
                Cy,Carr,103,cy@x.edu,02,5.0,8.0,Ungraded,9003,2026-03-02 15:44:18 -0500,00:00:00,1,1,5.0
                Di,Dorn,104,di@x.edu,02,3.0,8.0,Missing,,,,,0,
                Ed,East,105,ed@x.edu,02,3.0,eight,Graded,,,,,0,
                Fi,Fry,106,fi@x.edu,02,3.0,8.0,Lost,,,,,0,

                """
        let read = try read(text, name: "Final.csv")
        #expect(read.itemIDs == ["Final"])
        #expect(read.log.events.map(\.status) == [.scored, .scored, .notYetGraded, .missing, .scored])
        #expect(read.log.events[0].score == 0.75 && read.log.events[1].score == 0.5)
        #expect(read.places(.ignoredColumn) == ["1:14"] && read.places(.statusAgainstScore) == ["5:6"])
        #expect(read.places(.badMaximum) == ["6:7"] && read.rejects.map(\.line) == [6])
        #expect(read.places(.unknownStatus) == ["7:8"])
        let stated = try self.read(text, name: "standard input", ReadOptions(maximum: 8))
        #expect(stated.itemIDs == ["Q1: Roots"] && stated.log.events[0].score == 0.75)
    }

    @Test func course() throws {
        let read = try read(
            """
            First Name,Last Name,SID,Email,section_name,HW 1,HW 1 - Max Points,HW 1 - Submission Time,\
            HW 1 - Lateness (H:M:S),Lab,Lab - Max Points,Lab - Submission Time,Lab - Lateness (H:M:S),\
            Total Lateness (H:M:S)
            Ann,Ask,101,ann@x.edu,A,8.0,10.0,2026-03-02 15:44:18 -0500,49:00:00,0.0,4.0,\
            2026-03-03 10:00:00 -0500,0:00:00,49:00:00
            Bo,Birk,102,bo@x.edu,A,0.0,10.0,,,,4.0,,,0:00:00
            Cy,Carr,103,cy@x.edu,A,,10.0,2026-03-02 15:44:18 -0500,0:00:00,5.0,4.0,,,0:00:00

            """, name: "grades.csv")
        #expect(read.format == .gradescope && read.itemIDs == ["HW 1", "Lab"] && !read.hasErrors)
        // Nothing handed in is missing, with 0.0 or without; 0 for what was handed in is a score.
        #expect(
            read.log.events.map(\.status) == [.scored, .scored, .missing, .missing, .notYetGraded, .scored])
        #expect(read.log.events.map { $0.status == .scored ? $0.score : -1 } == [0.8, 0, -1, -1, -1, 1.25])
        #expect(read.findingTotals[.extraCredit] == 1)
    }

    @Test func roster() {
        let error = refusal("First Name,Last Name,SID,Email,Role,Section\nAnn,Ask,101,ann@x.edu,Student,01\n")
        #expect(error?.finding.rule == .wrongKindOfFile)
        #expect(error?.finding.message.contains("roster") == true)
    }
}

/// Files nobody here wrote, counted by eye.
@Suite(.enabled(if: SharedFolder.has("fixtures/gradescope")))
struct GradescopeFixtureTests {
    /// Two scores of 100 and one that is missing; the questions do not say what they are worth.
    @Test func assignment() throws {
        let name = "assignment_scores_test_snippet.csv"
        let read = try EvidenceReader.read(
            SourceFile(name: name, bytes: try SharedFolder.bytes("fixtures/gradescope/" + name)))
        #expect(read.counts.learners == 3 && read.counts.items == 1 && !read.hasErrors)
        #expect(read.log.events.map(\.status) == [.scored, .scored, .missing])
        #expect(read.log.events[0].score == 0.95 && read.log.events[1].score == 0.8)
    }

    @Test func roster() throws {
        let error = refusal(try SharedFolder.bytes("fixtures/gradescope/edubag_roster.csv"))
        #expect(error?.finding.rule == .wrongKindOfFile)
    }
}
