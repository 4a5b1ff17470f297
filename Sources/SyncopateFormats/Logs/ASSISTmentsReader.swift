internal import Syncopate

/// Reads the problem logs that ASSISTments has published (Feng, Heffernan & Koedinger 2009): an answer a row.
///
/// An answer to a problem of several skills is told once for each of them, under one number of order. These rows are one
/// event with all the skills. A first response with help is wrong, as the log itself has it.
struct ASSISTmentsReader {
    static let entry = FormatEntry(
        .assistments, "an ASSISTments log", "ASSISTments problem log: the first response to a problem a row",
        example: "order_id,user_id,problem_id,correct,attempt_count,ms_first_response,hint_count,skill_name",
        quirks: [
            "Published files are mostly not UTF-8: give --encoding iso-8859-1.",
            "Rows of one order_id are one answer to a problem of several skills; a cell is one skill, commas and all.",
            "order_id says what came first; there are no times, but for start_time in some years.",
            "Of the actions published for the competition of 2017 answers count, and requests for hints do not.",
            "Main problems and their steps (original 0) are items alike.",
        ],
        confidence: { preview in
            if preview.hasAll("studentid", "problemid", "action_num", "correct") { return 1 }
            let isLog = preview.has("user_id") && preview.has("correct")
            return isLog && (preview.has("order_id") || preview.has("problem_log_id") || preview.has("log_id")) ? 1 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = try ASSISTmentsReader(content.text, options: options, file: content.name)
            reader.read()
            return FileReading(&reader.assembler, headerRows: reader.headerRows)
        })

    private let table: CSVTable
    private let columns: ASSISTmentsColumns
    private(set) var headerRows: [[UInt8]] = []
    fileprivate(set) var assembler: TidyAssembler
    private let zone: TimeZoneRules?
    private var times = LogTimes()
    /// Requests for hints among the rows.
    private var asides = 0
    /// Skills of each answer, over all of its rows, by ``key(_:)``.
    private var skills: [String: [SkillWeight]] = [:]
    /// What was told of each answer so far.
    private var told: [String: Double] = [:]

    /// - Throws: `missing-column` where the header is not that of a problem log.
    init(_ text: [UInt8], options: ReadOptions, file: String) throws(ReadError) {
        let table = try CSVTable(text, file: file)
        self.table = table
        assembler = TidyAssembler(file: file, options: options)
        zone = options.zone
        let header = table.rows.first
        let names = header.map { row in (0..<row.count).map { table.text(table.cell(row, $0)) } } ?? []
        guard let columns = ASSISTmentsColumns(names) else {
            throw assembler.findings.refusal(
                .missingColumn, line: header?.line,
                "a problem log has order_id (or problem_log_id), user_id, problem_id and correct",
                remedy: "give the log as it was published, with its header")
        }
        try assembler.findings.refuseRepeats(
            names,
            of: [
                "order_id", "user_id", "problem_id", "correct", "skill_name", "hint_count", "studentid", "problemid",
                "action_num",
            ],
            line: header?.line)
        self.columns = columns
        assembler.headers = names
        if let header { headerRows = [table.verbatim(header)] }
        let unread = columns.unread
        if !unread.isEmpty {
            let names = unread.prefix(8).map { Finding.shortened($0) }.joined(separator: ", ")
            assembler.findings.add(
                .ignoredColumn, line: header?.line,
                "not columns of a problem log, so not read: \(names)" + (unread.count > 8 ? " and others" : ""),
                remedy: "nothing to do, unless one is misspelt")
        }
    }

    mutating func read() {
        assembler.reserve(table.rows.count)
        for row in table.rows.dropFirst() {
            times.observe(text(row, columns.started))
            // Names of skills have commas in them; several skills are several rows.
            let skill = text(row, columns.skill)
            guard !skill.isEmpty, !MissingWord.isOne(skill) else { continue }
            let key = key(row)
            if skills[key]?.contains(where: { $0.skill == skill }) != true {
                skills[key, default: []].append(SkillWeight(skill: skill))
            }
        }
        for (number, row) in table.rows.enumerated().dropFirst() {
            do throws(TidyValues.Fault) {
                try read(row, record: Int32(clamping: number))
            } catch {
                let position =
                    error.rule == .textAfterQuote ? table.malformedColumn(row) : columns.position(error.field)
                let text = text(row, position)
                assembler.reject(
                    error, line: row.line, cells: row.count, position: position, bytes: table.verbatim(row),
                    text: text)
            }
        }
        if asides > 0 {
            assembler.findings.add(
                .notAnAnswer, line: table.rows.first?.line, column: columns.hint.map { $0 + 1 },
                header: columns.hint.map { columns.headers[$0] } ?? "",
                asides == 1
                    ? "1 row asks for a hint, and is no answer" : "\(asides) rows ask for hints, and are no answers",
                remedy: "nothing to do")
        }
        if table.rows.count <= 1 {
            assembler.findings.add(
                .noLearners, line: table.rows.first?.line, "there is a header and nothing below it",
                remedy: "check that the file is whole")
        }
    }

    /// What an answer is known by: numbers of order are counted anew from file to file.
    private func key(_ row: CSVRow) -> String {
        [columns.order, columns.learner, columns.item].map { text(row, $0) }.joined(separator: "\u{1F}")
    }

    private func text(_ row: CSVRow, _ column: Int?) -> String {
        column.map { table.unguardedText(table.cell(row, $0)) } ?? ""
    }

    private mutating func read(_ row: CSVRow, record: Int32) throws(TidyValues.Fault) {
        guard !row.isMalformed else {
            throw TidyValues.Fault(
                rule: .textAfterQuote, field: .score,
                message: "something stands between a closing quote and the end of its cell",
                remedy: "double the quotes that belong to the text")
        }
        guard row.count > columns.lastNeeded, row.count <= columns.headers.count else {
            throw TidyValues.Fault(
                rule: .raggedRow, field: .score,
                message: "the row has \(row.cellCount) and the header \(columns.headers.count)",
                remedy: row.count > columns.headers.count
                    ? "look for a comma inside a cell that is not quoted" : "check the row; it ends too early")
        }
        let order = text(row, columns.order)
        let learner = try TidyValues.learner(text(row, columns.learner))
        let item = text(row, columns.item)
        guard !item.isEmpty else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "there is no problem", remedy: "fill it in")
        }
        guard !order.isEmpty, let place = Double(decimal: order), place.isFinite else {
            throw TidyValues.Fault(
                rule: .badValue, field: .order, message: "the order is a number", remedy: "correct it")
        }
        if let asked = Double(decimal: text(row, columns.hint)), asked > 0 {
            asides += 1
            return
        }
        guard let share = Double(decimal: text(row, columns.correct)), (0...1).contains(share) else {
            throw TidyValues.Fault(
                rule: .notANumber, field: .score, message: "correct is a number from 0 to 1",
                remedy: "correct it, or delete the row")
        }
        var event = TidyEvent(learner: 0, item: 0, row: record, status: .scored, isShare: true, line: row.line)
        event.points = share
        event.order = place
        let hints = text(row, columns.hints)
        if !hints.isEmpty, !MissingWord.isOne(hints) { event.hints = try TidyValues.hints(Double(decimal: hints)) }
        // Clocks of pupils' machines ran backwards now and then: such durations say nothing.
        if let duration = Double(decimal: text(row, columns.duration)), (0...1e12).contains(duration) {
            event.seconds = Float(duration / columns.durationUnits)
        }
        event.at = time(text(row, columns.started), line: row.line)
        let key = key(row)
        if let before = told[key] {
            // A further row of an answer told before, for another of its skills.
            guard before != share else { return }
            throw TidyValues.Fault(
                rule: .badValue, field: .score, message: "an earlier row of this answer says otherwise",
                remedy: "delete the one that is wrong")
        }
        told[key] = share
        event.learner = assembler.log.intern(Learner(id: learner))
        event.item = assembler.log.intern(Item(id: item, title: item))
        assembler.settleSkills(of: &event, set: assembler.skillSets.number(skills[key] ?? []))
        assembler.add(event, id: key)
    }

    /// Seconds since 1970; NaN where there is no time that can be read.
    private mutating func time(_ text: String, line: Int) -> Double {
        guard !text.isEmpty, let position = columns.started else { return .nan }
        return times.seconds(
            text, zone: zone, at: (line, position + 1, columns.headers[position]),
            unzoned: ("times here have no zone, and are read as if they were UTC", "give --timezone"),
            &assembler.findings)
    }
}
