internal import Syncopate

/// Reads the exports of DataShop (Koedinger and others 2010): transactions, and student-steps, which sum up an attempt at a
/// step.
///
/// An item is a step of a problem. Of a transaction `CORRECT` and `INCORRECT` are answers, and a request for a hint is none:
/// it counts as a hint of the learner's next answer to the step. Of a student-step the first attempt counts, and one that
/// began with a hint is wrong, as DataShop's own learning curves have it. Skills are those of the first model of knowledge
/// components.
struct DataShopReader {
    static let entry = FormatEntry(
        .dataShop, "a DataShop export", "DataShop transactions or student-steps, tab delimited",
        example: "Anon Student Id\tTime\tProblem Name\tStep Name\tAttempt At Step\tOutcome\tKC (Default)",
        quirks: [
            "An item is a step of a problem; skills are those of the first KC model.",
            "Of transactions right and wrong are answers, and hints are counted with the next answer to the step.",
            "A student-step that began with a hint is wrong.",
            "Times without a zone are read as UTC.",
        ],
        confidence: { $0.has("anon student id") ? 1 : 0 },
        read: { (content, options) throws(ReadError) in
            var reader = try DataShopReader(content.text, options: options, file: content.name)
            reader.read()
            return FileReading(&reader.assembler, headerRows: reader.headerRows)
        })

    private let table: TabTable
    private let columns: DataShopColumns
    private let options: ReadOptions
    private(set) var headerRows: [[UInt8]] = []
    fileprivate(set) var assembler: TidyAssembler
    private var notAnswers = 0
    /// Whether the export has requests for hints at all; where it has none, nothing is known of them.
    private let hasHints: Bool
    private var hints = DataShopHints()
    /// Answers, which wait for the hints that were asked for before them.
    private var answers: [(event: TidyEvent, id: String?)] = []

    /// - Throws: `missing-column` where the header is not DataShop's.
    init(_ text: [UInt8], options: ReadOptions, file: String) throws(ReadError) {
        let table = TabTable(text)
        self.table = table
        self.options = options
        assembler = TidyAssembler(file: file, options: options)
        let header = table.rows.first
        let names = header.map { table.cells($0).map { table.text($0) } } ?? []
        guard let columns = DataShopColumns(names) else {
            throw assembler.findings.refusal(
                .missingColumn, line: header?.line,
                "a DataShop export has Anon Student Id, Problem Name, and Outcome or First Attempt",
                remedy: "export transactions or student-steps, tab delimited")
        }
        try assembler.findings.refuseRepeats(
            names, of: ["anon student id", "problem name", "step name", "outcome", "first attempt", "attempt at step"],
            line: header?.line)
        self.columns = columns
        assembler.headers = names
        hasHints =
            columns.isTransaction
            && table.rows.dropFirst().contains { row in
                let cells = table.cells(row)
                return columns.outcome < cells.count
                    && Self.hintWords.contains(table.text(cells[columns.outcome]).lowercased())
            }
        if let header { headerRows = [Array(table.bytes[header.range])] }
        if !columns.otherModels.isEmpty {
            assembler.findings.add(
                .ignoredColumn, line: header?.line, header: columns.otherModels.joined(separator: ", "),
                "other models of knowledge components than \"\(columns.model ?? "")\", so not read",
                remedy: "put the columns of the model you want first")
        }
    }

    /// What outcomes of transactions are requests for hints.
    private static let hintWords: Set<String> = ["hint", "initial_hint", "hint_level_change"]

    mutating func read() {
        answers.reserveCapacity(table.rows.count)
        for (number, row) in table.rows.enumerated().dropFirst() {
            do throws(TidyValues.Fault) {
                try read(row, record: Int32(clamping: number))
            } catch {
                let cells = table.cells(row)
                let position = position(error.field)
                let text = position.map { cells.indices.contains($0) ? table.text(cells[$0]) : "" } ?? ""
                assembler.reject(
                    error, line: row.line, cells: cells.count, position: position,
                    bytes: Array(table.bytes[row.range]), text: text)
            }
        }
        settle()
        if table.rows.count <= 1 {
            assembler.findings.add(
                .noLearners, line: table.rows.first?.line, "there is a header and nothing below it",
                remedy: "check that the export is not empty")
        }
        if notAnswers > 0 {
            assembler.findings.add(
                .notAnAnswer, line: table.rows.first?.line, column: columns.outcome + 1,
                header: columns.headers[columns.outcome],
                notAnswers == 1
                    ? "1 row asks for a hint or tells something else than right or wrong, and is no answer"
                    : "\(notAnswers) rows ask for a hint or tell something else than right or wrong, and are no answers",
                remedy: "nothing to do")
        }
    }

    /// Passes the answers on, each with the hints asked for since the one before it.
    private mutating func settle() {
        let counts = hasHints ? hints.counts() : []
        assembler.reserve(answers.count)
        for (number, answer) in answers.enumerated() {
            var event = answer.event
            if hasHints { event.hints = counts[number] }
            assembler.add(event, id: answer.id)
        }
    }

    private func position(_ field: TidyField) -> Int? {
        switch field {
        case .learner: columns.learner
        case .item: columns.problem
        case .score: columns.outcome
        case .at: columns.time
        case .attempt: columns.attempt
        default: nil
        }
    }

    private mutating func read(_ row: TabTable.Row, record: Int32) throws(TidyValues.Fault) {
        let cells = table.cells(row)
        func text(_ position: Int?) -> String {
            guard let position, position < cells.count else { return "" }
            let text = table.text(cells[position])
            // A point stands where there is nothing.
            return text == "." ? "" : text
        }
        let width = columns.headers.count
        let isLong = cells.count > width && cells[width...].contains { !$0.isEmpty }
        guard cells.count > max(columns.learner, columns.problem, columns.outcome), !isLong else {
            throw TidyValues.Fault(
                rule: .raggedRow, field: .score,
                message: "the row has \(CSVRow.cells(cells.count)) and the header \(width)",
                remedy: isLong ? "look for a tab inside a cell" : "look for a line break inside a cell")
        }
        var event = TidyEvent(learner: 0, item: 0, row: record, status: .scored, isShare: true, line: row.line)
        let named = text(columns.learner)
        let problem = text(columns.problem)
        let step = text(columns.step)
        /// What tells a row from another about the same step, where anything does.
        func identity() -> String? {
            let id = text(columns.transaction)
            if !id.isEmpty { return "id \(id)" }
            let (time, attempt) = (text(columns.time), text(columns.attempt))
            return time.isEmpty || attempt.isEmpty ? nil : "try \(time) \(attempt)"
        }
        let title = step.isEmpty ? problem : "\(problem): \(step)"
        let place = DataShopHints.Step(learner: named, item: title)
        switch (text(columns.outcome).lowercased(), columns.isTransaction) {
        case ("correct", _), ("ok", true): event.points = 1
        case ("incorrect", _), ("error", true), ("bug", true), ("hint", false): event.points = 0
        case (let word, true) where Self.hintWords.contains(word):
            hints.ask(place, at: moment(text(columns.time), zone: text(columns.zone)), row: record, id: identity())
            notAnswers += 1
            return
        case ("", _):
            notAnswers += 1
            return
        default:
            throw TidyValues.Fault(
                rule: .notANumber, field: .score, message: "this is no outcome",
                remedy: "correct and incorrect are answers, hint is none")
        }
        let learner = try TidyValues.learner(named)
        guard !problem.isEmpty else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "there is no problem", remedy: "fill it in")
        }
        if let time = columns.time, time < cells.count, !text(time).isEmpty {
            event.at = try self.time(text(time), zone: text(columns.zone), line: row.line)
        }
        let attempt = text(columns.attempt)
        if !attempt.isEmpty { event.attempt = try TidyValues.attempt(Double(decimal: attempt)) }
        event.learner = assembler.log.intern(Learner(id: learner, name: "", section: ""))
        event.item = assembler.log.intern(Item(id: title, title: title))
        let skills = columns.skills.flatMap { text($0).split(separator: "~~").map { SkillWeight(skill: String($0)) } }
        var seen: Set<String> = []
        let set = assembler.skillSets.number(skills.filter { seen.insert($0.skill).inserted })
        assembler.settleSkills(of: &event, set: set)
        let id = text(columns.transaction)
        if hasHints { hints.answer(place, at: event.at, row: record, id: identity()) }
        answers.append((event, id.isEmpty ? nil : id))
    }

    /// When a hint was asked for, as far as that can be read; NaN where it cannot. Nothing is said: a hint is no answer.
    private func moment(_ text: String, zone: String) -> Double {
        guard !text.isEmpty else { return .nan }
        let isUTC = Self.utcWords.contains(zone.lowercased())
        return (try? TidyValues.moment(text, zone: isUTC ? .utc : options.zone ?? .utc))?.seconds ?? .nan
    }

    private static let utcWords: Set<String> = ["utc", "gmt", "z"]

    /// Seconds since 1970. Times come without a zone, which stands in a column of its own or nowhere.
    private mutating func time(_ text: String, zone: String, line: Int) throws(TidyValues.Fault) -> Double {
        let isUTC = Self.utcWords.contains(zone.lowercased())
        if options.zone == nil, !isUTC, case .local = Timestamp.read(text) {
            assembler.findings.add(
                .badTime, .note, line: line, column: columns.time.map { $0 + 1 },
                header: columns.time.map { columns.headers[$0] } ?? "",
                "a time \(zone.isEmpty ? "without a zone" : "in \(zone)"), read as if it were UTC: days may begin early or late",
                remedy: "say where it was with --timezone; nothing to do where hours do not matter")
        }
        let reading = try TidyValues.moment(text, zone: isUTC ? .utc : options.zone ?? .utc)
        assembler.findings.note(
            reading, line: line, column: columns.time.map { $0 + 1 },
            header: columns.time.map { columns.headers[$0] } ?? "")
        return reading.seconds
    }
}
