internal import Syncopate

/// Reads the Student Analysis of a quiz in New Quizzes of Canvas: a row an attempt, five columns a question.
///
/// Nothing says how many points are possible for a question: ``CanvasNewQuizMaxima`` finds out as far as it can be known.
struct CanvasNewQuizReader {
    static let entry = FormatEntry(
        .canvasNewQuiz, "a Student Analysis of New Quizzes", "Canvas New Quizzes, Student Analysis: a row an attempt",
        example: "Name,ID,SISID,SectionIDs,SectionNames,SectionSISIDs,Submitted,ElapsedTime,Attempt,ItemID,ItemType,"
            + "What is 2+2?,EarnedPoints,Status,NumberOfCorrect,NumberOfIncorrect,NoResponse,PointsPossible,OverallScore",
        quirks: [
            "An item is a question, known by its ItemID; every attempt is read.",
            "The points of a question are those of an answer called correct, or the best of each if they make up PointsPossible.",
            "A choice of one answer is assumed to have all points or none; of other questions nothing is known without --max.",
            "A question left without an answer has the points Canvas gave for it: 0.",
            "Without EarnedPoints, or with a Status that waits for a grade, it is not yet graded.",
        ],
        confidence: { CanvasNewQuizColumns.blocks($0.header).isEmpty ? 0 : 1 },
        read: { (content, options) throws(ReadError) in
            var reader = try CanvasNewQuizReader(content, options)
            return reader.read()
        })

    /// What an attempt says of a question.
    private struct Answer {
        var block: CanvasNewQuizColumns.Block
        var item: String
        var score: ScoreSheet.Score
    }

    private struct Attempt {
        var row: CSVRow
        var record: Int32
        var learner: String
        var number: Int32
        var at: Double
        var answers: [Answer]
    }

    private var sheet: ScoreSheet
    private let columns: CanvasNewQuizColumns
    /// By the column of its id what a question is known by, where that is the same in all rows.
    private var soleIDs: [Int: String] = [:]
    private var maxima = CanvasNewQuizMaxima()
    /// Titles of questions by the column of their answers.
    private var titles: [Int: String] = [:]
    private var known: [String: Double] = [:]
    private var accounts: [CanvasAccount] = []

    /// - Throws: `not-a-known-format` where there are no questions, `id-column-missing` where the quiz was anonymous.
    init(_ content: FileContent, _ options: ReadOptions) throws(ReadError) {
        var sheet = try ScoreSheet(
            content, options, Self.entry.name, example: Self.entry.example,
            headerRow: { !CanvasNewQuizColumns.blocks($0).isEmpty })
        columns = CanvasNewQuizColumns(sheet)
        guard !columns.ids.isEmpty else {
            throw sheet.assembler.findings.refusal(
                .idColumnMissing, line: sheet.headerLine,
                "the quiz was anonymous: no column says whose attempt a row is",
                remedy: "nothing can be learnt about learners from it")
        }
        for block in columns.blocks {
            if let points = block.points {
                sheet.survey(points)
            } else {
                sheet.note(
                    .missingColumn, header: block.answer, "the question has no column of points, so it was not read",
                    remedy: "export the report again")
            }
            var ids = Set<String>()
            for row in sheet.rows where ids.count < 2 {
                let id = sheet.text(row, block.item)
                if !id.isEmpty { ids.insert(DamagedID.repaired(id)) }
            }
            if ids.count == 1, let id = ids.first { soleIDs[block.item] = id }
        }
        self.sheet = sheet
    }

    mutating func read() -> FileReading {
        var attempts: [Attempt] = []
        let times = sheet.times(columns.submitted)
        for (number, row) in sheet.rows.enumerated() {
            do throws(ScoreSheet.Fault) {
                attempts.append(try attempt(row, Int32(clamping: number + 1), times))
            } catch {
                sheet.reject(row, error)
            }
        }
        if columns.attempt == nil {
            let numbers = sheet.attempts(attempts.map { ($0.learner, $0.at, $0.row) }, isNewestFirst: false)
            for index in attempts.indices { attempts[index].number = numbers[index] }
        }
        known = maxima.settled()
        for attempt in attempts { add(attempt) }
        var reading = sheet.finish()
        reading.accounts = accounts
        return reading
    }

    private mutating func attempt(
        _ row: CSVRow, _ record: Int32, _ times: LocalTimeColumn
    ) throws(ScoreSheet.Fault) -> Attempt {
        try sheet.checkShape(row, needed: (columns.blocks.last?.points ?? columns.ids.last ?? 0) + 1)
        try sheet.checkIsLoggedIn(row, name: columns.name, ids: columns.ids)
        let learner = try sheet.learnerID(row, columns.ids)
        let at = sheet.moment(row, columns.submitted, times)
        let number =
            try columns.attempt.map { (column) throws(ScoreSheet.Fault) in try sheet.attempt(row, column) } ?? 0
        let total = try columns.possible.map { (column) throws(ScoreSheet.Fault) in try sheet.score(row, column) }
        let possible = total.flatMap { $0.status == .scored ? $0.points : nil }
        var answers: [Answer] = []
        var seen: [(item: String, type: String, points: Double, isCorrect: Bool)] = []
        for block in columns.blocks {
            guard let points = block.points, let item = try item(row, block) else { continue }
            // No question has more than all of them together.
            var score = try sheet.score(row, points, maximum: possible)
            let standing = try standing(row, block)
            if standing == .waiting {
                score = ScoreSheet.Score(status: .notYetGraded)
            } else if score.status == .unknownBlank {
                let isGiven = standing != nil || !sheet.text(row, block.answer).isEmpty
                score.status = standing == .unanswered ? .missing : isGiven ? .notYetGraded : .notAssigned
            } else if score.status == .scored, !score.isShare {
                seen.append((item, sheet.text(row, block.type), score.points, standing == .correct))
            }
            answers.append(Answer(block: block, item: item, score: score))
        }
        // Only now is it sure that the row is read.
        for answer in seen {
            maxima.observe(answer.item, type: answer.type, points: answer.points, isCorrect: answer.isCorrect)
        }
        maxima.observe(row: Set(answers.map(\.item)), possible: possible)
        return Attempt(row: row, record: record, learner: learner, number: number, at: at, answers: answers)
    }

    /// What a question is known by; `nil` where the row has no such question.
    private func item(_ row: CSVRow, _ block: CanvasNewQuizColumns.Block) throws(ScoreSheet.Fault) -> String? {
        let id = sheet.text(row, block.item)
        guard id.isEmpty else {
            guard !DamagedID.isDamaged(id) else {
                throw ScoreSheet.Fault(
                    rule: .damagedID, column: block.item,
                    message: "a spreadsheet has turned the id into a rounded number",
                    remedy: "export again, and open the file by importing the column as text")
            }
            return DamagedID.repaired(id)
        }
        if let sole = soleIDs[block.item] { return sole }
        guard !sheet.text(row, block.points).isEmpty else { return nil }
        throw ScoreSheet.Fault(
            rule: .unnamedItem, column: block.item, message: "does not say which question was scored",
            remedy: "export the report again")
    }

    private func standing(
        _ row: CSVRow, _ block: CanvasNewQuizColumns.Block
    ) throws(ScoreSheet.Fault) -> CanvasNewQuizStanding? {
        let word = sheet.text(row, block.status)
        guard !word.isEmpty else { return nil }
        guard let standing = CanvasNewQuizStanding(word: word) else {
            throw ScoreSheet.Fault(
                rule: .unknownStatus, column: block.status, message: "no such status of an answer",
                remedy: "graded, correct, incorrect, or that it waits for a grade")
        }
        return standing
    }

    private mutating func add(_ attempt: Attempt) {
        let learner = sheet.assembler.log.intern(
            Learner(
                id: attempt.learner, name: sheet.text(attempt.row, columns.name),
                section: sheet.text(attempt.row, columns.section)))
        if Int(learner) == accounts.count {
            accounts.append(
                CanvasAccount(
                    canvasID: sheet.text(attempt.row, columns.canvasID), sisID: sheet.text(attempt.row, columns.sisID)))
        }
        for answer in attempt.answers {
            let maximum = known[answer.item]
            // A column with a question of its own for each learner has the text of one of them.
            let column = answer.block.answer
            let text =
                soleIDs[answer.block.item] == nil ? "" : titles[column] ?? QuestionText.title(sheet.header(column))
            titles[column] = titles[column] ?? text
            let title = text.isEmpty ? answer.item : text
            var kind = ItemKind(title: title)
            if maximum == 0, kind == .work { kind = .administrative }
            let item = sheet.assembler.log.intern(Item(id: answer.item, title: title, maximum: maximum, kind: kind))
            var event = TidyEvent(
                learner: learner, item: item, row: attempt.record, status: answer.score.status, line: attempt.row.line)
            event.attempt = attempt.number
            event.at = attempt.at
            event.points = answer.score.points
            event.isShare = answer.score.isShare
            event.isPoints = true
            event.maximum = maximum ?? .nan
            sheet.add(event, column: answer.block.points ?? answer.block.answer)
        }
    }
}
