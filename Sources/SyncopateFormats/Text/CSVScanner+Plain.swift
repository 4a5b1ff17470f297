internal import JSONText

/// Rows without quotes, which are most, eight bytes at a time.
extension CSVScanner {
    /// Reads rows up to the first that has a quote in it or does not end within the bytes, and appends them and their cells;
    /// blank ones are left out. ``next(into:)`` reads what comes then, and would have read the same.
    ///
    /// - Parameter limit: rows wanted in all.
    mutating func plainRows(into cells: inout [CSVCell], _ rows: inout [CSVRow], limit: Int) {
        // Cells are appended many at a time: asking for room and for whether the list is shared takes longer than a cell.
        withUnsafeTemporaryAllocation(of: CSVCell.self, capacity: 128) { staged in
            let (bytes, delimiter, room) = (bytes, delimiter, staged.count)
            let delimiters = ByteWord.repeated(delimiter)
            let raw = UnsafeRawBufferPointer(bytes)
            var (start, line) = (offset, line)
            var count = 0
            var (firstCell, appended) = (cells.count, cells.count)
            var position = start
            var place = start
            words: while place &+ 8 <= raw.count {
                var marks = Self.marks(
                    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)), delimiters)
                while marks != 0 {
                    let end = place &+ marks.trailingZeroBitCount / 8
                    marks &= marks &- 1
                    let byte = bytes[end]
                    if byte != delimiter {
                        if byte == 0x22 { break words }
                        // Other control characters are text, and the LF of a CR LF is behind.
                        guard byte == 0x0A || byte == 0x0D, end >= position else { continue }
                        // Nobody knows yet whether a CR at the very end is the first half of CR LF.
                        if byte == 0x0D, end &+ 1 == raw.count { break words }
                    }
                    // What is refused is refused by the one that looks closely.
                    if end &- position > CSVScanner.cellLimit { break words }
                    if count == room {
                        cells.append(contentsOf: staged)
                        appended &+= count
                        count = 0
                        // A row that does not end shall not fill the memory.
                        if appended &- firstCell > CSVScanner.columnLimit { break words }
                    }
                    staged[count] = CSVCell(start: position, end: end)
                    count &+= 1
                    position = end &+ 1
                    if byte == delimiter { continue }
                    let cellCount = appended &+ count &- firstCell
                    if cellCount > CSVScanner.columnLimit { break words }
                    if byte == 0x0D, bytes[position] == 0x0A { position &+= 1 }
                    if isBlank(start..<end) {
                        // What was appended of it goes as well.
                        count = max(firstCell - appended, 0)
                        if appended > firstCell { cells.removeLast(appended - firstCell) }
                        appended = cells.count
                    } else {
                        rows.append(
                            CSVRow(
                                firstCell: firstCell, count: cellCount, line: line, range: start..<end,
                                isMalformed: false))
                        firstCell = appended &+ count
                    }
                    line &+= 1
                    start = position
                    if rows.count >= limit { break words }
                }
                place &+= 8
            }
            if appended > firstCell {
                cells.removeLast(appended - firstCell)
            } else {
                cells.append(contentsOf: UnsafeMutableBufferPointer(rebasing: staged[..<(firstCell - appended)]))
            }
            (offset, self.line) = (start, line)
        }
    }

    /// Whether a row has nothing in it but blanks and delimiters.
    @inline(__always)
    private func isBlank(_ row: Range<Int>) -> Bool {
        // What can be seen and is plain is no blank; the rest is looked at closely.
        if let first = row.first, bytes[first] > 0x20, bytes[first] < 0x80, bytes[first] != delimiter { return false }
        return hasOnlyBlanks(row)
    }

    private func hasOnlyBlanks(_ row: Range<Int>) -> Bool {
        var start = row.lowerBound
        while start < row.upperBound {
            if bytes[start] != delimiter {
                if bytes[start] > 0x20, bytes[start] < 0x80 { return false }
                let end = bytes[start..<row.upperBound].firstIndex(of: delimiter) ?? row.upperBound
                if !Blanks.trimmed(start..<end, in: bytes).isEmpty { return false }
                start = end
            }
            start += 1
        }
        return true
    }

    /// The highest bit of each of eight bytes that is a delimiter, a quote or a control character, and no other bit.
    ///
    /// Added to seven bits, 0x7F reaches the eighth from all but 0, and 0x60 from all but what is below 0x20; nothing is
    /// carried from one byte to the next.
    ///
    /// - Parameter delimiters: eight of them.
    @inline(__always)
    private static func marks(_ word: UInt64, _ delimiters: UInt64) -> UInt64 {
        let sevenBits = ByteWord.repeated(0x7F)
        let delimiters = word ^ delimiters
        let quotes = word ^ ByteWord.repeated(0x22)
        let others =
            ((delimiters & sevenBits &+ sevenBits) | delimiters) & ((quotes & sevenBits &+ sevenBits) | quotes)
            & ((word & sevenBits &+ ByteWord.repeated(0x60)) | word)
        return ~others & ByteWord.repeated(0x80)
    }
}
