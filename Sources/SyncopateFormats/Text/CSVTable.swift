/// A table split into cells that still stand in the bytes of their file.
struct CSVTable {
    /// The file as UTF-8.
    let bytes: [UInt8]
    /// What stands between cells.
    let delimiter: UInt8
    /// All cells, row after row.
    private(set) var cells: [CSVCell] = []
    /// The rows that have something in them; blank lines are left out.
    private(set) var rows: [CSVRow] = []
    /// Where the next row would begin, and its physical line.
    private(set) var end = (offset: 0, line: 1)

    /// Splits a whole file.
    ///
    /// - Throws: `unclosed-quote` (at the line where it opened), `cell-too-large`, `too-many-columns`,
    ///   `delimiter-undecidable`.
    init(_ text: [UInt8], file: String) throws(ReadError) {
        let choice = try DelimiterDetector.choose(text, file: file)
        do throws(CSVScanner.Fault) {
            try self.init(text, delimiter: choice.delimiter, from: choice.offset, line: choice.line, rowLimit: .max)
        } catch {
            throw CSVTable.refusal(of: error, file: file)
        }
    }

    /// Splits at most `rowLimit` rows with a given delimiter.
    init(
        _ text: [UInt8], delimiter: UInt8, from offset: Int = 0, line: Int = 1, rowLimit: Int
    ) throws(CSVScanner.Fault) {
        bytes = text
        self.delimiter = delimiter
        try scan(from: offset, line: line, rowLimit: rowLimit, isLast: true)
    }

    /// Splits what is at hand of a file: whole rows only, unless it is the file's end.
    init(window text: [UInt8], delimiter: UInt8, line: Int, isLast: Bool) throws(CSVScanner.Fault) {
        bytes = text
        self.delimiter = delimiter
        try scan(from: 0, line: line, rowLimit: .max, isLast: isLast)
    }

    private mutating func scan(
        from offset: Int, line: Int, rowLimit: Int, isLast: Bool
    ) throws(CSVScanner.Fault) {
        var cells: [CSVCell] = []
        var rows: [CSVRow] = []
        cells.reserveCapacity(min(bytes.count / 6, rowLimit < 100 ? 256 : .max))
        rows.reserveCapacity(min(bytes.count / 64, rowLimit))
        end = try bytes.withUnsafeBufferPointer { (bytes) throws(CSVScanner.Fault) in
            var scanner = CSVScanner(bytes, delimiter: delimiter, from: offset, line: line, isLast: isLast)
            while rows.count < rowLimit {
                scanner.plainRows(into: &cells, &rows, limit: rowLimit)
                guard rows.count < rowLimit, let row = try scanner.next(into: &cells) else { break }
                if Self.isBlank(cells, from: row.firstCell, bytes) {
                    cells.removeLast(row.count)
                } else {
                    rows.append(row)
                }
            }
            return (offset: scanner.offset, line: scanner.line)
        }
        self.cells = cells
        self.rows = rows
    }

    /// Whether the last row, from its first cell on, has nothing in it.
    private static func isBlank(_ cells: [CSVCell], from first: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for place in first..<cells.count {
            let range = cells[place].range
            // What can be seen and is plain is no blank; the rest is looked at closely.
            if let first = range.first, bytes[first] > 0x20, bytes[first] < 0x80 { return false }
            if !range.isEmpty, !Blanks.trimmed(range, in: bytes).isEmpty { return false }
        }
        return true
    }

    /// The first row, and its cells as text; `nil` where there is none.
    var header: (row: CSVRow, texts: [String])? {
        guard let row = rows.first else { return nil }
        return (row, (0..<row.count).map { text(cell(row, $0)) })
    }

    /// A cell of a row; an empty one beyond the row's end.
    func cell(_ row: CSVRow, _ column: Int) -> CSVCell {
        column >= 0 && column < row.count ? cells[row.firstCell + column] : .absent
    }

    /// A cell's bytes without the blanks around them, visible or not.
    func trimmed(_ cell: CSVCell) -> Range<Int> {
        let range = cell.range
        return bytes.withUnsafeBufferPointer { Blanks.trimmed(range, in: $0) }
    }

    /// The bytes of a cell as they stand, for as long as the closure runs.
    func withBytes<Result>(of cell: CSVCell, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[cell.range])) }
    }

    /// Whether a cell has nothing in it but blanks.
    func isBlank(_ cell: CSVCell) -> Bool {
        let range = cell.range
        return range.isEmpty || trimmed(cell).isEmpty
    }

    /// Whether every cell of a row is blank.
    func isBlank(_ row: CSVRow) -> Bool {
        for column in 0..<row.count where !isBlank(cell(row, column)) { return false }
        return true
    }

    /// The first cell with something between its closing quote and its end.
    func malformedColumn(_ row: CSVRow) -> Int? { (0..<row.count).first { cell(row, $0).isMalformed } }

    /// A cell as text: blanks around it dropped, doubled quotes made single.
    func text(_ cell: CSVCell) -> String {
        let range = trimmed(cell)
        guard cell.hasDoubledQuotes else { return String(decoding: bytes[range], as: UTF8.self) }
        var content: [UInt8] = []
        content.reserveCapacity(range.count)
        var position = range.lowerBound
        while position < range.upperBound {
            content.append(bytes[position])
            position +=
                bytes[position] == 0x22 && position + 1 < range.upperBound && bytes[position + 1] == 0x22 ? 2 : 1
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// A cell as text, freed of the guard `="…"` that keeps spreadsheets from reading it as a number or a formula.
    func unguardedText(_ cell: CSVCell) -> String {
        let text = text(cell)
        return text.utf8.first == UInt8(ascii: "=") ? CellGuard.content(of: text) ?? text : text
    }

    /// Whether a cell has that guard, so that its text is what it was.
    func isGuarded(_ cell: CSVCell) -> Bool {
        let text = text(cell)
        return text.utf8.first == UInt8(ascii: "=") && CellGuard.content(of: text) != nil
    }

    /// A row as it stands in the file, without its line end.
    func verbatim(_ row: CSVRow) -> [UInt8] { Array(bytes[row.range]) }

    static func refusal(of fault: CSVScanner.Fault, file: String) -> ReadError {
        let findings = FindingCollector(file: file)
        switch fault.rule {
        case .unclosedQuote:
            return findings.refusal(
                .unclosedQuote, line: fault.line, column: fault.column,
                "the quote opened here is never closed, so the rest of the file would be one cell",
                remedy: "close it, or double it (\"\") if it is part of the text")
        case .tooManyColumns:
            return findings.refusal(
                .tooManyColumns, line: fault.line, "the row has more than \(CSVScanner.columnLimit) columns",
                remedy: "check that the line ends are right")
        default:
            return findings.refusal(
                .cellTooLarge, line: fault.line, column: fault.column,
                "the cell is larger than \(CSVScanner.cellLimit) bytes",
                remedy: "shorten it, or check that a quote is not missing")
        }
    }
}
