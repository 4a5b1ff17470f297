/// A table of DataShop: lines split at tabs, quotes being letters like others, as its tools write it; or, where the first
/// line has commas and no tabs, a CSV that somebody made of it.
struct TabTable {
    /// A line with something in it.
    struct Row {
        /// Physical line, from 1.
        var line: Int
        /// Its bytes, without the line end.
        var range: Range<Int>
        /// Whether something stands between a closing quote and the end of its cell.
        var isMalformed = false
        /// Its cells where they are known already.
        fileprivate var cells: [Range<Int>]?
    }

    let bytes: [UInt8]
    private(set) var rows: [Row] = []
    /// Whether cells are quoted as CSV quotes them.
    private let isCSV: Bool
    /// Whether every cell is between quotes, as R writes tables.
    private var isQuoted = false

    /// - Throws: where a CSV cannot be split.
    init(_ text: [UInt8], file: String) throws(ReadError) {
        bytes = text
        let start = text.firstIndex { $0 != 0x0A && $0 != 0x0D } ?? text.count
        let first = text[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        isCSV = !first.contains(0x09) && first.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
        if isCSV {
            let table = try CSVTable(text, file: file)
            rows = table.rows.map { row in
                Row(
                    line: row.line, range: row.range, isMalformed: row.isMalformed,
                    cells: (0..<row.count).map { Blanks.trimmed(table.cell(row, $0).range, in: text) })
            }
        } else {
            split()
            let header = rows.first.map { cells($0) } ?? []
            isQuoted = header.count > 1 && header.allSatisfy { isQuoted($0) }
        }
    }

    private mutating func split() {
        var start = 0
        var line = 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            if end > start { rows.append(Row(line: line, range: start..<end)) }
            start = end + 1
            if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
            line += 1
        }
    }

    /// The cells of a row, without the blanks around them.
    func cells(_ row: Row) -> [Range<Int>] {
        if let cells = row.cells { return cells }
        var cells: [Range<Int>] = []
        var start = row.range.lowerBound
        while true {
            let end = bytes[start..<row.range.upperBound].firstIndex(of: 0x09) ?? row.range.upperBound
            cells.append(Blanks.trimmed(start..<end, in: bytes))
            guard end < row.range.upperBound else { return cells }
            start = end + 1
        }
    }

    private func isQuoted(_ range: Range<Int>) -> Bool {
        range.count > 1 && bytes[range.lowerBound] == UInt8(ascii: "\"")
            && bytes[range.upperBound - 1] == UInt8(ascii: "\"")
    }

    /// The text of a cell, without the quotes that a spreadsheet or a program put around it.
    ///
    /// Spreadsheets quote what has a comma or quotes in it, in tables split at tabs as well.
    func text(_ range: Range<Int>) -> String {
        let inner: Range<Int>
        if isCSV {
            inner = range
        } else {
            guard isQuoted(range) else { return String(decoding: bytes[range], as: UTF8.self) }
            inner = range.lowerBound + 1..<range.upperBound - 1
            guard isQuoted || bytes[inner].contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") })
            else { return String(decoding: bytes[range], as: UTF8.self) }
        }
        guard let text = undoubled(inner) else { return String(decoding: bytes[range], as: UTF8.self) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Bytes with one quote for each two; `nil` where one stands alone, so that nobody quoted them.
    private func undoubled(_ range: Range<Int>) -> [UInt8]? {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            text.append(bytes[place])
            if bytes[place] == UInt8(ascii: "\"") {
                place += 1
                guard place < range.upperBound, bytes[place] == UInt8(ascii: "\"") else { return nil }
            }
            place += 1
        }
        return text
    }
}
