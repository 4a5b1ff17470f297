internal import Syncopate

/// Reads the answers to a quiz in Google Forms: a row a response, with `Score` as `4 / 5`.
///
/// The download of Forms itself has two more columns a question, `… [Score]` and `… [Feedback]`: then an item is a
/// question. The sheet that answers are collected in has none: then it is the whole quiz. Several responses of one
/// person are attempts.
struct GoogleFormsReader {
    static let entry = FormatEntry(
        .googleForms, "a Google Forms result", "Google Forms quiz: a row a response",
        example: "Timestamp,Email Address,Score,What is 2+2?,What is 2+2? [Score],What is 2+2? [Feedback]",
        quirks: [
            "An item is a question where the file has its score, else the whole form; the file's name is the form's.",
            "Several responses of one person are attempts, the earliest first.",
            "Without an address a column with names is needed to know who answered.",
        ],
        confidence: { preview in
            guard let first = preview.header.first, GoogleFormsColumns.timestamps.contains(first),
                !preview.has("learner")
            else {
                return 0
            }
            if preview.header.contains(where: { question($0) != nil }) { return 0.9 }
            // A column of items makes a row an event of a log, which begins with a time too.
            guard !preview.header.contains(where: { items.contains($0) }) else { return 0 }
            return preview.header.contains { GoogleFormsColumns.totals.contains($0) } ? 0.9 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = try GoogleFormsReader(content, options)
            return reader.read()
        })

    private static let items: Set<String> = [
        "item", "question", "problem", "exercise", "task", "assignment", "activity", "quiz", "skill", "item_id",
        "question_id", "problem_id", "exercise_id", "task_id", "assignment_id", "activity_id", "quiz_id", "item id",
        "question id", "problem id",
    ]

    private struct Question {
        var column: Int
        var item: Item
    }

    private struct Response {
        var row: CSVRow
        var record: Int32
        var learner: String
        var at: Double
        var scores: [(score: ScoreSheet.Score, maximum: Double)]
    }

    private var sheet: ScoreSheet
    private var questions: [Question] = []
    private let columns: GoogleFormsColumns

    init(_ content: FileContent, _ options: ReadOptions) throws(ReadError) {
        var sheet = try ScoreSheet(
            content, options, Self.entry.name, example: Self.entry.example,
            headerRow: { row in
                row.first.map { GoogleFormsColumns.timestamps.contains($0) } == true
                    && row.contains { GoogleFormsColumns.totals.contains($0) || Self.question($0) != nil }
            })
        let table = sheet
        columns = GoogleFormsColumns(sheet.lower) { column in table.rows.allSatisfy { table.text($0, column).isEmpty } }
        guard let id = columns.identity.first else {
            throw sheet.assembler.findings.refusal(
                .idColumnMissing, line: sheet.headerLine, "no column says who answered",
                remedy: "collect addresses in the form's settings, or ask for a name in a question called Name")
        }
        if !columns.isAddress {
            sheet.note(
                .idColumnMissing, header: id, "there is no address, so people are known by what they wrote here",
                remedy: "collect addresses in the form's settings to be able to join files")
        }
        let form = GoogleFormsTitle.title(content.name)
        var seen: [String: Int] = [:]
        for (column, header) in sheet.headers.enumerated() {
            guard var title = Self.question(header) else { continue }
            guard !Self.isWithoutPoints(sheet, column) else {
                sheet.note(
                    .maximumZero, header: column, "the question gives no points, so it is no item",
                    remedy: "nothing to do")
                continue
            }
            // A form may ask several questions in the same words.
            let number = seen[title, default: 0] + 1
            seen[title] = number
            if number > 1 {
                sheet.note(
                    .similarColumns, header: column, "the question stands here again, and is read as one of its own",
                    remedy: "give questions names of their own")
                title += " (\(number))"
            }
            let full = form.isEmpty ? title : "\(form): \(title)"
            questions.append(Question(column: column, item: Item(id: full, title: full, kind: ItemKind(title: title))))
        }
        if questions.isEmpty, let total = sheet.lower.firstIndex(where: { GoogleFormsColumns.totals.contains($0) }) {
            let title = form.isEmpty ? sheet.headers[total] : form
            questions = [Question(column: total, item: Item(id: title, title: title, kind: ItemKind(title: title)))]
        }
        for question in questions { sheet.surveyed(question.column, Self.marks(sheet, question.column)) }
        self.sheet = sheet
    }

    /// The question of a header such as `What is 2+2? [Score]`.
    private static func question(_ header: String) -> String? {
        guard let (before, inside) = BracketedNumber.last(header, "[", "]"), !before.isEmpty,
            GoogleFormsColumns.scores.contains(inside.lowercased())
        else { return nil }
        return before
    }

    /// Whether all cells of a column are out of nothing (`-- / 0`), as those of questions for a name are.
    private static func isWithoutPoints(_ sheet: ScoreSheet, _ column: Int) -> Bool {
        var isFound = false
        for row in sheet.rows {
            let text = sheet.text(row, column)
            guard !text.isEmpty else { continue }
            guard let slash = text.lastIndex(of: "/"),
                case .number(let possible) = ScoreCell(text: Array(text[text.index(after: slash)...].utf8)),
                possible.withPoint == 0
            else { return false }
            isFound = true
        }
        return isFound
    }

    /// What the cells of a column give away about its decimal mark.
    private static func marks(_ sheet: ScoreSheet, _ column: Int) -> DecimalChoice {
        var choice = DecimalChoice()
        for row in sheet.rows {
            for part in sheet.text(row, column).split(separator: "/") {
                let bytes = Array(part.utf8)
                if let number = NumericCell(bytes, Blanks.trimmed(0..<bytes.count, in: bytes)) {
                    choice.observe(number)
                }
            }
        }
        return choice
    }

    mutating func read() -> FileReading {
        let times = sheet.times(0)
        var responses: [Response] = []
        for (number, row) in sheet.rows.enumerated() {
            do throws(ScoreSheet.Fault) {
                responses.append(try response(row, Int32(clamping: number + 1), times))
            } catch {
                sheet.reject(row, error)
            }
        }
        let attempts = sheet.attempts(responses.map { ($0.learner, $0.at, $0.row) }, isNewestFirst: false)
        for (response, attempt) in zip(responses, attempts) { add(response, attempt) }
        return sheet.finish()
    }

    private mutating func response(
        _ row: CSVRow, _ record: Int32, _ times: LocalTimeColumn
    ) throws(ScoreSheet.Fault) -> Response {
        try sheet.checkShape(row, needed: max(columns.identity.max() ?? 0, questions.first?.column ?? 0) + 1)
        var parts: [String] = []
        for column in columns.identity { parts.append(try sheet.learnerID(row, [column])) }
        let learner = parts.joined(separator: ", ")
        let at = sheet.moment(row, 0, times)
        var scores: [(score: ScoreSheet.Score, maximum: Double)] = []
        for question in questions { scores.append(try score(row, question.column)) }
        return Response(row: row, record: record, learner: learner, at: at, scores: scores)
    }

    /// `4 / 5`, or points alone; two hyphens stand for points nobody has given yet.
    private mutating func score(
        _ row: CSVRow, _ column: Int
    ) throws(ScoreSheet.Fault) -> (score: ScoreSheet.Score, maximum: Double) {
        let text = sheet.text(row, column)
        guard let slash = text.lastIndex(of: "/") else {
            if text.allSatisfy({ $0 == "-" }), text.count == 2 {
                return (ScoreSheet.Score(status: .notYetGraded), .nan)
            }
            return (try sheet.score(row, column), .nan)
        }
        let possible = ScoreCell(text: Array(text[text.index(after: slash)...].utf8))
        guard case .number(let number) = possible, number.withPoint >= 0, !number.isPercent else {
            throw ScoreSheet.Fault(
                rule: .badMaximum, column: column, message: "the points possible are a number from zero",
                remedy: "write it like 4 / 5")
        }
        let maximum = sheet.value(number)
        let points = text[..<slash].trimmingPrefix(while: \.isWhitespace)
        if points.isEmpty || points.hasPrefix("-- ") || points == "--" || points == "- " {
            return (ScoreSheet.Score(status: .notYetGraded), maximum)
        }
        return (try sheet.score(ScoreCell(text: Array(points.utf8)), row, column, maximum: maximum), maximum)
    }

    private mutating func add(_ response: Response, _ attempt: Int32) {
        let name = columns.name.map { sheet.text(response.row, $0) }
        let learner = sheet.assembler.log.intern(
            Learner(id: response.learner, name: name.filter { !$0.isEmpty }.joined(separator: ", ")))
        for (question, score) in zip(questions, response.scores) {
            let item = sheet.assembler.log.intern(question.item)
            if !score.maximum.isNaN, sheet.assembler.log.items[Int(item)].maximum == nil {
                sheet.assembler.log.update(itemAt: item) { $0.maximum = score.maximum }
            }
            var event = TidyEvent(
                learner: learner, item: item, row: response.record, status: score.score.status,
                line: response.row.line)
            event.attempt = attempt
            event.at = response.at
            event.points = score.score.points
            event.isShare = score.score.isShare
            event.maximum = score.maximum
            sheet.add(event, column: question.column)
        }
    }
}
