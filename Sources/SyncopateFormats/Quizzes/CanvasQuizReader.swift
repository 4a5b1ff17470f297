internal import Syncopate

/// Reads the Student Analysis of a quiz in Canvas (classic quizzes): a row an attempt, two columns a question.
///
/// The first of them is headed `id: text` and holds the answer, the second is headed by the points possible and holds
/// the points. Both blank: the question was not among those the learner was given. After them come `n correct`, `n
/// incorrect` and `score`, which are sums. Without a column `attempt` attempts are counted from the oldest.
struct CanvasQuizReader {
    static let entry = FormatEntry(
        .canvasQuiz, "a Canvas quiz's Student Analysis", "Canvas quiz, Student Analysis: a row an attempt",
        example: "name,id,section,section_id,submitted,attempt,101: What is 2+2?,1.0,n correct,n incorrect,score",
        quirks: [
            "An item is a question, known by its number; every attempt is read.",
            "A question with neither answer nor points was not given to the learner.",
            "Canvas writes 0 for an essay that waits for its grade: it cannot be told from a grade of 0.",
            "Headers in any language: what stands before the questions is known by its order.",
            "An attempt of somebody who was not logged in is left out.",
        ],
        confidence: { $0.hasAll("n correct", "n incorrect") || !questions($0.header).isEmpty ? 1 : 0 },
        read: { (content, options) throws(ReadError) in
            var reader = try CanvasQuizReader(content, options)
            return reader.read()
        })

    /// A question: its number, its text, the positions of its answers and points.
    private struct Question {
        var id: String
        var title: String
        var answer: Int
        /// `nil` where the column is missing.
        var points: Int?
        var maximum: Double?
    }

    private struct Attempt {
        var row: CSVRow
        var record: Int32
        var learner: String
        var number: Int32
        var at: Double
        var scores: [ScoreSheet.Score]
    }

    private var sheet: ScoreSheet
    private let questions: [Question]
    private let columns: CanvasQuizColumns
    private var accounts: [CanvasAccount] = []

    /// - Throws: `not-a-known-format` where there are no questions, `id-column-missing` where the quiz was anonymous.
    init(_ content: FileContent, _ options: ReadOptions) throws(ReadError) {
        var sheet = try ScoreSheet(
            content, options, Self.entry.name, example: Self.entry.example,
            headerRow: { !Self.questions($0).isEmpty || ($0.contains("n correct") && $0.contains("score")) })
        let found = Self.questions(sheet.headers)
        let first = found.first?.position ?? sheet.column("n correct") ?? sheet.headers.count
        let points = Self.withoutCounts(
            found.map {
                sheet.headers.indices.contains($0.position + 1) ? sheet.headers[$0.position + 1] : ""
            })
        questions = zip(found, points).map { question, header in
            let number = sheet.headerNumber(header)
            let isPoints = number != nil || (header.isEmpty && question.position + 1 < sheet.headers.count)
            return Question(
                id: question.id, title: question.title, answer: question.position,
                points: isPoints ? question.position + 1 : nil, maximum: number.map { sheet.value($0) })
        }
        columns = CanvasQuizColumns(sheet, first: first)
        guard !columns.ids.isEmpty else {
            throw sheet.assembler.findings.refusal(
                .idColumnMissing, line: sheet.headerLine,
                "the quiz was anonymous: no column says whose attempt a row is",
                remedy: "nothing can be learnt about learners from it")
        }
        for question in questions {
            guard let points = question.points else {
                sheet.note(
                    .missingColumn, header: question.answer, "the question has no column of points, so it was not read",
                    remedy: "export the report again")
                continue
            }
            sheet.survey(points)
        }
        self.sheet = sheet
    }

    /// Headers of points without the `.1`, `.2` … that pandas puts behind those that were there before.
    ///
    /// Where one is there twice no pandas has been at work, and 1.5 is what it says.
    private static func withoutCounts(_ headers: [String]) -> [String] {
        let written = headers.filter { !$0.isEmpty }
        guard Set(written).count == written.count else { return headers }
        var seen: [String: Int] = [:]
        return headers.map { header in
            var name = header
            if let point = header.lastIndex(of: "."), let count = Int(header[header.index(after: point)...]), count > 0,
                seen[String(header[..<point])] == count
            {
                name = String(header[..<point])
            }
            seen[name, default: 0] += 1
            return name
        }
    }

    /// The questions of a header: `101: What is 2+2?`, each followed by a number. What took `0:01:30` is none.
    private static func questions(_ headers: [String]) -> [(position: Int, id: String, title: String)] {
        var found: [(position: Int, id: String, title: String)] = []
        var isSettled = false
        for (position, header) in headers.enumerated() {
            guard let colon = header.firstIndex(of: ":"), colon > header.startIndex,
                header[..<colon].utf8.allSatisfy(\.isDigit),
                !header.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ":") })
            else { continue }
            let bytes = Array((position + 1 < headers.count ? headers[position + 1] : "").utf8)
            if NumericCell(bytes, 0..<bytes.count) != nil { isSettled = true }
            let title = QuestionText.title(header[header.index(after: colon)...])
            found.append((position, String(header[..<colon]), title))
        }
        return isSettled ? found : []
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
            let numbers = sheet.attempts(attempts.map { ($0.learner, $0.at, $0.row) }, isNewestFirst: true)
            for index in attempts.indices { attempts[index].number = numbers[index] }
        }
        for attempt in attempts { add(attempt) }
        var reading = sheet.finish()
        reading.accounts = accounts
        return reading
    }

    private mutating func attempt(
        _ row: CSVRow, _ record: Int32, _ times: LocalTimeColumn
    ) throws(ScoreSheet.Fault) -> Attempt {
        try sheet.checkShape(row, needed: (questions.last?.points ?? columns.ids.last ?? 0) + 1)
        try sheet.checkIsLoggedIn(row, name: columns.name, ids: columns.ids)
        let learner = try sheet.learnerID(row, columns.ids)
        let at = sheet.moment(row, columns.submitted, times)
        let number =
            try columns.attempt.map { (column) throws(ScoreSheet.Fault) in try sheet.attempt(row, column) } ?? 0
        var scores: [ScoreSheet.Score] = []
        for question in questions {
            guard let points = question.points else {
                scores.append(ScoreSheet.Score(status: .unknownBlank))
                continue
            }
            var score = try sheet.score(row, points, maximum: question.maximum)
            if score.status == .unknownBlank {
                score.status = sheet.text(row, question.answer).isEmpty ? .notAssigned : .notYetGraded
            }
            scores.append(score)
        }
        return Attempt(row: row, record: record, learner: learner, number: number, at: at, scores: scores)
    }

    private mutating func add(_ attempt: Attempt) {
        let learner = sheet.assembler.log.intern(
            Learner(
                id: attempt.learner, name: sheet.text(attempt.row, columns.name),
                section: sheet.text(attempt.row, columns.section)))
        if Int(learner) == accounts.count {
            accounts.append(
                CanvasAccount(
                    canvasID: sheet.text(attempt.row, columns.canvasID),
                    sisID: sheet.text(attempt.row, columns.sisID)))
        }
        for (question, score) in zip(questions, attempt.scores) where question.points != nil {
            var kind = ItemKind(title: question.title)
            // What cannot be scored is no work, whatever it is called.
            if question.maximum == 0, kind == .work { kind = .administrative }
            let item = sheet.assembler.log.intern(
                Item(
                    id: question.id, title: question.title.isEmpty ? question.id : question.title,
                    maximum: question.maximum, kind: kind))
            var event = TidyEvent(
                learner: learner, item: item, row: attempt.record, status: score.status, line: attempt.row.line)
            event.attempt = attempt.number
            event.at = attempt.at
            event.points = score.points
            event.isShare = score.isShare
            event.maximum = question.maximum ?? .nan
            sheet.add(event, column: question.points ?? question.answer)
        }
    }
}
