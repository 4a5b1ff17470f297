import Syncopate
import SyncopateFormats
import Testing

/// Cells of scores that are none, or may be several.
struct BadValueTests {
    /// What is no score sends its row to the rejects, and no other.
    @Test(
        arguments: TableSample.pointed + [TableSample.moodle],
        [
            ("oops!", FindingRule.notANumber), ("-inf", .notFinite), ("inf", .notFinite), ("1e400", .notFinite),
            ("-1", .negativeScore), ("=1+1", .notANumber), ("7.5.2", .notANumber), ("0x1F", .notANumber),
        ])
    func noScore(_ sample: TableSample, _ value: (cell: String, rule: FindingRule)) throws {
        // Penalties are ordinary there.
        if sample.format == .moodleQuiz, value.rule == .negativeScore { return }
        let read = try sample.read(sample.text(score: value.cell))
        read.expect(
            value.rule, line: sample.line, column: sample.column, header: sample.columnHeader, cell: value.cell)
        var row = sample.learners[1]
        row[sample.score] = value.cell
        read.expectRejected(sample.line(of: row), line: sample.line)
        #expect(read.learnerIDs == ["1001", "1003"] && read.sortedScores.count == sample.otherScores)
    }

    /// Formats with words or a few numbers for scores.
    @Test(
        arguments: [TableSample.dataShop, .assistments, .anki],
        ["oops!", "NaN", "1e400", "-1", "=1+1", "1,5", "99"])
    func noAnswer(_ sample: TableSample, _ cell: String) throws {
        let read = try sample.read(sample.text(score: cell))
        let rule: FindingRule = sample.format == .anki ? .badValue : .notANumber
        read.expect(rule, line: sample.line, column: sample.column, header: sample.columnHeader, cell: cell)
        var row = sample.learners[1]
        row[sample.score] = cell
        read.expectRejected(sample.line(of: row), line: sample.line)
        #expect(read.learnerIDs == ["1001", "1003"] && read.sortedScores.count == sample.otherScores)
    }

    @Test(arguments: TableSample.pointed) func fullWidth(_ sample: TableSample) throws {
        let read = try sample.read(sample.text(score: "１"))
        #expect(read.learnerIDs.count == 3 && read.sortedScores.count >= 2 && read.rejects.isEmpty)
        read.expect(
            .fullWidthDigits, line: sample.line, column: sample.column, header: sample.columnHeader, cell: "１")
        // Blanks of all widths around a number and alone.
        let alone = try sample.read(sample.text(score: "\u{3000}\u{A0} "))
        #expect(alone.rejects.isEmpty && alone.sortedScores.count == sample.scores.count - 1)
        let around = try sample.read(sample.text(score: "\u{3000}\(sample.learners[1][sample.score])\u{A0}"))
        #expect(around.sortedScores == sample.scores)
    }

    /// A column whose cells have commas is read with them; one number with a comma among points is doubtful.
    @Test(arguments: TableSample.pointed.filter { ![.canvasQuiz, .googleForms].contains($0.format) })
    func commas(_ sample: TableSample) throws {
        let commas = try sample.read(
            sample.text { rows in
                for place in rows.indices {
                    for position in sample.score..<rows[place].count {
                        let cell = rows[place][position]
                        if cell.allSatisfy({ $0.isNumber || $0 == "." }) {
                            rows[place][position] = cell.replacing(".", with: ",")
                        }
                    }
                }
            })
        #expect(commas.sortedScores == sample.scores && !commas.hasErrors, "\(commas.findings)")
        let doubtful = try sample.read(sample.text(score: "1,234"))
        doubtful.expect(
            .ambiguousDecimal, line: sample.line, column: sample.column, header: sample.columnHeader, cell: "1,234")
        #expect(doubtful.rejects.map(\.line) == [sample.line])
        #expect(doubtful.findings.contains { $0.remedy.contains("--decimal") })
        let stated = try sample.read(sample.text(score: "1,234"), ReadOptions(decimal: .comma))
        #expect(!stated.findings.contains { $0.rule == .ambiguousDecimal })
    }

    /// 87,5 in a column with 7.5: each can be read one way only, and the column is pointed out.
    @Test(arguments: TableSample.pointed.filter { $0.format != .nbgrader })
    func bothMarks(_ sample: TableSample) throws {
        let read = try sample.read(sample.text(score: "0,75"))
        read.expect(
            .mixedDecimalMarks, line: sample.headerLine, column: sample.column, header: sample.columnHeader)
        #expect(read.rejects.isEmpty)
    }

    /// Percentages among points.
    @Test(arguments: TableSample.gradebooks.filter { $0.format != .moodleGradebook } + [TableSample.mastery])
    func percentages(_ sample: TableSample) throws {
        let read = try sample.read(sample.text(score: "50 %"))
        read.expect(.mixedUnits, line: sample.headerLine, column: sample.column, header: sample.columnHeader)
        #expect(read.sortedScores.contains(0.5) && read.rejects.isEmpty)
    }

    /// Points among percentages are of nobody knows how many.
    @Test func pointsAmongPercentages() throws {
        let sample = TableSample.moodle
        let read = try sample.read(sample.text(score: "8"))
        read.expect(.maximumMissing, line: 1, column: 4, header: sample.columnHeader)
        #expect(read.findings.contains { $0.rule == .maximumMissing && $0.message.contains("so 1 mark ") })
        #expect(read.status("1002", "Quiz: W1") == .hidden && read.sortedScores.count == 5)
    }

    /// More than the points possible is kept, and said.
    ///
    /// Forms say with each score what it is out of; in New Quizzes it contradicts what the others tell.
    @Test(arguments: TableSample.pointed.filter { ![.googleForms, .canvasNewQuiz].contains($0.format) })
    func extraCredit(_ sample: TableSample) throws {
        let read = try sample.read(sample.text(score: "40"))
        read.expect(.extraCredit, line: sample.line, column: sample.column, header: sample.columnHeader, cell: "40")
        #expect(read.sortedScores.count == sample.scores.count && (read.sortedScores.last ?? 0) > 1)
        #expect(!read.hasErrors)
    }

    /// A letter among points is withheld, and a scale is asked for.
    @Test(arguments: TableSample.pointed + [TableSample.moodle]) func letters(_ sample: TableSample) throws {
        let read = try sample.read(sample.text(score: "B+"))
        read.expect(
            .letterWithoutScale, line: sample.line, column: sample.column, header: sample.columnHeader, cell: "B+")
        #expect(read.counts.scored == sample.scores.count - 1 && read.rejects.isEmpty)
        #expect(read.log.events.contains { $0.status == .hidden })
        let scale = try GradeScaleFile.read(SourceFile(name: "s.csv", bytes: Array("grade,percent\nB+,50\n".utf8)))
        let graded = try sample.read(sample.text(score: "B+"), ReadOptions(scale: scale))
        #expect(graded.sortedScores.contains(0.5) && graded.counts.scored == sample.scores.count)
    }

    /// The kinds of blank stay apart.
    @Test(arguments: [
        (TableSample.canvas, "EX", Status.excused), (.canvas, "N/A", .notAssigned), (.canvas, "-", .unknownBlank),
        (.canvas, "", .unknownBlank), (.moodle, "-", .unknownBlank), (.brightspace, "", .unknownBlank),
        (.blackboard, "Needs Grading", .notYetGraded), (.blackboard, "In Progress(2.00)", .inProgress),
        (.blackboard, "Exempt", .excused), (.sakai, "null", .unknownBlank), (.classroom, "", .unknownBlank),
        (.powerSchool, "exempt", .excused), (.powerSchool, "", .unknownBlank), (.moodleQuiz, "-", .missing),
        (.moodleQuiz, "Requires grading", .notYetGraded), (.forms, "-- / 2", .notYetGraded),
        (.nbgrader, "", .notYetGraded), (.tidy, "", .unknownBlank),
    ])
    func blanks(_ sample: TableSample, _ cell: String, _ status: Status) throws {
        let read = try sample.read(sample.text(score: cell))
        let learner = try #require(read.log.position(ofLearner: "1002"))
        #expect(read.log.events.first { $0.learner == learner }?.status == status)
        #expect(read.rejects.isEmpty && read.counts.scored == sample.scores.count - 1)
    }

    /// A name that a spreadsheet would run stays the text it is.
    @Test(arguments: TableSample.gradebooks) func formulas(_ sample: TableSample) throws {
        let text = sample.text { rows in
            for position in 0..<sample.score where position != sample.id && !rows[1][position].isEmpty {
                rows[1][position] = "=HYPERLINK(1)"
            }
        }
        let read = try sample.read(text)
        let learner = try #require(read.log.learners.first { $0.id == "1002" })
        #expect(learner.name.contains("=HYPERLINK(1)") && !read.hasErrors)
    }
}
