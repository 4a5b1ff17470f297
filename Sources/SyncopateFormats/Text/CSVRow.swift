/// A row of a ``CSVTable``: which cells are its own and where it stands in the file.
struct CSVRow {
    /// Position of its first cell in ``CSVTable/cells``.
    var firstCell: Int
    /// How many cells it has.
    var count: Int
    /// Physical line on which it begins, from 1.
    var line: Int
    /// Its bytes, without the line end.
    var range: Range<Int>
    /// Whether one of its cells has something after its closing quote.
    var isMalformed: Bool

    /// Its cells among all of a table's.
    func cells(of all: UnsafeBufferPointer<CSVCell>) -> UnsafeBufferPointer<CSVCell> {
        UnsafeBufferPointer(rebasing: all[firstCell..<(firstCell + count)])
    }

    /// How many cells it has, for messages.
    var cellCount: String { Self.cells(count) }

    /// So many cells, for messages.
    static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
