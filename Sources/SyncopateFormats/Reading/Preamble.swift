/// Rows above a header, as people and reports put them there: a title, a date, an empty line.
enum Preamble {
    /// Rows looked at for a header before giving up.
    static let limit = 20

    /// Where the header stands, if it is not the first row.
    struct Found {
        /// Its physical line.
        var line: Int
        /// How many rows with something in them stand above it.
        var rows: Int
        /// The file from the header on, seen as the detector sees it.
        var preview: FilePreview
        /// The text with the lines above left empty, so that all others keep their numbers.
        var text: [UInt8]
    }

    /// Looks for the first row that is a header.
    ///
    /// - Parameters:
    ///   - table: the first rows, split by a delimiter.
    ///   - isHeader: whether a file that begins so is of some format.
    static func find(_ table: CSVTable, in text: [UInt8], isHeader: (FilePreview) -> Bool) -> Found? {
        for (position, row) in table.rows.prefix(limit).enumerated() {
            let start = row.range.lowerBound
            // An object is a record, and no title: whatever stands above the first one, none is passed over. That may be
            // no row: of empty cells there is none.
            let isRecord = text[start...].first == UInt8(ascii: "{")
            // Nor does a quote that is left open above it hide one.
            if isRecord, hasRecord(text[..<start]) { return nil }
            guard
                isRecord || (position > 0 && row.count > 1),
                let rest = try? CSVTable(
                    table.bytes, delimiter: table.delimiter, from: start, line: row.line, rowLimit: limit)
            else { continue }
            let preview = FilePreview(text: Array(text[start...].prefix(4096)), table: rest)
            guard isHeader(preview) else {
                if isRecord { return nil }
                continue
            }
            // What is as wide as the header is no title but another table, and losing it would go unseen.
            guard isRecord || !isWide(above: position, in: table) else { return nil }
            let above = [UInt8](repeating: 0x0A, count: row.line - 1)
            return Found(line: row.line, rows: max(position, 1), preview: preview, text: above + text[start...])
        }
        return nil
    }

    /// Whether a line begins with an object.
    private static func hasRecord(_ above: ArraySlice<UInt8>) -> Bool {
        above.split { $0 == 0x0A || $0 == 0x0D }.contains { $0.first { !$0.isBlankByte } == UInt8(ascii: "{") }
    }

    /// Whether a row above another has as many cells with something in them.
    static func isWide(above position: Int, in table: CSVTable) -> Bool {
        let width = filled(table.rows[position], table)
        return table.rows[..<position].contains { filled($0, table) >= width }
    }

    /// Cells with something in them.
    private static func filled(_ row: CSVRow, _ table: CSVTable) -> Int {
        (0..<row.count).count { !table.isBlank(table.cell(row, $0)) }
    }
}
