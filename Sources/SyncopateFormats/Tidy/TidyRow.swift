/// A row of a tidy CSV as it lies in memory, for reading what is written plainly without making anything on the way.
struct TidyRow {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The row's cells.
    let cells: UnsafeBufferPointer<CSVCell>

    /// What a cell that should hold a number holds.
    enum Number {
        case blank
        case plain(Double)
        /// Something that has to be looked at closely.
        case other
    }

    /// The bytes of a cell without blanks around them; `nil` where there is no such column or nothing in it, or where it is
    /// not plain text: with doubled quotes, or guarded from spreadsheets.
    func plain(_ position: Int) -> UnsafeBufferPointer<UInt8>? {
        guard position >= 0, position < cells.count else { return nil }
        let cell = cells[position]
        let range = Blanks.trimmed(cell.range, in: bytes)
        guard !range.isEmpty, !cell.hasDoubledQuotes, bytes[range.lowerBound] != UInt8(ascii: "=") else { return nil }
        return UnsafeBufferPointer(rebasing: bytes[range])
    }

    /// Whether there is no such column, or nothing in it.
    func isBlank(_ position: Int) -> Bool {
        guard position >= 0, position < cells.count else { return true }
        let range = cells[position].range
        return range.isEmpty || Blanks.trimmed(range, in: bytes).isEmpty
    }

    /// A number with at most one point, which no decimal mark would make another.
    func number(_ position: Int) -> Number {
        guard position >= 0, position < cells.count else { return .blank }
        let range = Blanks.trimmed(cells[position].range, in: bytes)
        guard !range.isEmpty else { return .blank }
        if let whole = NumericCell.whole(UnsafeBufferPointer(rebasing: bytes[range])) { return .plain(whole) }
        guard let number = NumericCell.plain(bytes, range) else { return .other }
        switch number.shape {
        case .whole, .point: return .plain(number.withPoint)
        case .comma, .pointOrThousands, .commaOrThousands: return .other
        }
    }
}
