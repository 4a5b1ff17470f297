internal import JSONText
internal import Syncopate

/// Reads our own table: an event a row, with the columns of ``TidyField`` in any order.
struct TidyCSVReader {
    static let entry = FormatEntry(
        .tidyCSV, "a tidy CSV", "table of events with the columns learner, item and score",
        example: "learner,item,score,max,skills,at",
        quirks: [
            "Columns in any order; skills joined by ;.",
            "A score without max is a share, from 0 to 1, unless other rows of its item have a max above 1.",
            "Rows of one event that name different skills are one event with all of them.",
            "Without learner, item or correct, the one column called user_id, problem_id, is_correct or the like is read so.",
        ],
        confidence: { preview in
            let hasScore = preview.has("score") || preview.has("correct")
            if preview.isPlan { return 0 }
            if preview.hasAll("learner", "item"), hasScore { return 1 }
            return TidyAliases(preview.header).isComplete ? 0.6 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = try TidyCSVReader(
                TextSource(content.text), head: content.text, options: options, file: content.name)
            try reader.read()
            return FileReading(&reader.assembler, headerRows: reader.headerRows)
        })

    private var windows: CSVWindows
    /// The rows at hand.
    private var table: CSVTable
    private let options: ReadOptions
    private let columns: TidyColumns
    private let fields: TidyColumns.Positions
    private(set) var headerRows: [[UInt8]] = []
    fileprivate(set) var assembler: TidyAssembler
    private var learners = ByteInterner()
    private var items = ByteInterner()
    private var mark: DecimalMark?
    /// Letters that are right and wrong and no grades.
    private var truthLetters: Set<UInt8> = []
    /// Per item whether it is settled what it is out of.
    private var hasMaximum: [Bool] = []
    /// Rows so far that are not blank, the header not counted.
    private var records = 0

    /// - Parameter head: the beginning of the file; in memory, all of it.
    init(_ source: TextSource, head: [UInt8], options: ReadOptions, file: String) throws(ReadError) {
        self.options = options
        assembler = TidyAssembler(file: file, options: options)
        windows = try CSVWindows(source, head: head, file: file)
        guard let first = try windows.next() else {
            throw assembler.findings.refusal(
                .emptyFile, "there is no header", remedy: "begin with learner,item,score")
        }
        table = first
        columns = try TidyColumns(table, &assembler.findings)
        fields = columns.fields
        assembler.headers = columns.headers
        if let header = table.rows.first { headerRows = [table.verbatim(header)] }
        truthLetters = findTruthLetters()
        mark = options.decimal
        if mark == nil { try decideMark(source, head, file) }
    }

    /// Reads every row; those with a fault go to the rejects whole.
    mutating func read() throws(ReadError) { try read { (_, _) throws(ReadError) in } }

    /// Reads every row, and gives each event away as it is stated.
    mutating func pass(
        _ drain: (inout TidyAssembler, [[UInt8]]) throws(ReadError) -> Void
    ) throws(ReadError) {
        assembler.passesOn = true
        try read(drain)
    }

    /// - Parameter drain: called after some rows each.
    private mutating func read(
        _ drain: (inout TidyAssembler, [[UInt8]]) throws(ReadError) -> Void
    ) throws(ReadError) {
        let header = table.rows.first?.line
        reserve()
        var first = 1
        while true {
            take(table.rows[min(first, table.rows.count)...])
            first = 0
            try drain(&assembler, headerRows)
            guard let next = try windows.next() else { break }
            table = next
        }
        if records == 0 {
            assembler.findings.add(
                .noLearners, line: header, "there is a header and nothing below it",
                remedy: "check that the export is not empty")
        }
    }

    /// Makes room for as many rows as there will be if all are as long as those at hand.
    private mutating func reserve() {
        guard let size = windows.size, let last = table.rows.last else { return }
        let share = Double(size) / Double(max(last.range.upperBound, 1))
        assembler.reserve(Int(Double(table.rows.count) * min(max(share, 1), 1e6) * 1.02))
    }

    /// Takes rows of the table at hand: those that are plain at once, the others one thing after the other.
    private mutating func take(_ rows: ArraySlice<CSVRow>) {
        let table = table
        table.bytes.withUnsafeBufferPointer { bytes in
            table.cells.withUnsafeBufferPointer { cells in
                // Who and what first, of all rows: the waits for memory overlap.
                let ids = rows.map { row in
                    let plain = TidyRow(bytes: bytes, cells: row.cells(of: cells))
                    return (
                        learner: plain.plain(fields.learner).flatMap { learners.value(of: $0) } ?? -1,
                        item: plain.plain(fields.item).flatMap { items.value(of: $0) } ?? -1
                    )
                }
                for (row, known) in zip(rows, ids) {
                    let plain = TidyRow(bytes: bytes, cells: row.cells(of: cells))
                    // Who or what was new to all of these rows may have come in one of them by now.
                    var id = known
                    if id.learner < 0 {
                        id.learner = plain.plain(fields.learner).flatMap { learners.value(of: $0) } ?? -1
                    }
                    if id.item < 0 { id.item = plain.plain(fields.item).flatMap { items.value(of: $0) } ?? -1 }
                    if id.learner < 0 || id.item < 0 || !readPlainly(plain, row, id) { take(row) }
                }
            }
        }
    }

    /// Reads a row of somebody and something seen before, whose cells are written plainly.
    ///
    /// - Returns: `false`, and nothing is changed, where one of them is not.
    private mutating func readPlainly(_ plain: TidyRow, _ row: CSVRow, _ id: (learner: Int32, item: Int32)) -> Bool {
        guard !row.isMalformed, row.count > columns.lastNeeded, row.count <= columns.headers.count,
            plain.isBlank(fields.status), plain.isBlank(fields.mode)
        else { return false }
        let eventID = plain.plain(fields.eventID)
        if eventID == nil, !plain.isBlank(fields.eventID) { return false }
        if let eventID, MissingWord.isOne(eventID) { return false }
        var event = TidyEvent(
            learner: id.learner, item: id.item, row: Int32(clamping: records + 1), status: .scored, line: row.line)
        guard case .plain(let points) = plain.number(fields.score) else { return false }
        event.points = points
        event.column = Int32(clamping: fields.score + 1)
        func take(_ position: Int, _ value: inout Double) -> Bool {
            switch plain.number(position) {
            case .blank: return true
            case .plain(let number):
                value = number
                return true
            case .other: return false
            }
        }
        var (attempt, hints, seconds) = (0.0, -1.0, -1.0)
        guard take(fields.max, &event.maximum), take(fields.order, &event.order), take(fields.attempt, &attempt),
            take(fields.hints, &hints), take(fields.seconds, &seconds), seconds <= 1e9,
            let wholeAttempt = Int32(exactly: attempt), attempt != 0 || plain.isBlank(fields.attempt),
            let wholeHints = Int16(exactly: hints)
        else { return false }
        event.attempt = wholeAttempt
        event.hints = wholeHints
        event.seconds = Float(seconds)
        if !plain.isBlank(fields.at) {
            guard let text = plain.plain(fields.at), case .seconds(let at) = Timestamp.read(text) else { return false }
            event.at = at
            assembler.doubtTime(at, text, line: row.line, column: fields.at)
        }
        var skills = TidySkillSets.none
        if !plain.isBlank(fields.skills) {
            guard plain.cells[fields.skills].range.count > 0 else { return false }
            let cell = UnsafeBufferPointer(rebasing: plain.bytes[plain.cells[fields.skills].range])
            guard let known = assembler.skillSets.number(ofCell: cell) else { return false }
            skills = known
        }
        records += 1
        if !event.maximum.isNaN { fillIn(event.maximum, item: id.item) }
        assembler.settleSkills(of: &event, set: skills)
        assembler.add(event, id: eventID.map { String(decoding: $0, as: UTF8.self) })
        return true
    }

    /// What an item is out of, by the first row that says so.
    private mutating func fillIn(_ maximum: Double, item: Int32) {
        while hasMaximum.count <= Int(item) { hasMaximum.append(false) }
        guard !hasMaximum[Int(item)] else { return }
        hasMaximum[Int(item)] = true
        guard assembler.log.items[Int(item)].maximum == nil else { return }
        assembler.log.update(itemAt: item) { $0.maximum = maximum }
    }

    private mutating func take(_ row: CSVRow) {
        records += 1
        if let rule = shapeFault(row) {
            assembler.findings.reject(line: row.line, rule: rule, bytes: table.verbatim(row))
            return
        }
        do throws(TidyValues.Fault) {
            try read(row, record: Int32(clamping: records))
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

    /// Looks at scores and maxima for the decimal mark: at all of them, or at those of the file's beginning where it comes
    /// in a stream.
    ///
    /// Where cells are split at commas and none is quoted, no cell has a comma in it, and there is nothing to decide.
    private mutating func decideMark(_ source: TextSource, _ head: [UInt8], _ file: String) throws(ReadError) {
        guard table.delimiter != UInt8(ascii: ",") || Self.hasQuote(head) else { return }
        var choice = DecimalChoice()
        var windows = try CSVWindows(source.isInMemory ? source : TextSource(head), head: head, file: file)
        // A beginning that is cut off within a cell is looked at as far as it goes; the whole was split without fault.
        while let table = try? windows.next() {
            for field in [TidyField.score, .max] {
                guard let position = columns[field] else { continue }
                for row in table.rows {
                    let range = table.trimmed(table.cell(row, position))
                    if let number = NumericCell(table.bytes, range) { choice.observe(number) }
                }
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

    /// The letters that are right and wrong: T and F, or Y and N, where the first scores are nothing else and no scale says
    /// what letters are worth. Beside a grade or a number they are none.
    private func findTruthLetters() -> Set<UInt8> {
        guard options.scale == nil, let position = columns[.score] else { return [] }
        var found: Set<UInt8> = []
        for row in table.rows.dropFirst() {
            let range = table.trimmed(table.cell(row, position))
            if NumericCell(table.bytes, range) != nil { return [] }
            guard range.count == 1, let letter = table.bytes[range].first.map({ $0 | 0x20 }),
                (0x61...0x7A).contains(letter)
            else { continue }
            found.insert(letter)
        }
        let pairs = ["tf", "yn"].map { Set($0.utf8) }
        guard let pair = pairs.first(where: { !found.isEmpty && found.isSubset(of: $0) }) else { return [] }
        // Nothing but F is a class that failed, unless the column says that it is right or wrong.
        return found.count == 2 || found != Set("f".utf8) || columns.header(.score).lowercased() == "correct"
            ? pair : []
    }

    private static func hasQuote(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { ByteWord.firstIndex(of: 0x22, in: $0) != nil }
    }

    private mutating func shapeFault(_ row: CSVRow) -> FindingRule? {
        if row.isMalformed {
            let place = table.malformedColumn(row) ?? 0
            let header = header(place)
            assembler.findings.add(
                .textAfterQuote, line: row.line, column: place + 1, header: header,
                "something stands between a closing quote and the end of its cell",
                remedy: "double the quotes that belong to the text")
            return .textAfterQuote
        }
        let width = columns.headers.count
        let isLong = row.count > width && (width..<row.count).contains { !table.isBlank(table.cell(row, $0)) }
        guard isLong || row.count <= columns.lastNeeded else { return nil }
        let header = header(min(row.count, width))
        assembler.findings.add(
            .raggedRow, line: row.line, column: min(row.count, width) + 1, header: header,
            "the row has \(row.cellCount) and the header \(width)",
            remedy: isLong
                ? "look for a delimiter inside a cell that is not quoted" : "check the row; it ends too early")
        return .raggedRow
    }

    private func header(_ position: Int) -> String {
        columns.headers.indices.contains(position) ? columns.headers[position] : ""
    }

    private func cell(_ row: CSVRow, _ field: TidyField) -> CSVCell? {
        columns[field].map { table.cell(row, $0) }
    }

    private func text(_ row: CSVRow, _ field: TidyField) -> String {
        cell(row, field).map { table.unguardedText($0) } ?? ""
    }

    /// A text that may be what programs write where nothing is known, and is then empty.
    private func word(_ row: CSVRow, _ field: TidyField) -> String {
        let text = text(row, field)
        return MissingWord.isOne(text) && !isExact(row, field) ? "" : text
    }

    private func number(_ row: CSVRow, _ field: TidyField) throws(TidyValues.Fault) -> Double? {
        guard let cell = cell(row, field), !table.isBlank(cell) else { return nil }
        let number = NumericCell(table.bytes, table.trimmed(cell))
        if number == nil, MissingWord.isOne(table.text(cell)) { return nil }
        let value = number.flatMap { number in
            number.isPercent ? nil : number.value(mark: mark, isStated: options.decimal != nil, maximum: nil)
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
        event.column = Int32(clamping: fields.score + 1)
        if let maximum = try number(row, .max) { event.maximum = maximum }
        if let attempt = try number(row, .attempt) { event.attempt = Int32(attempt) }
        if let order = try number(row, .order) { event.order = order }
        if let hints = try number(row, .hints) { event.hints = Int16(hints) }
        if let seconds = try number(row, .seconds) { event.seconds = Float(seconds) }
        readMode(row, into: &event)
        readTime(row, into: &event)
        try readScore(row, into: &event)
        // Named last, so that a rejected row adds nobody to the log.
        let learner = try learnerPosition(row)
        let item = try itemPosition(row)
        // Skills and id are checked before either is added.
        if learner == nil, !isExact(row, .learner) || text(row, .learner).isEmpty {
            _ = try TidyValues.learner(text(row, .learner))
        }
        if item == nil, !isExact(row, .item) || text(row, .item).isEmpty { _ = try TidyValues.item(text(row, .item)) }
        let skills = try skills(row)
        event.learner = learner ?? addLearner(row)
        event.item = item ?? addItem(row, event.maximum)
        if !event.maximum.isNaN { fillIn(event.maximum, item: event.item) }
        assembler.settleSkills(of: &event, set: skills)
        let id = columns[.eventID] == nil ? "" : word(row, .eventID)
        assembler.add(event, id: id.isEmpty ? nil : id)
    }

    /// How it was done. A word of others leaves the score as it is.
    private mutating func readMode(_ row: CSVRow, into event: inout TidyEvent) {
        guard columns[.mode] != nil else { return }
        do throws(TidyValues.Fault) {
            event.mode = try TidyValues.mode(word(row, .mode))
        } catch {
            leaveOut(row, error, .warning)
        }
    }

    /// When it was. What cannot be read leaves the score as it is.
    private mutating func readTime(_ row: CSVRow, into event: inout TidyEvent) {
        guard let cell = cell(row, .at), !table.isBlank(cell), !MissingWord.isOne(table.text(cell)) else { return }
        do throws(TidyValues.Fault) {
            let reading = try TidyValues.moment(table.bytes, table.trimmed(cell), zone: options.zone)
            assembler.findings.note(
                reading, line: row.line, column: columns[.at].map { $0 + 1 }, header: columns.header(.at))
            event.at = reading.seconds
            let range = table.trimmed(cell)
            table.bytes.withUnsafeBufferPointer { bytes in
                assembler.doubtTime(
                    reading.seconds, UnsafeBufferPointer(rebasing: bytes[range]), line: row.line, column: columns[.at])
            }
        } catch {
            leaveOut(row, error, .error)
        }
    }

    /// Says that a cell was left out of a row that is read all the same.
    private mutating func leaveOut(_ row: CSVRow, _ fault: TidyValues.Fault, _ severity: Severity) {
        let excerpt = text(row, fault.field)
        let header = columns.header(fault.field)
        assembler.findings.add(
            fault.rule, severity, line: row.line, column: columns[fault.field].map { $0 + 1 }, header: header,
            excerpt: excerpt, fault.message + "; left out, and the score kept", remedy: fault.remedy)
    }

    /// What the cell of a score says, by the scale, in words, and out of how many.
    private func scoreCell(_ row: CSVRow, _ event: inout TidyEvent) throws(TidyValues.Fault) -> ScoreCell {
        let cell = cell(row, .score).map { ScoreCell(table, $0) } ?? .status(.unknownBlank)
        let score = cell.graded(options.scale, text(row, .score))
        switch score {
        case .text:
            let text = text(row, .score)
            if let fraction = ScoreFraction(text) {
                return try TidyValues.take(
                    fraction, mark: mark, isStated: options.decimal != nil, into: &event)
            }
            return TidyCSVReader.truth(text) ?? truthLetter(text) ?? score
        case .letter: return truthLetter(text(row, .score)) ?? score
        default: return score
        }
    }

    private mutating func readScore(_ row: CSVRow, into event: inout TidyEvent) throws(TidyValues.Fault) {
        var doubts = TidyValues.Doubts()
        let score = try scoreCell(row, &event)
        try TidyValues.combine(
            score, status: columns[.status] == nil ? "" : word(row, .status), mark: mark,
            isStated: options.decimal != nil, maximum: event.maximum, into: &event, doubts: &doubts)
        let isFullWidth = if case .number(let number) = score { number.isFullWidth } else { false }
        if isFullWidth, !doubts.conflict {
            note(.fullWidthDigits, row, .score, "full-width digits, read as plain ones", remedy: "nothing to do")
        }
        if doubts.conflict {
            note(
                .statusAgainstScore, row, .status, "there is a score too; the status counts",
                remedy: "leave the score blank")
        }
        if doubts.isForeignStatus {
            note(
                .unknownStatus, row, .status, "no such status; the score counts",
                remedy: "nothing to do, unless the score is none", severity: .warning)
        }
        if doubts.isHiddenLetter {
            note(
                .letterWithoutScale, row, .score, "a grade in words, and no scale to turn it into a number",
                remedy: "write it as a number")
        }
    }

    /// Notes something about a cell whose row is read.
    private mutating func note(
        _ rule: FindingRule, _ row: CSVRow, _ field: TidyField, _ message: String, remedy: String,
        severity: Severity? = nil
    ) {
        let excerpt = text(row, field)
        let header = columns.header(field)
        assembler.findings.add(
            rule, severity, line: row.line, column: columns[field].map { $0 + 1 }, header: header, excerpt: excerpt,
            message, remedy: remedy)
    }

    /// Right and wrong as a letter, where letters are that.
    private func truthLetter(_ text: String) -> ScoreCell? {
        guard text.utf8.count == 1, let letter = text.utf8.first.map({ $0 | 0x20 }), truthLetters.contains(letter)
        else {
            return nil
        }
        return Self.truth(letter == UInt8(ascii: "t") || letter == UInt8(ascii: "y") ? "true" : "false")
    }

    /// Right and wrong in words.
    static func truth(_ word: String) -> ScoreCell? {
        switch word.lowercased() {
        case "true", "correct", "yes", "right": ScoreCell(text: Array("100%".utf8))
        case "false", "incorrect", "no", "wrong": ScoreCell(text: Array("0%".utf8))
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
        return cell.hasDoubledQuotes ? nil : table.withBytes(of: cell) { learners.value(of: $0) }
    }

    /// Whether a cell says of itself that no spreadsheet has changed it.
    private func isExact(_ row: CSVRow, _ field: TidyField) -> Bool { cell(row, field).map(table.isGuarded) ?? false }

    private mutating func addLearner(_ row: CSVRow) -> Int32 {
        let id = isExact(row, .learner) ? text(row, .learner) : DamagedID.repaired(text(row, .learner))
        let position = assembler.log.intern(
            Learner(id: id, name: word(row, .learnerName), section: text(row, .section)))
        // Doubled quotes make other texts of the same bytes.
        if let cell = cell(row, .learner), !cell.hasDoubledQuotes {
            table.withBytes(of: cell) { learners.insert($0, value: position) }
        }
        return position
    }

    /// The item's position if the id was seen before.
    private func itemPosition(_ row: CSVRow) throws(TidyValues.Fault) -> Int32? {
        guard let cell = cell(row, .item), !table.isBlank(cell) else {
            throw TidyValues.Fault(rule: .unnamedItem, field: .item, message: "there is no item", remedy: "fill it in")
        }
        return cell.hasDoubledQuotes ? nil : table.withBytes(of: cell) { items.value(of: $0) }
    }

    private mutating func addItem(_ row: CSVRow, _ maximum: Double) -> Int32 {
        let id = text(row, .item)
        let title = self.word(row, .title)
        let word = self.word(row, .kind).lowercased()
        let stated = ItemKind(rawValue: word)
        if stated == nil, !word.isEmpty {
            assembler.findings.add(
                .unknownKind, line: row.line, column: columns[.kind].map { $0 + 1 }, header: columns.header(.kind),
                excerpt: word, "no such kind of item; read off the title instead",
                remedy: "one of " + ItemKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        assembler.doubtItem(title.isEmpty ? id : title, line: row.line, column: columns[title.isEmpty ? .item : .title])
        let position = assembler.log.intern(
            Item(
                id: id, title: title.isEmpty ? id : title, maximum: maximum.isNaN ? nil : maximum,
                kind: stated ?? ItemKind(title: title.isEmpty ? id : title),
                kindIsStated: stated != nil))
        if let cell = cell(row, .item), !cell.hasDoubledQuotes {
            table.withBytes(of: cell) { items.insert($0, value: position) }
        }
        return position
    }

    /// The number of the set of skills a row names; its text is parsed the first time only.
    private mutating func skills(_ row: CSVRow) throws(TidyValues.Fault) -> Int32 {
        guard let cell = cell(row, .skills), !cell.range.isEmpty else { return TidySkillSets.none }
        if !cell.hasDoubledQuotes, let known = table.withBytes(of: cell, { assembler.skillSets.number(ofCell: $0) }) {
            return known
        }
        guard let skills = SkillList.parse(word(row, .skills)) else {
            throw TidyValues.Fault(
                rule: .badWeight, field: .skills, message: "a weight is a number above zero",
                remedy: "correct it, or leave it out")
        }
        assembler.doubtSkills(skills, line: row.line, column: columns[.skills])
        let number = assembler.skillSets.number(skills)
        if !cell.hasDoubledQuotes { table.withBytes(of: cell) { assembler.skillSets.insert(cell: $0, number: number) } }
        return number
    }
}
