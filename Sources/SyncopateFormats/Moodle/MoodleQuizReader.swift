internal import Syncopate

/// Reads the reports of a quiz in Moodle: grades, with a column for each question, and responses, which have nothing
/// but the grade of the whole.
///
/// A row is an attempt; attempts of one learner are numbered by when they began. Items are `Q. 1` and so on, with the
/// quiz's name, which only the file's name says, before them.
struct MoodleQuizReader {
    static let entry = FormatEntry(
        .moodleQuiz, "a Moodle quiz report", "Moodle quiz, report of grades or responses: a row an attempt",
        example:
            "Surname,First name,Email address,State,Started on,Completed,Time taken,Grade/10.00,Q. 1 /5.00,Q. 2 /5.00",
        quirks: [
            "An item is a question, or the whole quiz where no question has points; the file's name is the quiz's.",
            "- in a finished attempt is a question left out; attempts that were never handed in are missing.",
            "Marks that penalties took below zero are read as 0.",
            "Times are without a zone: give --timezone; what is no time in a language known here is left out.",
            "In any language if there are questions; of the whole quiz alone in those of the gradebook.",
        ],
        confidence: { preview in
            guard let columns = MoodleQuizColumns(preview.header) else { return 0 }
            return columns.isCertain ? 0.95 : 0.8
        },
        read: { (content, options) throws(ReadError) in
            var reader = try MoodleQuizReader(content, options)
            return reader.read()
        })

    /// What became of an attempt.
    private enum State {
        case finished, running, abandoned
        /// The learner never began.
        case none
    }

    private struct Question {
        var column: Int
        var item: Item
    }

    private struct Attempt {
        var row: CSVRow
        var record: Int32
        var learner: String
        var started: Double
        var at: Double
        var seconds: Double
        var scores: [ScoreSheet.Score]
    }

    private var sheet: ScoreSheet
    private let columns: MoodleQuizColumns
    private var questions: [Question] = []
    private let ids: [Int]
    private let lastName: Int?
    private let firstName: Int?

    init(_ content: FileContent, _ options: ReadOptions) throws(ReadError) {
        var sheet = try ScoreSheet(
            content, options, Self.entry.name, example: Self.entry.example,
            headerRow: { MoodleQuizColumns($0) != nil })
        guard let columns = MoodleQuizColumns(sheet.headers) else {
            throw sheet.assembler.findings.refusal(
                .notAKnownFormat, line: sheet.headerLine, "the header is not that of \(Self.entry.name)",
                remedy: "export it again; its header looks like \(Self.entry.example)")
        }
        self.columns = columns
        // As the gradebook has it, so that both know the same learner by the same id.
        let language = MoodleLanguage(of: sheet.lower)
        var ids = [language?.idNumber, language?.email, language?.username].compactMap {
            $0.flatMap { sheet.column($0) }
        }
        .filter { $0 < columns.identityCount }
        if ids.isEmpty {
            ids = (0..<columns.identityCount).filter { position in
                sheet.rows.prefix(5).contains { sheet.text($0, position).contains("@") }
            }
        }
        let last = language.flatMap { sheet.column($0.lastName) }
        let first = language.flatMap { sheet.column($0.firstName) }
        let lastPosition = last ?? (first == 0 ? 1 : 0)
        lastName = lastPosition
        firstName = first ?? (lastPosition == 0 && !ids.contains(1) ? 1 : nil)
        self.ids = ids
        if ids.isEmpty {
            sheet.assembler.findings.add(
                .idColumnMissing, line: sheet.headerLine, "there is no column with an id or an address",
                remedy: "learners are known by name; export with addresses to be able to join files")
        }
        let quiz = FileTitle.title(content.name, endings: MoodleWords.fileEndings)
        let all = columns.questions.isEmpty ? [columns.grade] : columns.questions
        let distinct = sheet.distinct(all.map { ($0.position, $0.label) })
        let marked = all.filter { distinct.contains($0.position) }
        let numbers = marked.map { sheet.headerNumber($0.maximum) }
        // Moodle writes numbers without marks between thousands.
        for number in numbers { if let number { sheet.surveyed(header: number, thousands: .never) } }
        for (column, number) in zip(marked, numbers) {
            sheet.survey(column.position, thousands: .never)
            let isWhole = columns.questions.isEmpty
            let label =
                isWhole
                ? (quiz.isEmpty ? column.label : quiz) : quiz.isEmpty ? column.label : "\(quiz): \(column.label)"
            questions.append(
                Question(
                    column: column.position,
                    item: Item(
                        id: label, title: label, maximum: number.map { sheet.value($0) }, kind: ItemKind(title: quiz))))
        }
        for part in columns.gradeItems {
            sheet.note(
                .ignoredColumn, header: part.position,
                "a part of the quiz's grade, made of the same questions, so not read",
                remedy: "nothing to do")
        }
        self.sheet = sheet
    }

    mutating func read() -> FileReading {
        let started = sheet.times(columns.started)
        let completed = sheet.times(columns.completed)
        var attempts: [Attempt] = []
        var averages: [Int] = []
        for (number, row) in sheet.rows.enumerated() {
            if isAverage(row) {
                averages.append(row.line)
                continue
            }
            do throws(ScoreSheet.Fault) {
                attempts.append(try attempt(row, Int32(clamping: number + 1), started, completed))
            } catch {
                sheet.reject(row, error)
            }
        }
        if let first = averages.first {
            sheet.assembler.findings.add(
                .notAnAnswer, line: first,
                averages.count == 1
                    ? "a row of averages is left out"
                    : "\(averages.count) rows of averages are left out, this one the first",
                remedy: "nothing to do")
        }
        let numbers = sheet.attempts(attempts.map { ($0.learner, $0.started, $0.row) }, isNewestFirst: false)
        for (attempt, number) in zip(attempts, numbers) { add(attempt, number) }
        return sheet.finish()
    }

    /// Averages have a name, a grade and no state.
    private func isAverage(_ row: CSVRow) -> Bool {
        guard columns.state.map({ sheet.text(row, $0).isEmpty }) ?? true, sheet.text(row, columns.started).isEmpty
        else { return false }
        let name = (sheet.text(row, lastName) + sheet.text(row, firstName)).lowercased()
        let hasGrade = !sheet.text(row, columns.grade.position).isEmpty
        return MoodleWords.averages.contains(name)
            || (hasGrade && sheet.text(row, firstName).isEmpty && ids.allSatisfy { sheet.text(row, $0).isEmpty })
    }

    private mutating func attempt(
        _ row: CSVRow, _ record: Int32, _ started: LocalTimeColumn, _ completed: LocalTimeColumn
    ) throws(ScoreSheet.Fault) -> Attempt {
        try sheet.checkShape(row, needed: (questions.last?.column ?? 0) + 1)
        var names: [Int] = []
        if ids.isEmpty { names = [lastName, firstName].compactMap { $0 } }
        let learner =
            ids.isEmpty && !name(row).isEmpty ? name(row) : try sheet.learnerID(row, ids.isEmpty ? names : ids)
        let began = sheet.moment(row, columns.started, started)
        let ended = sheet.moment(row, columns.completed, completed)
        let state = state(row, hasEnded: !isDash(row, columns.completed))
        var scores: [ScoreSheet.Score] = []
        for question in questions { scores.append(try score(row, question, state)) }
        return Attempt(
            row: row, record: record, learner: learner, started: began, at: ended.isNaN ? began : ended,
            seconds: MoodleWords.duration(sheet.text(row, columns.duration)) ?? -1, scores: scores)
    }

    private func isDash(_ row: CSVRow, _ column: Int) -> Bool { ["", "-"].contains(sheet.text(row, column)) }

    private mutating func state(_ row: CSVRow, hasEnded: Bool) -> State {
        guard let column = columns.state else {
            return hasEnded ? .finished : isDash(row, columns.started) ? .none : .running
        }
        let word = sheet.text(row, column).lowercased()
        if MoodleWords.finished.contains(word) { return .finished }
        if MoodleWords.running.contains(word) { return .running }
        if MoodleWords.abandoned.contains(word) { return .abandoned }
        if word.isEmpty || word == "-" { return hasEnded ? .finished : .none }
        sheet.note(
            .unknownStatus, row, column,
            "no known state; the attempt is taken as \(hasEnded ? "finished, since it has an end" : "not finished")",
            remedy: "export in English to be sure", severity: .warning)
        return hasEnded ? .finished : .running
    }

    private mutating func score(
        _ row: CSVRow, _ question: Question, _ state: State
    ) throws(ScoreSheet.Fault) -> ScoreSheet.Score {
        let word = sheet.text(row, question.column).lowercased()
        if MoodleWords.ungraded.contains(word) { return ScoreSheet.Score(status: .notYetGraded) }
        var score = try sheet.score(
            row, question.column, maximum: question.item.maximum, hasPenalties: true)
        let blank: Status
        switch state {
        case .finished:
            guard score.status == .unknownBlank else { return score }
            // The sum of a finished attempt is not there before somebody has graded it.
            blank = columns.questions.isEmpty ? .notYetGraded : question.item.maximum == 0 ? .unknownBlank : .missing
        case .running: blank = .inProgress
        case .abandoned: blank = .missing
        case .none:
            guard score.status == .unknownBlank else { return score }
            blank = .unknownBlank
        }
        if score.status == .scored {
            sheet.note(
                .statusAgainstScore, row, question.column,
                "there are points and the attempt was not handed in; the state counts",
                remedy: "nothing to do once the attempt is finished")
        }
        score.status = blank
        return score
    }

    private func name(_ row: CSVRow) -> String {
        let last = sheet.text(row, lastName)
        let first = sheet.text(row, firstName)
        return last.isEmpty ? first : first.isEmpty ? last : "\(last), \(first)"
    }

    private mutating func add(_ attempt: Attempt, _ number: Int32) {
        let learner = sheet.assembler.log.intern(Learner(id: attempt.learner, name: name(attempt.row)))
        for (question, score) in zip(questions, attempt.scores) {
            var event = TidyEvent(
                learner: learner, item: sheet.assembler.log.intern(question.item), row: attempt.record,
                status: score.status, line: attempt.row.line)
            event.attempt = number
            event.at = attempt.at
            event.points = score.points
            event.isShare = score.isShare
            event.maximum = question.item.maximum ?? .nan
            // Of several questions nobody knows how the time was spent.
            if questions.count == 1, attempt.seconds >= 0 { event.seconds = Float(attempt.seconds) }
            sheet.add(event, column: question.column)
        }
    }
}
