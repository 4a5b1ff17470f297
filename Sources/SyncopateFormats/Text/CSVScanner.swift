/// Splits bytes into rows and cells (RFC 4180, and what files really look like), a row at a time.
///
/// Beyond the RFC it takes LF and a lone CR as line ends, spaces around a quoted cell, and quotes
/// inside an unquoted one as they stand. A row with something after a closing quote is marked, not mended.
struct CSVScanner {
    /// Most cells in a row.
    static let columnLimit = 50_000
    /// Most bytes in a cell.
    static let cellLimit = 1 << 20

    /// Why a file cannot be split.
    struct Fault: Error {
        var rule: FindingRule
        var line: Int
        var column: Int
    }

    /// Must outlive the scanner.
    let bytes: UnsafeBufferPointer<UInt8>
    let delimiter: UInt8
    /// Whether the bytes go to the end of the file: if not, a row that is cut off is left for later.
    let isLast: Bool
    /// Where the next row begins.
    var offset: Int
    /// The physical line on which it begins.
    var line: Int

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from offset: Int = 0, line: Int = 1, isLast: Bool = true
    ) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.isLast = isLast
        self.offset = offset
        self.line = line
    }

    /// Reads the next row and appends its cells, or returns `nil` at the end, or where the row is cut off.
    mutating func next(into cells: inout [CSVCell]) throws(Fault) -> CSVRow? {
        let count = bytes.count
        guard offset < count else { return nil }
        let start = offset
        let firstLine = line
        let firstCell = cells.count
        var isMalformed = false
        var position = offset
        while true {
            var end = position
            let column = cells.count - firstCell + 1
            guard column <= CSVScanner.columnLimit else {
                throw Fault(rule: .tooManyColumns, line: firstLine, column: column)
            }
            // Quotes count only where nothing but spaces stands before them.
            while end < count, bytes[end] == 0x20 { end += 1 }
            if end < count, bytes[end] == 0x22 {
                guard let cell = try quoted(from: end, column: column) else {
                    return cutOff(firstLine, &cells, firstCell)
                }
                end = cell.end
                isMalformed = isMalformed || cell.content.isMalformed
                cells.append(cell.content)
            } else {
                while end < count {
                    let byte = bytes[end]
                    if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
                    end += 1
                }
                guard end - position <= CSVScanner.cellLimit else {
                    throw Fault(rule: .cellTooLarge, line: line, column: column)
                }
                cells.append(CSVCell(start: position, end: end))
            }
            if end < count, bytes[end] == delimiter {
                position = end + 1
                continue
            }
            // A CR at the very end may be the first half of CR LF.
            if !isLast, end >= count || (bytes[end] == 0x0D && end + 1 >= count) {
                return cutOff(firstLine, &cells, firstCell)
            }
            let row = CSVRow(
                firstCell: firstCell, count: cells.count - firstCell, line: firstLine,
                range: start..<end, isMalformed: isMalformed)
            if end < count {
                end += bytes[end] == 0x0D && end + 1 < count && bytes[end + 1] == 0x0A ? 2 : 1
                line += 1
            }
            offset = end
            return row
        }
    }

    /// Takes back what was read of a row that goes on beyond the bytes.
    private mutating func cutOff(_ firstLine: Int, _ cells: inout [CSVCell], _ firstCell: Int) -> CSVRow? {
        cells.removeLast(cells.count - firstCell)
        line = firstLine
        return nil
    }

    /// Reads a cell whose opening quote stands at `open`, up to the delimiter or line end after it.
    ///
    /// - Returns: `nil` where the bytes end before the cell does and the file goes on.
    private mutating func quoted(from open: Int, column: Int) throws(Fault) -> (content: CSVCell, end: Int)? {
        let count = bytes.count
        let openLine = line
        var position = open + 1
        var hasDoubledQuotes = false
        while true {
            guard position < count else {
                if !isLast, position - open <= 4 * CSVScanner.cellLimit { return nil }
                // Of a file that goes on nobody knows yet whether the quote is closed.
                throw Fault(rule: isLast ? .unclosedQuote : .cellTooLarge, line: openLine, column: column)
            }
            let byte = bytes[position]
            if byte == 0x22 {
                guard position + 1 < count, bytes[position + 1] == 0x22 else { break }
                hasDoubledQuotes = true
                position += 2
                continue
            }
            if byte == 0x0A || (byte == 0x0D && (position + 1 >= count || bytes[position + 1] != 0x0A)) { line += 1 }
            position += 1
        }
        let close = position
        position += 1
        // The next byte, which is not here yet, may double the quote.
        if position >= count, !isLast { return nil }
        var isMalformed = false
        while position < count {
            let byte = bytes[position]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            if byte != 0x20 { isMalformed = true }
            position += 1
        }
        guard position - open <= CSVScanner.cellLimit else {
            throw Fault(rule: .cellTooLarge, line: openLine, column: column)
        }
        let cell = CSVCell(
            start: open + 1, end: close, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes,
            isMalformed: isMalformed)
        return (cell, position)
    }
}
