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
            "A student-step that began with a hint is wrong; where there is only Correct First Attempt, 1 is right.",
            "Steps of one name in two units are two items, with the unit in their ids.",
            "Quotes that a spreadsheet or R put around cells are taken off, and a CSV made of an export is read too.",
            "Times without a zone are read as UTC; an answer whose time cannot be read counts without it.",
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
    private var hasHints = false
    /// Names of steps that several units have, which are several steps.
    private var shared: Set<String> = []
    private var times = LogTimes()
    private var hints = DataShopHints()
    /// Answers, which wait for the hints that were asked for before them.
    private var answers: [(event: TidyEvent, id: String?)] = []

    /// - Throws: `missing-column` where the header is not DataShop's.
    init(_ text: [UInt8], options: ReadOptions, file: String) throws(ReadError) {
        let table = try TabTable(text, file: file)
        self.table = table
        self.options = options
        assembler = TidyAssembler(file: file, options: options)
        let header = table.rows.first
        let names = header.map { table.cells($0).map { table.text($0) } } ?? []
        guard let columns = DataShopColumns(names) else {
            let refusal = DataShopColumns.refusal(names)
            throw assembler.findings.refusal(
                refusal.rule, line: header?.line, refusal.message, remedy: refusal.remedy)
        }
        try assembler.findings.refuseRepeats(
            names,
            of: [
                "anon student id", "problem name", "step name", "outcome", "first attempt", "correct first attempt",
                "attempt at step",
            ],
            line: header?.line)
        self.columns = columns
        assembler.headers = names
        look()
        if let header { headerRows = [Array(table.bytes[header.range])] }
        if !columns.otherModels.isEmpty {
            assembler.findings.add(
                .ignoredColumn, line: header?.line, header: columns.otherModels.joined(separator: ", "),
                "other models of knowledge components than \"\(columns.model ?? "")\", so not read",
                remedy: "put the columns of the model you want first")
        }
    }

    /// Looks over the rows for what has to be known of all of them before the first is read.
    private mutating func look() {
        var places: [String: String] = [:]
        for row in table.rows.dropFirst() {
            let cells = table.cells(row)
            if columns.isTransaction, !hasHints, case .hint? = DataShopOutcome(text(cells, columns.outcome), columns) {
                hasHints = true
            }
            times.observe(text(cells, columns.time))
            guard !columns.hierarchy.isEmpty else { continue }
            let (title, place) = (title(cells), hierarchy(cells))
            if places[title, default: place] == place {
                places[title] = place
            } else {
                shared.insert(title)
            }
        }
    }

    /// The text of a cell; a point stands where there is nothing.
    private func text(_ cells: [Range<Int>], _ position: Int?) -> String {
        guard let position, position < cells.count else { return "" }
        let text = table.text(cells[position])
        return text == "." ? "" : text
    }

    private func title(_ cells: [Range<Int>]) -> String {
        let (problem, step) = (text(cells, columns.problem), text(cells, columns.step))
        return step.isEmpty ? problem : "\(problem): \(step)"
    }

    private func hierarchy(_ cells: [Range<Int>]) -> String {
        columns.hierarchy.map { text(cells, $0) }.filter { !$0.isEmpty }.joined(separator: ", ")
    }

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
        func text(_ position: Int?) -> String { self.text(cells, position) }
        guard !row.isMalformed else {
            throw TidyValues.Fault(
                rule: .textAfterQuote, field: .item,
                message: "something stands between a closing quote and the end of its cell",
                remedy: "double the quotes that belong to the text")
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
        /// What tells a row from another about the same step, where anything does.
        func identity() -> String? {
            let id = text(columns.transaction)
            if !id.isEmpty { return "id \(id)" }
            let (time, attempt, view) = (text(columns.time), text(columns.attempt), text(columns.view))
            return time.isEmpty || attempt.isEmpty ? nil : "try \(time) \(attempt) \(view)"
        }
        var title = title(cells)
        if shared.contains(title) { title = [hierarchy(cells), title].filter { !$0.isEmpty }.joined(separator: ": ") }
        let place = DataShopHints.Step(learner: named, item: title)
        switch DataShopOutcome(text(columns.outcome), columns) {
        case .right?: event.points = 1
        case .wrong?: event.points = 0
        case .hint?:
            let reading = times.read(text(columns.time), zone: zone(text(columns.zone)))
            hints.ask(place, at: reading?.clock.seconds ?? .nan, row: record, id: identity())
            notAnswers += 1
            return
        case .aside?:
            notAnswers += 1
            return
        case nil:
            throw TidyValues.Fault(
                rule: .notANumber, field: .score, message: "this is no outcome",
                remedy: "correct and incorrect are answers, hint is none")
        }
        let learner = try TidyValues.learner(named)
        guard !problem.isEmpty else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "there is no problem", remedy: "fill it in")
        }
        event.at = time(text(columns.time), zone: text(columns.zone), line: row.line)
        let attempt = text(columns.attempt)
        if !attempt.isEmpty { event.attempt = try TidyValues.attempt(Double(decimal: attempt)) }
        event.learner = assembler.log.intern(Learner(id: learner, name: "", section: ""))
        event.item = assembler.log.intern(Item(id: title, title: title))
        let skills = columns.skills.flatMap { text($0).split(separator: "~~").map { SkillWeight(skill: String($0)) } }
        var seen: Set<String> = []
        let set = assembler.skillSets.number(skills.filter { seen.insert($0.skill).inserted })
        assembler.settleSkills(of: &event, set: set)
        var id = text(columns.transaction)
        // Attempts are counted anew each time the problem is opened.
        let view = text(columns.view)
        if id.isEmpty, !attempt.isEmpty, !view.isEmpty, view != "1" {
            id = [named, title, view, attempt, text(columns.time)].joined(separator: "\t")
        }
        if hasHints { hints.answer(place, at: event.at, row: record, id: identity()) }
        answers.append((event, id.isEmpty ? nil : id))
    }

    private static let utcWords: Set<String> = ["utc", "gmt", "z"]

    /// Whose clocks a row's times were read off, by the word in the row; `nil` where that is not known.
    private func zone(_ word: String) -> TimeZoneRules? {
        Self.utcWords.contains(word.lowercased()) ? .utc : options.zone
    }

    /// Seconds since 1970; NaN where there is no time that can be read, and then the answer counts without it.
    ///
    /// Times come without a zone, which stands in a column of its own or nowhere.
    private mutating func time(_ text: String, zone word: String, line: Int) -> Double {
        guard !text.isEmpty, let position = columns.time else { return .nan }
        let which = word.isEmpty ? "without a zone" : "in \(word)"
        return times.seconds(
            text, zone: zone(word), at: (line, position + 1, columns.headers[position]),
            unzoned: (
                "times \(which) are read as if they were UTC: days may begin early or late",
                "say where it was with --timezone; nothing to do where hours do not matter"
            ), &assembler.findings)
    }
}
