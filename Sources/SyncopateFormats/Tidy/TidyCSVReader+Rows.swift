internal import Syncopate

/// One row, cell by cell.
extension TidyCSVReader {
    mutating func shapeFault(_ row: CSVRow) -> FindingRule? {
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

    mutating func read(_ row: CSVRow, record: Int32) throws(TidyValues.Fault) {
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
        assembler.fillIn(event.maximum, item: event.item)
        if learner != nil, let cell = cell(row, .section) {
            table.withBytes(of: cell) { assembler.doubtSection(of: event.learner, $0, line: row.line) }
        }
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
            return TidyTruth.score(ofWord: text) ?? truth.score(ofLetter: text) ?? score
        case .letter: return truth.score(ofLetter: text(row, .score)) ?? score
        // What gradebooks write where there was nothing to do; programs that write tables, where nothing is known.
        case .status(.notAssigned): return .status(.unknownBlank)
        default: return score
        }
    }

    private mutating func readScore(_ row: CSVRow, into event: inout TidyEvent) throws(TidyValues.Fault) {
        var doubts = TidyValues.Doubts()
        let score = try scoreCell(row, &event)
        try TidyValues.combine(
            score, status: columns[.status] == nil ? "" : word(row, .status), mark: mark,
            isStated: options.decimal != nil, maximum: event.maximum, into: &event, doubts: &doubts)
        if isTruth, event.status == .scored, !event.isShare {
            if event.points > 1, pointsLine == nil { pointsLine = row.line }
            event.isShare = true
        }
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
}
