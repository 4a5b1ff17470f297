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
            "Reports of New Quizzes have other columns and are not read.",
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
    private let ids: [Int]
    private let submitted: Int?
    private let attempt: Int?
    private var accounts: [CanvasAccount] = []

    /// - Throws: `not-a-known-format` where there are no questions, `id-column-missing` where the quiz was anonymous.
    init(_ content: FileContent, _ options: ReadOptions) throws(ReadError) {
        var sheet = try ScoreSheet(
            content, options, Self.entry.name, example: Self.entry.example,
            headerRow: { !Self.questions($0).isEmpty || ($0.contains("n correct") && $0.contains("score")) })
        let found = Self.questions(sheet.headers)
        let first = found.first?.position ?? sheet.column("n correct") ?? sheet.headers.count
        questions = found.map { question in
            let header =
                sheet.headers.indices.contains(question.position + 1) ? sheet.headers[question.position + 1] : ""
            let number = sheet.headerNumber(header)
            let isPoints = number != nil || (header.isEmpty && question.position + 1 < sheet.headers.count)
            return Question(
                id: question.id, title: question.title, answer: question.position,
                points: isPoints ? question.position + 1 : nil, maximum: number.map { sheet.value($0) })
        }
        // Canvas translates the headers for some; their order stays.
        var ids = [sheet.column("id"), sheet.column("sis_id")].compactMap { $0 }.filter { $0 < first }
        let hasEnglish = sheet.column("section") != nil || sheet.column("submitted") != nil || !ids.isEmpty
        if ids.isEmpty, !hasEnglish, first >= 4 { ids = [1] }
        guard !ids.isEmpty else {
            throw sheet.assembler.findings.refusal(
                .idColumnMissing, line: sheet.headerLine,
                "the quiz was anonymous: no column says whose attempt a row is",
                remedy: "nothing can be learnt about learners from it")
        }
        self.ids = ids
        submitted =
            sheet.column("submitted") ?? (hasEnglish ? nil : (2..<max(first, 2)).first { Self.isTime(sheet, $0) })
        attempt = sheet.column("attempt") ?? (hasEnglish ? nil : submitted.flatMap { $0 + 1 < first ? $0 + 1 : nil })
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

    /// Whether the first cell of a column that is not blank is a time.
    private static func isTime(_ sheet: ScoreSheet, _ column: Int) -> Bool {
        sheet.rows.lazy.map { sheet.text($0, column) }.first { !$0.isEmpty }.map { LocalTime($0) != nil } ?? false
    }

    /// The questions of a header: `101: What is 2+2?`, each followed by a number.
    private static func questions(_ headers: [String]) -> [(position: Int, id: String, title: String)] {
        var found: [(position: Int, id: String, title: String)] = []
        var isSettled = false
        for (position, header) in headers.enumerated() {
            guard let colon = header.firstIndex(of: ":"), colon > header.startIndex,
                header[..<colon].utf8.allSatisfy(\.isDigit)
            else { continue }
            let bytes = Array((position + 1 < headers.count ? headers[position + 1] : "").utf8)
            if NumericCell(bytes, 0..<bytes.count) != nil { isSettled = true }
            let words = header[header.index(after: colon)...].split(whereSeparator: \.isWhitespace)
            let title = Self.withoutTags(words.joined(separator: " "))
            found.append((position, String(header[..<colon]), Self.shortened(title)))
        }
        return isSettled ? found : []
    }

    /// A question's text without the marks of HTML that older reports left in it.
    private static func withoutTags(_ text: String) -> String {
        guard text.contains("<") else { return text }
        var plain = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            plain += rest[..<open]
            let after = rest[rest.index(after: open)...]
            // A sign of comparison opens nothing.
            if let first = after.first, first == "/" || first.isLetter, let close = after.firstIndex(of: ">") {
                rest = after[after.index(after: close)...]
            } else {
                plain.append("<")
                rest = after
            }
        }
        return plain + rest
    }

    /// At most 80 characters of a question's text.
    private static func shortened(_ text: String) -> String {
        text.count > 80 ? text.prefix(79).trimmingBlanks + "…" : text
    }

    mutating func read() -> FileReading {
        var attempts: [Attempt] = []
        let times = sheet.times(submitted)
        for (number, row) in sheet.rows.enumerated() {
            do throws(ScoreSheet.Fault) {
                attempts.append(try attempt(row, Int32(clamping: number + 1), times))
            } catch {
                sheet.reject(row, error)
            }
        }
        if attempt == nil {
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
        try sheet.checkShape(row, needed: (questions.last?.points ?? ids.last ?? 0) + 1)
        let learner = try sheet.learnerID(row, ids)
        let at = sheet.moment(row, submitted, times)
        var number: Int32 = 0
        if let attempt {
            guard let value = Int32(DamagedID.repaired(sheet.text(row, attempt))), value >= 1 else {
                throw ScoreSheet.Fault(
                    rule: .badAttempt, column: attempt, message: "an attempt is a whole number from 1",
                    remedy: "correct it")
            }
            number = value
        }
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
                id: attempt.learner, name: sheet.text(attempt.row, sheet.column("name") ?? (ids == [1] ? 0 : nil)),
                section: sheet.text(attempt.row, sheet.column("section"))))
        if Int(learner) == accounts.count {
            accounts.append(
                CanvasAccount(
                    canvasID: sheet.text(attempt.row, sheet.column("id") ?? (ids == [1] ? 1 : nil)),
                    sisID: sheet.text(attempt.row, sheet.column("sis_id"))))
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

extension Substring {
    /// Without blanks at its end.
    fileprivate var trimmingBlanks: String {
        var text = String(self)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
