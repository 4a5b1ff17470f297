internal import Syncopate

/// Reads our own table: an event a row, with the columns of ``TidyField`` in any order.
struct TidyCSVReader {
    static let entry = FormatEntry(
        .tidyCSV, "a tidy CSV", "table of events with the columns learner, item and score",
        example: "learner,item,score,max,skills,at",
        quirks: ["Columns in any order; skills joined by ;.", "A score without max is a share, from 0 to 1."],
        confidence: { preview in
            let hasScore = preview.has("score") || preview.has("correct")
            return preview.hasAll("learner", "item") && hasScore && !preview.isPlan ? 1 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = try TidyCSVReader(
                CSVTable(content.text, file: content.name), options: options, file: content.name)
            reader.read()
            return FileReading(&reader.assembler, headerRows: reader.headerRows)
        })

    private let table: CSVTable
    private let options: ReadOptions
    private let columns: TidyColumns
    private(set) var headerRows: [[UInt8]] = []
    fileprivate(set) var assembler: TidyAssembler
    private var learners = ByteInterner()
    private var items = ByteInterner()
    private var mark: DecimalMark?

    init(_ table: CSVTable, options: ReadOptions, file: String) throws(ReadError) {
        self.table = table
        self.options = options
        assembler = TidyAssembler(file: file, options: options)
        columns = try TidyColumns(table, &assembler.findings)
        if let header = table.rows.first { headerRows = [table.verbatim(header)] }
    }

    /// Reads every row; those with a fault go to the rejects whole.
    mutating func read() {
        decideMark()
        assembler.reserve(table.rows.count, hasTries: columns[.attempt] != nil || columns[.at] != nil)
        for number in table.rows.indices.dropFirst() {
            let row = table.rows[number]
            if let rule = shapeFault(row) {
                assembler.findings.reject(line: row.line, rule: rule, bytes: table.verbatim(row))
                continue
            }
            do throws(TidyValues.Fault) {
                try read(row, record: Int32(clamping: number))
            } catch {
                let isPrivate = error.field == .learner && error.rule != .damagedID
                let excerpt = isPrivate ? "" : text(row, error.field)
                assembler.findings.add(
                    error.rule, .error, line: row.line, column: columns[error.field].map { $0 + 1 },
                    header: columns.header(error.field), excerpt: excerpt,
                    error.message, remedy: error.remedy)
                assembler.findings.reject(line: row.line, rule: error.rule, bytes: table.verbatim(row))
            }
        }
        if table.rows.count <= 1 {
            assembler.findings.add(
                .noLearners, line: table.rows.first?.line, "there is a header and nothing below it",
                remedy: "check that the export is not empty")
        }
    }

    /// Looks at all scores and maxima once for the decimal mark.
    private mutating func decideMark() {
        guard options.decimal == nil else {
            mark = options.decimal
            return
        }
        var choice = DecimalChoice()
        for field in [TidyField.score, .max] {
            guard let position = columns[field] else { continue }
            for row in table.rows.dropFirst() {
                let range = table.trimmed(table.cell(row, position))
                if let number = NumericCell(table.bytes, range) { choice.observe(number) }
            }
        }
        mark = choice.mark
        if choice.isMixed {
            assembler.findings.add(
                .mixedDecimalMarks, line: table.rows.first?.line, column: columns[.score].map { $0 + 1 },
                header: columns.header(.score), "some cells have decimal points and others decimal commas",
                remedy: "check the column; each cell that can be read one way only was read that way")
        }
    }

    private mutating func shapeFault(_ row: CSVRow) -> FindingRule? {
        if row.isMalformed {
            assembler.findings.add(
                .textAfterQuote, line: row.line, "something stands between a closing quote and the end of its cell",
                remedy: "double the quotes that belong to the text")
            return .textAfterQuote
        }
        let width = columns.headers.count
        let isLong = row.count > width && (width..<row.count).contains { !table.isBlank(table.cell(row, $0)) }
        guard isLong || row.count <= columns.lastNeeded else { return nil }
        assembler.findings.add(
            .raggedRow, line: row.line, column: min(row.count, width) + 1,
            "the row has \(row.count) cells and the header \(width)",
            remedy: isLong
                ? "look for a delimiter inside a cell that is not quoted" : "check the row; it ends too early")
        return .raggedRow
    }

    private func cell(_ row: CSVRow, _ field: TidyField) -> CSVCell? {
        columns[field].map { table.cell(row, $0) }
    }

    private func text(_ row: CSVRow, _ field: TidyField) -> String {
        cell(row, field).map { table.unguardedText($0) } ?? ""
    }

    private func number(_ row: CSVRow, _ field: TidyField) throws(TidyValues.Fault) -> Double? {
        guard let cell = cell(row, field), !table.isBlank(cell) else { return nil }
        let value = NumericCell(table.bytes, table.trimmed(cell)).flatMap {
            $0.isPercent ? nil : $0.value(mark: mark, isStated: options.decimal != nil, maximum: nil)
        }
        switch field {
        case .max: return try TidyValues.maximum(value)
        case .attempt: return Double(try TidyValues.attempt(value))
        case .hints: return Double(try TidyValues.hints(value))
        case .seconds: return Double(try TidyValues.seconds(value))
        default: return try TidyValues.number(value, field)
        }
    }

    private mutating func read(_ row: CSVRow, record: Int32) throws(TidyValues.Fault) {
        var event = TidyEvent(learner: 0, item: 0, row: record, status: .unknownBlank, line: row.line)
        if let maximum = try number(row, .max) { event.maximum = maximum }
        if let attempt = try number(row, .attempt) { event.attempt = Int32(attempt) }
        if let order = try number(row, .order) { event.order = order }
        if let hints = try number(row, .hints) { event.hints = Int16(hints) }
        if let seconds = try number(row, .seconds) { event.seconds = Float(seconds) }
        if columns[.mode] != nil { event.mode = try TidyValues.mode(text(row, .mode)) }
        if let cell = cell(row, .at), !table.isBlank(cell) {
            event.at = try TidyValues.time(table.bytes[table.trimmed(cell)])
        }
        try readScore(row, into: &event)
        // Named last, so that a rejected row adds nobody to the log.
        let learner = try learnerPosition(row)
        let item = try itemPosition(row)
        // Skills and id are checked before either is added.
        if learner == nil { try checkLearner(row) }
        let skills = try skills(row)
        event.learner = learner ?? addLearner(row)
        event.item = item ?? addItem(row, event.maximum)
        if !event.maximum.isNaN, assembler.log.items[Int(event.item)].maximum == nil {
            assembler.log.update(itemAt: event.item) { $0.maximum = event.maximum }
        }
        assembler.settleSkills(of: &event, set: skills)
        let id = text(row, .eventID)
        assembler.add(event, id: id.isEmpty ? nil : id)
    }

    private mutating func readScore(_ row: CSVRow, into event: inout TidyEvent) throws(TidyValues.Fault) {
        var conflict = false
        var isHiddenLetter = false
        var score = self.cell(row, .score).map { ScoreCell(table, $0) } ?? .status(.unknownBlank)
        if case .text = score { score = TidyCSVReader.truth(text(row, .score)) ?? score }
        score = score.graded(options.scale, text(row, .score))
        try TidyValues.combine(
            score, status: text(row, .status), mark: mark, isStated: options.decimal != nil, maximum: event.maximum,
            into: &event, conflict: &conflict, isHiddenLetter: &isHiddenLetter)
        let excerpt = conflict ? text(row, .status) : isHiddenLetter ? text(row, .score) : ""
        if conflict {
            assembler.findings.add(
                .statusAgainstScore, line: row.line, column: columns[.status].map { $0 + 1 },
                header: columns.header(.status), excerpt: excerpt,
                "there is a score too; the status counts", remedy: "leave the score blank")
        }
        if isHiddenLetter {
            assembler.findings.add(
                .letterWithoutScale, line: row.line, column: columns[.score].map { $0 + 1 },
                header: columns.header(.score), excerpt: excerpt,
                "a grade in words, and no scale to turn it into a number", remedy: "write it as a number")
        }
    }

    /// Right and wrong in words.
    static func truth(_ word: String) -> ScoreCell? {
        switch word.lowercased() {
        case "true", "correct", "yes": ScoreCell(text: Array("100%".utf8))
        case "false", "incorrect", "no": ScoreCell(text: Array("0%".utf8))
        default: nil
        }
    }
}

extension TidyCSVReader {
    /// The learner's position if the id was seen before.
    private func learnerPosition(_ row: CSVRow) throws(TidyValues.Fault) -> Int32? {
        guard let cell = cell(row, .learner), !table.isBlank(cell) else {
            throw TidyValues.Fault(
                rule: .blankID, field: .learner, message: "there is no learner", remedy: "fill in the id")
        }
        return learners.value(of: cell.range, in: table.bytes)
    }

    private func checkLearner(_ row: CSVRow) throws(TidyValues.Fault) {
        guard !DamagedID.isDamaged(text(row, .learner)) else {
            throw TidyValues.Fault(
                rule: .damagedID, field: .learner, message: "a spreadsheet has turned the id into a rounded number",
                remedy: "export again, and open the file by importing the column as text")
        }
    }

    private mutating func addLearner(_ row: CSVRow) -> Int32 {
        let id = DamagedID.repaired(text(row, .learner))
        let position = assembler.log.intern(
            Learner(id: id, name: text(row, .learnerName), section: text(row, .section)))
        if let cell = cell(row, .learner) { learners.insert(cell.range, in: table.bytes, value: position) }
        return position
    }

    /// The item's position if the id was seen before.
    private func itemPosition(_ row: CSVRow) throws(TidyValues.Fault) -> Int32? {
        guard let cell = cell(row, .item), !table.isBlank(cell) else {
            throw TidyValues.Fault(rule: .unnamedItem, field: .item, message: "there is no item", remedy: "fill it in")
        }
        return items.value(of: cell.range, in: table.bytes)
    }

    private mutating func addItem(_ row: CSVRow, _ maximum: Double) -> Int32 {
        let id = text(row, .item)
        let title = text(row, .title)
        let word = text(row, .kind).lowercased()
        let stated = ItemKind(rawValue: word)
        if stated == nil, !word.isEmpty {
            assembler.findings.add(
                .unknownKind, line: row.line, column: columns[.kind].map { $0 + 1 }, header: columns.header(.kind),
                excerpt: word, "no such kind of item; read off the title instead",
                remedy: "one of " + ItemKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let position = assembler.log.intern(
            Item(
                id: id, title: title.isEmpty ? id : title, maximum: maximum.isNaN ? nil : maximum,
                kind: stated ?? ItemKind(title: title.isEmpty ? id : title),
                kindIsStated: stated != nil))
        if let cell = cell(row, .item) { items.insert(cell.range, in: table.bytes, value: position) }
        return position
    }

    /// The number of the set of skills a row names; its text is parsed the first time only.
    private mutating func skills(_ row: CSVRow) throws(TidyValues.Fault) -> Int32 {
        guard let cell = cell(row, .skills), !cell.range.isEmpty else { return TidySkillSets.none }
        if let known = assembler.skillSets.number(ofCell: cell.range, in: table.bytes) { return known }
        guard let skills = SkillList.parse(text(row, .skills)) else {
            throw TidyValues.Fault(
                rule: .badWeight, field: .skills, message: "a weight is a number above zero",
                remedy: "correct it, or leave it out")
        }
        let number = assembler.skillSets.number(skills)
        assembler.skillSets.insert(cell: cell.range, in: table.bytes, number: number)
        return number
    }
}
