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
            "Beside points possible a column correct or is_correct that begins with nothing above 1 says right and wrong.",
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
    private(set) var table: CSVTable
    let options: ReadOptions
    let columns: TidyColumns
    let fields: TidyColumns.Positions
    private(set) var headerRows: [[UInt8]] = []
    var assembler: TidyAssembler
    var learners = ByteInterner()
    var items = ByteInterner()
    private(set) var mark: DecimalMark?
    /// Letters that are right and wrong; with a scale, which says what letters are worth, none.
    private(set) var truth = TidyTruth()
    /// Whether scores are right and wrong, and not points out of what the rows say.
    private(set) var isTruth = false
    /// The first line whose score is more than right.
    var pointsLine: Int?
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
        if options.scale == nil, let position = columns[.score] {
            truth = TidyTruth(table, column: position, header: columns.header(.score))
        }
        try lookAtHead()
        mark = options.decimal
        if mark == nil { try decideMark(source, head, file) }
    }

    /// Looks at the first rows of a table whose columns are not named as ours are.
    private mutating func lookAtHead() throws(ReadError) {
        var head = TidyHead(columns.headers, columns.aliases)
        guard head.isNeeded else { return }
        let lower = columns.headers.map { $0.lowercased() }
        for row in table.rows.dropFirst().prefix(TidyHead.limit) {
            head.observe { name in
                lower.firstIndex(of: name).map { table.unguardedText(table.cell(row, $0)) } ?? ""
            }
        }
        let line = table.rows.first?.line
        if let undecided = head.undecidedItem {
            throw assembler.findings.refusal(
                .missingColumn, line: line, undecided.message, remedy: undecided.remedy)
        }
        isTruth = head.isTruth
        guard isTruth else { return }
        assembler.findings.add(
            .mixedUnits, .warning, line: line, column: columns[.score].map { $0 + 1 }, header: columns.header(.score),
            TidyHead.truthMessage, remedy: TidyHead.truthRemedy)
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
        if let pointsLine { throw TidyHead.refusal(pointsLine, columns.header(.score), assembler.findings) }
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
        if isTruth, points > 1 {
            if pointsLine == nil { pointsLine = row.line }
            return false
        }
        event.points = points
        event.isShare = isTruth
        event.column = Int32(clamping: fields.score + 1)
        func take(_ position: Int, _ value: inout Double) -> Bool {
            guard position >= 0 else { return true }
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
        if let text = plain.plain(fields.at) {
            if let whole = NumericCell.whole(text), TidyTimeDoubt.isBeyondDoubt(whole) {
                event.at = whole
            } else {
                guard case .seconds(let at) = Timestamp.read(text) else { return false }
                event.at = at
                assembler.doubtTime(at, text, line: row.line, column: fields.at)
            }
        } else if !plain.isBlank(fields.at) {
            return false
        }
        var skills = TidySkillSets.none
        if !plain.isBlank(fields.skills) {
            guard plain.cells[fields.skills].range.count > 0 else { return false }
            let cell = UnsafeBufferPointer(rebasing: plain.bytes[plain.cells[fields.skills].range])
            guard let known = assembler.skillSets.number(ofCell: cell) else { return false }
            skills = known
        }
        records += 1
        assembler.fillIn(event.maximum, item: id.item)
        if fields.section >= 0, let section = plain.plain(fields.section) {
            assembler.doubtSection(of: id.learner, section, line: row.line)
        }
        assembler.settleSkills(of: &event, set: skills)
        assembler.add(event, id: eventID.map { String(decoding: $0, as: UTF8.self) })
        return true
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

    private static func hasQuote(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { ByteWord.firstIndex(of: 0x22, in: $0) != nil }
    }
}
