/// A matrix with few entries per row, row after row (compressed sparse rows).
struct SparseRows: Sendable {
    /// Number of columns.
    let columns: Int
    /// Where each row begins; one more entry than rows.
    private(set) var starts: [Int] = [0]
    /// Column of each entry.
    private(set) var column: [Int32] = []
    /// Value of each entry.
    private(set) var value: [Double] = []

    init(columns: Int) { self.columns = columns }

    /// Number of rows.
    var count: Int { starts.count - 1 }

    /// Adds an entry to the row that is being written. Columns outside the matrix (-1: never fitted) and zeros are left
    /// out, since nothing depends on them.
    mutating func append(_ value: Double, at column: Int) {
        guard value != 0, column >= 0, column < columns else { return }
        self.column.append(Int32(column))
        self.value.append(value)
    }

    /// Ends the row that is being written.
    mutating func endRow() { starts.append(column.count) }
}
