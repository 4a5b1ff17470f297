/// A rectangle of numbers somewhere else in memory, to be read and written.
///
/// Layout and lifetime are those of ``MatrixView``. A view is a pointer: copies of it write to the same memory, and
/// it is for the caller to see that what an operation writes does not overlap with what it reads.
public struct MutableMatrixView<Scalar: MatrixScalar> {
    /// From the first element to the last one of the view, with what lies between its rows. Empty if the view is.
    public let elements: UnsafeMutableBufferPointer<Scalar>
    /// Number of rows, at least 0.
    public let rows: Int
    /// Number of columns, at least 0.
    public let columns: Int
    /// Elements from the start of a row to the start of the next: BLAS's leading dimension, at least 1.
    public let stride: Int

    /// A view of given, initialised memory.
    ///
    /// - Parameters:
    ///   - elements: memory that begins with the view's first element and holds at least
    ///     `(rows - 1) * stride + columns` elements.
    ///   - stride: at least `columns`; `nil` for rows that follow each other directly.
    ///
    /// A shape that does not fit into the memory, or a dimension above `Int32.max`, stops the program.
    @inlinable
    public init(_ elements: UnsafeMutableBufferPointer<Scalar>, rows: Int, columns: Int, stride: Int? = nil) {
        let view = MatrixView(UnsafeBufferPointer(elements), rows: rows, columns: columns, stride: stride)
        self.elements = UnsafeMutableBufferPointer(rebasing: elements[..<view.elements.count])
        self.rows = rows
        self.columns = columns
        self.stride = view.stride
    }

    /// The same rectangle, to be read.
    @inlinable
    public var readOnly: MatrixView<Scalar> {
        MatrixView(UnsafeBufferPointer(elements), rows: rows, columns: columns, stride: stride)
    }

    /// Whether there are no elements.
    @inlinable public var isEmpty: Bool { rows == 0 || columns == 0 }

    /// One element. Checked in debug builds only.
    @inlinable
    public subscript(row: Int, column: Int) -> Scalar {
        get {
            assert(row >= 0 && row < rows && column >= 0 && column < columns)
            return elements[row * stride + column]
        }
        nonmutating set {
            assert(row >= 0 && row < rows && column >= 0 && column < columns)
            elements[row * stride + column] = newValue
        }
    }

    /// One row. A row that is not there stops the program.
    @inlinable
    public func row(_ row: Int) -> UnsafeMutableBufferPointer<Scalar> {
        block(rows: row..<row + 1, columns: 0..<columns).elements
    }

    /// The rectangle of given rows and columns. Ranges beyond the view stop the program.
    @inlinable
    public func block(rows: Range<Int>, columns: Range<Int>) -> MutableMatrixView {
        requireShapes(
            rows.lowerBound >= 0 && rows.upperBound <= self.rows
                && columns.lowerBound >= 0 && columns.upperBound <= self.columns,
            "rows \(rows) and columns \(columns) are no block of \(self.rows) x \(self.columns)")
        let start = rows.isEmpty || columns.isEmpty ? elements.count : rows.lowerBound * stride + columns.lowerBound
        return MutableMatrixView(
            UnsafeMutableBufferPointer(rebasing: elements[start...]),
            rows: rows.count, columns: columns.count, stride: stride)
    }

    /// The first `size` rows and columns.
    @inlinable
    public func leading(_ size: Int) -> MutableMatrixView { leading(rows: size, columns: size) }

    /// The first rows and columns. More than there are stops the program.
    @inlinable
    public func leading(rows: Int, columns: Int) -> MutableMatrixView {
        requireShapes(rows >= 0 && columns >= 0, "\(rows) x \(columns) is no block")
        return block(rows: 0..<rows, columns: 0..<columns)
    }
}
