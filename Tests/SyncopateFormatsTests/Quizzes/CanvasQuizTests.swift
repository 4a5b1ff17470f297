import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Student Analyses of quizzes, made up after the source of Canvas's exporter.
struct CanvasQuizTests {
    private static let rows = [
        "name,id,sis_id,section,section_id,section_sis_id,submitted,attempt,\"501: Which\nof these?\",2.0,"
            + "502: <p>Why is 1 < 2?</p>,2.0,503: Read this,0.0,n correct,n incorrect,score",
        "Ida Berg,71,S71,Blue,3,,2026-02-03 10:00:00 UTC,2,b,2.0,Because,1.5,,0.0,1,1,3.5",
        "Jo Dahl,72,S72,Blue,3,,2026-02-03 09:30:00 UTC,1,a,0.0,,,,0.0,0,1,0.0",
        "Ida Berg,71,S71,Blue,3,,2026-02-03 09:00:00 UTC,1,a,0.0,So,,,0.0,0,2,0.0",
    ]

    @Test(arguments: ["\n", "\r\n", "\r"]) func everyAttempt(_ end: String) throws {
        let read = try read(Self.rows.joined(separator: end) + end)
        #expect(read.format == .canvasQuiz && !read.hasErrors)
        #expect(read.log.learners.map(\.id) == ["71", "72"] && read.log.learners[0].section == "Blue")
        #expect(read.log.items.map(\.title) == ["Which of these?", "Why is 1 < 2?", "Read this"])
        #expect(read.itemIDs == ["501", "502", "503"] && read.log.items.map(\.maximum) == [2, 2, 0])
        // Ida's attempts in their order, whatever that of the file.
        let first = read.log.events.filter { $0.item == 0 }
        #expect(first.map(\.attempt) == [1, 1, 2] && first.map(\.score) == [0, 0, 1])
        // 2026-02-03 09:00 UTC.
        #expect(first[0].at == 1_770_109_200)
        // An answer without points waits for them; neither answer nor points: not given.
        #expect(read.log.events.filter { $0.item == 1 }.map(\.status) == [.notYetGraded, .notAssigned, .scored])
        #expect(read.log.events.last { $0.item == 1 }?.score == 0.75)
        // Text that is no question has no score.
        #expect(read.log.events.filter { $0.item == 2 }.allSatisfy { $0.status == .hidden })
        #expect(read.accounts.map(\.canvasID) == ["71", "72"] && read.accounts[0].sisID == "S71")
    }

    /// Without a column of attempts the newest stands first.
    @Test func attemptsAreCounted() throws {
        let read = try read(
            """
            name,id,section,section_id,submitted,9: Q,1.0,n correct,n incorrect,score
            A,1,S,2,,x,1.0,1,0,1.0
            A,1,S,2,,y,0.0,0,1,0.0
            B,2,S,2,2026-02-04 10:00:00 UTC,x,1.0,1,0,1.0
            B,2,S,2,2026-02-05 10:00:00 UTC,x,0.0,1,0,1.0

            """)
        #expect(read.log.events.map(\.attempt) == [2, 1, 1, 2])
        #expect(read.log.events.map(\.score) == [1, 0, 1, 0])
    }

    @Test func theSameReportTwice() throws {
        let twice = Self.rows + Self.rows.dropFirst()
        let read = try read(twice.joined(separator: "\n"))
        #expect(read.log.events.count == 9 && read.counts.duplicatesDropped == 9)
    }

    @Test func faults() throws {
        let read = try read(
            """
            name,id,section,section_id,submitted,attempt,9: Q,1.0,n correct,n incorrect,score
            A,,S,2,2026-02-03 10:00:00 UTC,1,x,1.0,1,0,1.0
            B,2,S,2,soon,1,x,1.0,1,0,1.0
            C,3,S,2,2026-02-03 10:00:00 UTC,zero,x,1.0,1,0,1.0
            D,4,S,2,2026-02-03 10:00:00 UTC,1,x,-1,1,0,1.0
            E,5,S,2,2026-02-03 10:00:00 UTC,1,x,inf,1,0,1.0
            F,6,S,2,2026-02-03 10:00:00 UTC,1,x,much,1,0,1.0
            G,7,S,2,2026-02-03 10:00:00 UTC,1,x,2.5,1,0,1.0
            H,8,S,2,2026-02-03 10:00:00 UTC

            """)
        #expect(read.places(.blankID) == ["2:2"] && read.places(.badTime) == ["3:5"])
        #expect(read.places(.badAttempt) == ["4:6"] && read.places(.negativeScore) == ["5:8"])
        #expect(read.places(.notFinite) == ["6:8"] && read.places(.notANumber) == ["7:8"])
        #expect(read.places(.raggedRow) == ["9:6"])
        #expect(read.rejects.map(\.line) == [2, 4, 5, 6, 7, 9])
        // A score is kept without its time, and if it is more than the maximum.
        #expect(read.log.events.map(\.score) == [1, 2.5] && read.findingTotals[.extraCredit] == 1)
        #expect(read.log.events[0].at.isNaN && !read.log.events[1].at.isNaN)
    }

    /// A survey that asks nobody's name.
    @Test func anonymous() {
        let error = refusal("section,section_id,submitted,9: Q,1.0,n correct,n incorrect,score\nS,2,,x,1.0,1,0,1\n")
        #expect(error?.finding.rule == .idColumnMissing && error?.finding.line == 1)
    }

    /// Canvas may translate what stands before the questions; their shape and the order stay.
    @Test func translated() throws {
        let read = try read(
            """
            navn,bruker,seksjon,seksjons-id,levert,9: Q,1.0,antall rette,antall gale,poeng
            A,1,S,2,2026-02-03 10:00:00 UTC,x,1.0,1,0,1.0

            """)
        #expect(read.format == .canvasQuiz && read.learnerIDs == ["1"] && read.log.events[0].at == 1_770_112_800)
    }

    /// German keeps `ID` and `section_id`; what stands before the questions is known by its order.
    @Test(arguments: [
        ("Name,ID,sis_id,Abschnitt,section_id,section_sis_id,abgegeben,Versuch", "A,11,A1,Sec,5,,%,@"),
        ("Name,ID,Abschnitt,section_id,abgegeben,Versuch", "A,11,Sec,5,%,@"),
        ("Nom,Identifiant,Section SIS,root,Groupe,g,gs,remis,tentative", "A,11,A1,x,Sec,5,,%,@"),
    ]) func otherLanguages(_ header: String, _ start: String) throws {
        func row(_ time: String, _ attempt: Int) -> String {
            start.replacing("%", with: time).replacing("@", with: "\(attempt)")
        }
        let text = [
            header + ",101: Was ist 2+2?,1.0,n richtig,n falsch,Punktzahl",
            row("2026-02-03 10:00:00 UTC", 3) + ",4,1.0,1,0,1.0", row("2026-02-03 09:00:00 UTC", 1) + ",5,0.0,0,1,0",
        ].joined(separator: "\n")
        let read = try read(text)
        #expect(read.format == .canvasQuiz && read.learnerIDs == ["11"] && !read.hasErrors)
        #expect(read.log.learners.map(\.name) == ["A"] && read.log.learners.map(\.section) == ["Sec"])
        #expect(read.log.events.map(\.attempt) == [1, 3] && read.log.events.map(\.score) == [0, 1])
        #expect(read.log.events.map(\.at) == [1_770_109_200, 1_770_112_800])
        #expect(read.accounts.map(\.sisID) == [start.contains("A1") ? "A1" : ""])
    }

    /// The same of an anonymous survey: its first columns are no learners.
    @Test func anonymousInOtherLanguages() {
        let rows = "Sec,5,2026-02-03 10:00:00 UTC,1,x,1.0,1,0,1"
        let error = refusal("Abschnitt,section_id,abgegeben,Versuch,9: Q,1.0,n richtig,n falsch,Punktzahl\n\(rows)\n")
        #expect(error?.finding.rule == .idColumnMissing && error?.finding.line == 1)
    }

    @Test func loggedOut() throws {
        let read = try read(
            """
            name,id,section,section_id,submitted,attempt,9: Q,1.0,n correct,n incorrect,score
            ,,S,2,2026-02-03 10:00:00 UTC,1,x,1.0,1,0,1.0
            B,2,S,2,2026-02-03 10:00:00 UTC,1,x,1.0,1,0,1.0

            """)
        #expect(read.learnerIDs == ["2"] && !read.hasErrors && read.rejects.isEmpty)
        #expect(read.places(.notAnAnswer) == ["2:0"])
    }

    /// Points for a question of which none are possible are no evidence, and that is said.
    @Test func aQuestionWithoutPoints() throws {
        let read = try read(
            """
            name,id,section,section_id,submitted,attempt,8: Bonus,0,9: Q,2,n correct,n incorrect,score
            A,11,S,5,2026-02-03 10:00:00 UTC,1,x,2,y,1,2,0,3

            """)
        #expect(read.log.events.map(\.status) == [.hidden, .scored] && read.places(.maximumZero) == ["2:8"])
    }
}

/// Files nobody here wrote, counted by eye.
@Suite(.enabled(if: SharedFolder.has("fixtures/canvas-quiz")))
struct CanvasQuizFixtureTests {
    private func read(_ name: String) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: name, bytes: try SharedFolder.bytes("fixtures/canvas-quiz/" + name)))
    }

    @Test func allVersions() throws {
        let read = try read("student_analysis_all_versions.csv")
        #expect(read.counts.learners == 1 && read.counts.items == 1 && !read.hasErrors)
        #expect(read.log.events.map(\.score) == [0, 1] && read.log.events.map(\.attempt) == [1, 2])
    }

    @Test func repeatedHeaders() throws {
        let read = try read("student_analysis_duplicate_points_headers.csv")
        #expect(read.counts.learners == 2 && read.itemIDs == ["101", "102"] && !read.hasErrors)
        #expect(read.log.events.map(\.status) == [.scored, .scored, .scored, .notAssigned])
        #expect(read.log.events.prefix(3).map(\.score) == [1, 1, 0])
    }
}
