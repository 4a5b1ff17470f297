/// A rectangle of numbers somewhere else in memory, to be read.
///
/// Row `r` begins at element `r * stride`; between the end of a row and the start of the next there may be elements
/// that are not the view's. A view owns nothing and keeps nothing alive: it is valid inside the closure that gave
/// it (``Matrix/withView(_:)``) or as long as the memory it was made from.
///
/// Views carry the operations that allocate nothing, so that one workspace of the largest size serves all smaller
/// ones through ``leading(_:)`` and ``block(rows:columns:)``.
public struct MatrixView<Scalar: MatrixScalar> {
    /// From the first element to the last one of the view, with what lies between its rows. Empty if the view is.
    public let elements: UnsafeBufferPointer<Scalar>
    /// Number of rows, at least 0.
    public let rows: Int
    /// Number of columns, at least 0.
    public let columns: Int
    /// Elements from the start of a row to the start of the next: BLAS's leading dimension, at least 1.
    public let stride: Int

    /// A view of given memory.
    ///
    /// - Parameters:
    ///   - elements: memory that begins with the view's first element and holds at least
    ///     `(rows - 1) * stride + columns` elements.
    ///   - stride: at least `columns`; `nil` for rows that follow each other directly.
    ///
    /// A shape that does not fit into the memory, or a dimension above `Int32.max`, stops the program.
    @inlinable
    public init(_ elements: UnsafeBufferPointer<Scalar>, rows: Int, columns: Int, stride: Int? = nil) {
        let stride = stride ?? columns
        requireShapes(
            extentFits(rows: rows, columns: columns, stride: stride, count: elements.count),
            "\(rows) x \(columns) with stride \(stride) is no view of \(elements.count) elements")
        let extent = rows == 0 || columns == 0 ? 0 : (rows - 1) * stride + columns
        self.elements = UnsafeBufferPointer(rebasing: elements[..<extent])
        self.rows = rows
        self.columns = columns
        self.stride = max(1, stride)
    }

    /// Whether there are no elements.
    @inlinable public var isEmpty: Bool { rows == 0 || columns == 0 }

    /// One element. Checked in debug builds only.
    @inlinable
    public subscript(row: Int, column: Int) -> Scalar {
        assert(row >= 0 && row < rows && column >= 0 && column < columns)
        return elements[row * stride + column]
    }

    /// One row. A row that is not there stops the program.
    @inlinable
    public func row(_ row: Int) -> UnsafeBufferPointer<Scalar> {
        block(rows: row..<row + 1, columns: 0..<columns).elements
    }

    /// The rectangle of given rows and columns. Ranges beyond the view stop the program.
    @inlinable
    public func block(rows: Range<Int>, columns: Range<Int>) -> MatrixView {
        requireShapes(
            rows.lowerBound >= 0 && rows.upperBound <= self.rows
                && columns.lowerBound >= 0 && columns.upperBound <= self.columns,
            "rows \(rows) and columns \(columns) are no block of \(self.rows) x \(self.columns)")
        let start = rows.isEmpty || columns.isEmpty ? elements.count : rows.lowerBound * stride + columns.lowerBound
        return MatrixView(
            UnsafeBufferPointer(rebasing: elements[start...]), rows: rows.count, columns: columns.count, stride: stride)
    }

    /// The first `size` rows and columns.
    @inlinable
    public func leading(_ size: Int) -> MatrixView { leading(rows: size, columns: size) }

    /// The first rows and columns. More than there are stops the program.
    @inlinable
    public func leading(rows: Int, columns: Int) -> MatrixView {
        requireShapes(rows >= 0 && columns >= 0, "\(rows) x \(columns) is no block")
        return block(rows: 0..<rows, columns: 0..<columns)
    }
}
