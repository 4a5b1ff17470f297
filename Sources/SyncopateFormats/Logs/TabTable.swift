/// A table of lines split at tabs alone: quotes are letters like others, as the tools write it that export so.
struct TabTable {
    /// A line with something in it.
    struct Row {
        /// Physical line, from 1.
        var line: Int
        /// Its bytes, without the line end.
        var range: Range<Int>
    }

    let bytes: [UInt8]
    private(set) var rows: [Row] = []

    init(_ text: [UInt8]) {
        bytes = text
        var start = 0
        var line = 1
        while start < text.count {
            let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
            if end > start { rows.append(Row(line: line, range: start..<end)) }
            start = end + 1
            if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { start += 1 }
            line += 1
        }
    }

    /// The cells of a row, without the blanks around them.
    func cells(_ row: Row) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = row.range.lowerBound
        while true {
            let end = bytes[start..<row.range.upperBound].firstIndex(of: 0x09) ?? row.range.upperBound
            cells.append(Blanks.trimmed(start..<end, in: bytes))
            guard end < row.range.upperBound else { return cells }
            start = end + 1
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
