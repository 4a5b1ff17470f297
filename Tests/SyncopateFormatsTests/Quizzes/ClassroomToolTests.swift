import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Results of Google Forms, made up after its sheets.
struct GoogleFormsTests {
    private func read(_ text: String, name: String = "Unit 2.csv") throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: name, bytes: Array(text.utf8)))
    }

    @Test func wholes() throws {
        let read = try read(
            """
            Timestamp,Email Address,Score,What is 2+2?
            6/14/2026 8:28:00,a@x.org,4 / 5,Four
            6/2/2026 8:28:00,a@x.org,3.5 / 5,Five
            6/2/2026 9:00:00,b@x.org,0 / 5,Six
            6/2/2026 9:10:00,c@x.org,,Six
            6/2/2026 9:10:00,c@x.org,,Six

            """)
        #expect(read.format == .googleForms && !read.hasErrors)
        #expect(read.itemIDs == ["Unit 2"] && read.log.items[0].maximum == 5)
        let first = read.log.events.filter { $0.learner == 0 }
        #expect(first.map(\.attempt) == [1, 2] && first.map(\.score) == [0.7, 0.8])
        // 2 June 2026 08:28; the 14 in another row says that the month comes first.
        #expect(first[0].at == 1_780_388_880)
        #expect(read.log.events.map(\.status) == [.scored, .scored, .scored, .unknownBlank])
        #expect(read.log.events[2].score == 0)
        // The same row again is no second attempt.
        #expect(read.counts.duplicatesDropped == 1)
    }

    @Test func questions() throws {
        let read = try read(
            """
            Timestamp,Username,Total score,What is 2+2?,What is 2+2? [Score],What is 2+2? [Feedback],Why?,Why? [Score]
            2026/06/02 8:28:00 AM GMT-4,a@x.org,1.00 / 3,Four,1.00 / 1,Good,So,-- / 2
            2026/06/02 8:30:00 AM GMT-4,b@x.org,0.50 / 3,Five,0.50 / 1,,,1.00 / 2

            """)
        #expect(read.itemIDs == ["Unit 2: What is 2+2?", "Unit 2: Why?"] && read.log.items.map(\.maximum) == [1, 2])
        #expect(read.log.events.map(\.status) == [.scored, .notYetGraded, .scored, .scored])
        #expect(read.log.events[0].at == 1_780_403_280 && read.log.events[3].score == 0.5)
        #expect(read.findingTotals[.badTime] == nil)
    }

    /// Nobody can say which is the month: scores are kept, times are not, and it is said where.
    @Test func undecided() throws {
        let read = try read("Timestamp,Email Address,Score\n6/2/2026 8:28:00,a@x.org,4 / 5\n")
        #expect(read.log.events.map(\.score) == [0.8] && read.log.events[0].at.isNaN)
        #expect(
            read.findings.contains { $0.rule == .badTime && $0.severity == .error && $0.line == 1 && $0.column == 1 })
    }

    /// Points of nobody knows how many are no shares, even where none is above 1.
    @Test func withoutMaximum() throws {
        let text = "Timestamp,Email Address,Score\n2026-06-02 08:28,a@x.org,1\n2026-06-02 08:29,b@x.org,0\n"
        let read = try read(text)
        #expect(read.log.events.map(\.status) == [.hidden, .hidden] && read.places(.maximumMissing) == ["2:3"])
        let file = SourceFile(name: "f.csv", bytes: Array(text.utf8))
        let stated = try EvidenceReader.read(file, options: ReadOptions(maximum: 4))
        #expect(stated.log.events.map(\.score) == [0.25, 0])
    }

    @Test func faults() throws {
        let read = try read(
            "Timestamp,Email Address,Score\n2026-06-02 08:28,,4 / 5\n2026-06-02 08:28,a@x.org,4 / five\n"
                + "2026-06-02 08:28,b@x.org,good\nsome day,c@x.org,1 / 5\n2026-06-02 08:28,d@x.org,-1 / 5\n")
        #expect(read.places(.blankID) == ["2:2"] && read.places(.badMaximum) == ["3:3"])
        #expect(read.places(.notANumber) == ["4:3"] && read.places(.negativeScore) == ["6:3"])
        #expect(read.rejects.map(\.line) == [2, 3, 4, 6] && read.places(.badTime).contains("5:1"))
        #expect(read.log.events.map(\.score) == [0.2] && read.log.events[0].at.isNaN)
        #expect(refusal("Timestamp,Score,Why?\n2026-06-02 08:28,1 / 2,So\n")?.finding.rule == .idColumnMissing)
    }
}

/// Exports of nbgrader, made up after the source of its exporter.
struct NbgraderTests {
    @Test func grades() throws {
        let read = try read(
            """
            assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,\
            late_submission_penalty,score,max_score
            ps1,2026-03-01 12:00:00,2026-03-02 10:00:00.250000,ada,Ask,Ada,,6.0,2.0,4.0,8.0
            ps1,2026-03-01 12:00:00,,bo,Birk,Bo,,0.0,0.0,0.0,8.0
            ps1,2026-03-01 12:00:00,2026-03-01 10:00:00,cy,,,,0.0,0.0,0.0,8.0
            ps1,2026-03-01 12:00:00,2026-03-01 10:00:00,cy,,,,0.0,0.0,0.0,8.0
            ps1,2026-03-01 12:00:00,2026-03-01 10:00:00,ada,Ask,Ada,,7.0,0.0,7.0,8.0
            ps2,,,di,Dorn, Jr.,Di,,0.0,0.0,0.0,8.0
            ps2,,,,Dorn,Di,,0.0,0.0,0.0,8.0
            ps2,,when,ed,,,,1.0,0.0,1.0,8.0
            ps2,,,ed,,,,-1.0,0.0,1.0,8.0
            ps2,,,ed,,,,1.0,0.0,1.0,most

            """)
        #expect(read.format == .nbgrader)
        #expect(read.learnerIDs == ["ada", "bo", "cy"] && read.itemIDs == ["ps1"])
        // The score before the penalty; of two submissions of one learner the later row counts; a repeat is one.
        #expect(read.status("ada", "ps1") == .scored && read.score("ada", "ps1") == 0.875)
        #expect(read.findingTotals[.supersededEvent] == 1 && read.findingTotals[.duplicateEvent] == 1)
        #expect(read.status("bo", "ps1") == .missing && read.score("cy", "ps1") == 0)
        // 2026-03-01 12:00 UTC.
        #expect(read.log.items[0].due == 1_772_366_400 && read.findingTotals[.notAnAnswer] == 1)
        #expect(read.places(.raggedRow) == ["7:12"] && read.places(.blankID) == ["8:4"])
        #expect(read.places(.badTime) == ["9:3"] && read.places(.negativeScore) == ["10:8"])
        #expect(read.places(.badMaximum) == ["11:11"] && read.rejects.map(\.line) == [7, 8, 9, 10, 11])
    }
}

/// Scores of PowerTeacher, made up after its files.
struct PowerSchoolTests {
    private static let lines = [
        "Teacher Name:,Poe,", "Class:,Algebra 1,", "Assignment Name:,Quiz 4,", "Due Date:,2026-03-01,",
        "Points Possible:,20.0,", "Extra Points:,0.0,", "Score Type:,POINTS,", "Student Num,Student Name,Score",
    ]

    @Test func points() throws {
        let rows = [
            "301,\"Ask, Ann\",15", "302,\"Birk, Bo\",", "303,\"Carr, Cy\",Exempt", "304,D,0", ",E,3", "306,F,lots",
        ]
        let read = try read((Self.lines + rows).joined(separator: "\r\n") + "\r\n")
        #expect(read.format == .powerSchool && read.itemIDs == ["Quiz 4"] && read.log.items[0].maximum == 20)
        #expect(read.log.items[0].due == 1_772_323_200)
        #expect(read.log.events.map(\.status) == [.scored, .unknownBlank, .excused, .scored])
        #expect(read.log.events[0].score == 0.75 && read.log.events[3].score == 0)
        #expect(read.log.learners[0].name == "Ask, Ann")
        #expect(read.places(.blankID) == ["13:1"] && read.places(.notANumber) == ["14:3"])
        #expect(read.rejects.map(\.line) == [13, 14])
    }

    /// Who was absent says nothing, and a percentage above all is quoted as it stands.
    @Test func absenceAndExtraCredit() throws {
        var lines = Self.lines
        lines[6] = "Score Type:,PERCENT,"
        let read = try read((lines + ["1,A,ABS", "2,B,102.5", "3,C,Missing"]).joined(separator: "\n"))
        #expect(read.log.events.map(\.status) == [.unknownBlank, .scored, .missing] && read.rejects.isEmpty)
        #expect(read.log.events[1].score == 1.025 && read.log.items[0].maximum == 20)
        #expect(read.findings.filter { $0.rule == .extraCredit }.map(\.excerpt) == ["102.5"])
    }

    @Test func percentagesAndGrades() throws {
        var lines = Self.lines
        lines[6] = "Score Type:,PERCENTAGE,"
        #expect(try read((lines + ["1,A,85"]).joined(separator: "\n")).log.events[0].score == 0.85)
        lines[6] = "Score Type:,GRADESCALE,"
        let graded = (lines + ["1,A,B+"]).joined(separator: "\n")
        #expect(try read(graded).log.events[0].status == .hidden)
        let scale = ReadOptions(scale: GradeScale(["B+": 0.87]))
        #expect(try read(graded, scale).log.events[0].score == 0.87)
        lines[4] = "Points Possible:,all,"
        #expect(try read((lines + ["1,A,5"]).joined(separator: "\n")).places(.badMaximum) == ["5:2"])
    }
}

/// Grades of Google Classroom, made up after its exports.
struct GoogleClassroomTests {
    @Test(arguments: [
        ["Last Name,First Name,Email Address", "Date", "Points"], ["Surname,First Name,Email", "Date", "Max Points"],
        ["Nachname,Vorname,E-Mail-Adresse", "Datum", "Punkte"],
    ])
    func grades(_ words: [String]) throws {
        let read = try read(
            """
            \(words[0]),"Essay, part A",Lab
            \(words[1]),,,2026-03-01,2026-03-08
            \(words[2]),,,20,5.0
            Ask,Ann,a@x.org,15,
            Birk,Bo,b@x.org,0,6
            Carr,Cy,c@x.org,Excused,lots

            """)
        #expect(read.format == .googleClassroom && read.learnerIDs == ["a@x.org", "b@x.org"])
        #expect(read.itemIDs == ["Essay, part A", "Lab"] && read.log.items.map(\.maximum) == [20, 5])
        #expect(read.log.events.map(\.status) == [.scored, .unknownBlank, .scored, .scored])
        #expect(read.score("a@x.org", "Essay, part A") == 0.75 && read.score("b@x.org", "Lab") == 1.2)
        #expect(read.places(.notANumber) == ["6:5"] && read.rejects.map(\.line) == [6])
    }

    /// An assignment may be called Average: then it has a date or points.
    @Test func averages() throws {
        let read = try read(
            "Last Name,First Name,Email Address,Essay,Average,Overall grade\nDate,,,2026-03-01,2026-03-08,\n"
                + "Points,,,20,10,\nAsk,Ann,a@x.org,15,5,70\n")
        #expect(read.itemIDs == ["Essay", "Average"] && read.log.events.map(\.score) == [0.75, 0.5])
        #expect(read.places(.ignoredColumn) == ["1:6"])
    }

    /// The first row of points counts, each time; a further one is said, and with a first name it is a learner.
    @Test func severalRowsOfPoints() throws {
        let text =
            "Last Name,First Name,Email Address,Essay\nDate,,,2026-03-01\nPoints,,,20\nAsk,Ann,a@x.org,15\n"
            + "Points Possible,Bo,,18\nMax Points,,,30\nPoints,\nPoints,,,20\nCarr,Cy,c@x.org,20\n"
        for _ in 0..<8 {
            let read = try read(text)
            #expect(read.log.items.map(\.maximum) == [20] && read.log.events.map(\.score) == [0.75, 0.9, 1])
            #expect(read.places(.secondMaximumRow) == ["6:0", "7:0"] && read.places(.blankID) == ["5:3"])
        }
    }

    /// Without the row of points nobody knows what they are out of.
    @Test func withoutPoints() throws {
        let read = try read("Last Name,First Name,Email Address,Essay\nAsk,Ann,a@x.org,15\n")
        #expect(read.format == .googleClassroom && read.log.events.map(\.status) == [.hidden])
        #expect(read.places(.maximumMissing) == ["1:4"])
    }
}
