import Syncopate
import SyncopateFormats
import Testing

/// Headers that are not quite what they should be.
struct BadHeaderTests {
    /// Where a column of scores may stand twice: those whose columns are items.
    static let itemColumns =
        TableSample.gradebooks + [TableSample.mastery, TableSample.moodleQuiz, TableSample.gradescope]

    @Test(arguments: itemColumns) func aColumnThatStandsTwice(_ sample: TableSample) throws {
        let header = sample.header[sample.score]
        let same = try sample.read(sample.text(column: header, cells: sample.learners.map { $0[sample.score] }))
        let place = sample.header.count + 1
        same.expect(.duplicateColumn, line: sample.headerLine, column: place, header: sample.columnHeader)
        #expect(same.sortedScores == sample.scores && !same.hasErrors)
        // Of two that differ nobody knows which is right: neither is read.
        let other = try sample.read(sample.text(column: header, cells: ["1", "2", "3"]))
        other.expect(.duplicateColumn, line: sample.headerLine, column: place, header: sample.columnHeader)
        #expect(other.hasErrors && other.rejects.isEmpty)
        #expect(other.sortedScores.count == sample.scores.count - 3)
    }

    @Test(arguments: [TableSample.nbgrader, .powerSchool, .dataShop, .assistments, .anki, .tidy])
    func aColumnOfAnswersThatStandsTwice(_ sample: TableSample) throws {
        for header in [sample.header[sample.score], sample.header[sample.score].uppercased()] {
            let error = try #require(refusal(sample.text(column: header, cells: ["1", "2", "3"])))
            #expect(error.finding.rule == .duplicateColumn && error.finding.line == sample.headerLine)
            #expect(error.finding.column == sample.header.count + 1 && error.finding.columnHeader == header)
            #expect(error.finding.message.contains("column \(sample.column)") && !error.finding.remedy.isEmpty)
        }
    }

    /// Names that differ in nothing but upper and lower case are two items, and that is said.
    @Test(arguments: [
        (TableSample.canvas, "ESSAY (101)"), (.moodle, "quiz: W1 (Percentage)"), (.sakai, "ESSAY [10.0]"),
        (.brightspace, "ESSAY Points Grade <Numeric MaxPoints:10>"), (.classroom, "ESSAY"),
        (.moodleQuiz, "q. 1 /5.00"), (.gradescope, "1: ROOTS (5.0 pts)"),
    ])
    func similarColumns(_ sample: TableSample, _ header: String) throws {
        let read = try sample.read(sample.text(column: header, cells: sample.learners.map { $0[sample.score] }))
        read.expect(
            .similarColumns, line: sample.headerLine, column: sample.header.count + 1, header: TableSample.shown(header)
        )
        #expect(read.sortedScores.count == sample.scores.count + 3)
    }

    /// A title and an empty line above the header.
    @Test(arguments: TableSample.all.filter { $0.format != .powerSchool })
    func aHeaderFurtherDown(_ sample: TableSample) throws {
        let above = "Algebra 1\nPeriod 2,Room 5\n\n\nExported 2026-02-03\n"
        let read = try sample.read(above + sample.text(score: "oops"))
        read.expect(.preambleSkipped, line: sample.headerLine + 5, column: nil)
        #expect(read.learnerIDs == ["1001", "1003"] && read.sortedScores.count == sample.otherScores)
        #expect(read.rejects.map(\.line) == [sample.line + 5])
        // A stated format is looked for alike.
        let stated = try sample.read(above + sample.text(), ReadOptions(format: sample.format))
        #expect(stated.sortedScores == sample.scores)
    }

    /// A table above the header is no title: nothing of it is lost unseen.
    @Test func aTableAboveTheHeader() {
        let text = "pupil,task,points\ncarl,q1,1\ndora,q1,0\nlearner,item,score\nann,q1,1\n"
        #expect(throws: ReadError.self) { try read(text) }
    }

    /// Labels without a colon, in a file that is stated to be one of PowerTeacher.
    @Test func labelsWithoutAColon() throws {
        let read = try EvidenceReader.read(
            SourceFile(
                name: "a.csv",
                bytes: Array("Points Possible,10\nDue Date,2021-06-02\nStudent Num,Student Name,Score\n1,A B,5\n".utf8)),
            options: ReadOptions(format: .powerSchool))
        #expect(read.log.events.map(\.score) == [0.5] && read.log.items.map(\.maximum) == [10])
    }

    /// Without the column of ids learners go by something else, and that is said, or the file is refused.
    @Test(arguments: [
        (TableSample.canvas, FindingRule.idColumnMissing), (.brightspace, .idColumnMissing),
        (.blackboard, .idColumnMissing), (.moodleQuiz, .idColumnMissing), (.moodle, .idColumnMissing),
    ])
    func noColumnOfIDs(_ sample: TableSample, _ rule: FindingRule) throws {
        func without(_ row: [String]) -> [String] {
            var row = row
            row.remove(at: sample.id)
            return row
        }
        let read = try sample.read(
            sample.text(
                header: without(sample.header), learners: sample.learners.map(without),
                special: sample.special.map(without)))
        read.expect(rule, line: sample.headerLine, column: nil)
        #expect(read.log.learners.count == 3 && read.sortedScores == sample.scores)
        let finding = try #require(read.findings.first { $0.rule == rule })
        #expect(finding.severity == .warning)
    }

    @Test(arguments: [
        TableSample.canvasQuiz, .forms, .nbgrader, .powerSchool, .dataShop, .assistments, .tidy,
    ])
    func noColumnOfIDsAtAll(_ sample: TableSample) throws {
        func without(_ row: [String]) -> [String] {
            var row = row
            row.remove(at: sample.id)
            return row
        }
        let text = sample.text(header: without(sample.header), learners: sample.learners.map(without))
        let error = try #require(refusal(text, ReadOptions(format: sample.format)))
        #expect([.idColumnMissing, .missingColumn, .notAKnownFormat].contains(error.finding.rule), "\(error)")
        #expect(error.finding.line != nil && !error.finding.remedy.isEmpty)
    }

    /// Points that nothing says the maximum of are withheld, and `--max` is asked for.
    @Test(arguments: [
        ("Student,ID,Section,Essay (1)\nA,1,s,7\nB,2,s,9\n", 1, 4, "Essay (1)"),
        ("First name,Last name,ID number,Quiz: W (Real)\nA,B,1,7\nC,D,2,9\n", 1, 4, "Quiz: W (Real)"),
        (
            "OrgDefinedId,Last Name,Essay Points Grade,End-of-Line Indicator\n1,A,7,#\n2,B,9,#\n", 1, 3,
            "Essay Points Grade"
        ),
        ("Last Name,First Name,Username,Essay |12\nA,B,c,7\nD,E,f,9\n", 1, 4, "Essay |12"),
        ("Last Name,First Name,Email Address,Essay\nA,B,a@x.org,7\nC,D,b@x.org,9\n", 1, 4, "Essay"),
        ("Timestamp,Email Address,Score\n2026-02-03 10:00,a@x.org,7\n2026-02-03 10:01,b@x.org,9\n", 2, 3, "Score"),
        ("Student Num,Student Name,Score\n1,A,7\n2,B,9\n", 2, 3, "Score"),
        ("learner,item,score\n1,x,7\n2,x,9\n", 2, 3, "score"),
    ])
    func noMaximum(_ text: String, _ line: Int, _ column: Int, _ header: String) throws {
        let read = try read(text)
        let finding = try #require(read.findings.first { $0.rule == .maximumMissing })
        #expect(finding.line == line && finding.column == column && finding.columnHeader == header, "\(finding)")
        #expect(finding.remedy.contains("--max"))
        #expect(read.log.events.map(\.status) == [.hidden, .hidden] && read.rejects.isEmpty)
        let stated = try SyncopateFormatsTests.read(text, ReadOptions(maximum: 10))
        #expect(stated.log.events.map(\.score) == [0.7, 0.9])
    }

    @Test func aMaximumOfZeroOrInWords() throws {
        let read = try read(
            "Student,ID,Section,Essay (1),Lab (2),Talk (3)\n    Points Possible,,,0,lots,10\nA,1,s,1,2,3\n")
        #expect(read.places(.maximumZero) == ["2:4"] && read.places(.maximumNotANumber) == ["2:5"])
        let finding = try #require(read.findings.first { $0.rule == .maximumNotANumber })
        #expect(finding.columnHeader == "Lab (2)" && finding.excerpt == "lots" && !finding.remedy.isEmpty)
        #expect(read.log.events.map(\.status) == [.hidden, .hidden, .scored])
        // Our own table: the row is given back.
        let tidy = try SyncopateFormatsTests.read("learner,item,score,max\na,x,1,lots\nb,x,1,-4\nc,x,1,0\nd,x,1,2\n")
        tidy.expect(.badMaximum, line: 2, column: 4, header: "max", cell: "lots")
        tidy.expect(.badMaximum, line: 3, column: 4, header: "max", cell: "-4")
        #expect(tidy.rejects.map(\.line) == [2, 3] && tidy.log.events.map(\.status) == [.hidden, .scored])
    }

    /// Totals are not items.
    @Test(arguments: [
        (TableSample.canvas, ["Current Score", "Final Grade", "Assignments Current Points"]),
        (.moodle, ["Course total (Percentage)", "Homework total (Percentage)"]),
        (.brightspace, ["Calculated Final Grade Numerator", "Quizzes Subtotal Numerator"]),
        (.blackboard, ["Total [Total Pts: up to 30 Score] |664600"]), (.classroom, ["Overall Grade", "Class average"]),
        (.sakai, ["Course Grade", "* Essay"]),
    ])
    func totals(_ sample: TableSample, _ headers: [String]) throws {
        let totals = headers.map { _ in "9.5" }
        let read = try sample.read(
            sample.text(
                header: sample.header + headers, learners: sample.learners.map { $0 + totals },
                special: sample.special.map {
                    $0 + headers.map { _ in sample.format == .canvasGradebook ? "(read only)" : "" }
                }))
        #expect(read.sortedScores == sample.scores && read.log.items.count == 2)
    }
}
