/// A matrix of `Float` or `Double`, stored row after row in one allocation, with the semantics of a value.
///
/// Either dimension may be 0. Copies share their memory until one is written to. The methods here work on whole
/// matrices and are safe; the ones of ``MatrixView`` and ``MutableMatrixView`` (through ``withView(_:)`` and
/// ``withMutableView(_:)``) work on parts of larger ones without allocating.
///
/// **Shapes.** Elements from outside the program enter through ``init(rows:columns:elements:)``, which throws. All
/// other shapes are decided inside the program: where they do not fit, it stops with a message, in every build.
public struct Matrix<Scalar: MatrixScalar>: Sendable, Equatable {
    /// Number of rows, 0 to `Int32.max`.
    public let rows: Int
    /// Number of columns, 0 to `Int32.max`.
    public let columns: Int
    /// The `rows * columns` elements, row after row.
    @inlinable public var elements: [Scalar] { storage }
    @usableFromInline var storage: [Scalar]

    /// A matrix of zeros. A shape that cannot be counted stops the program.
    @inlinable
    public init(rows: Int, columns: Int) { self.init(rows: rows, columns: columns, repeating: 0) }

    /// A matrix of one value. A shape that cannot be counted stops the program.
    @inlinable
    public init(rows: Int, columns: Int, repeating value: Scalar) {
        guard let count = elementCount(rows: rows, columns: columns) else {
            stopForShapes("\(rows) x \(columns) is no shape of a matrix")
        }
        self.rows = rows
        self.columns = columns
        self.storage = Array(repeating: value, count: count)
    }

    /// A matrix of given elements, row after row.
    ///
    /// - Throws: ``ShapeMismatch`` unless both dimensions are 0 to `Int32.max` and there are `rows * columns` elements.
    @inlinable
    public init(rows: Int, columns: Int, elements: [Scalar]) throws(ShapeMismatch) {
        guard elementCount(rows: rows, columns: columns) == elements.count else {
            throw ShapeMismatch(rows: rows, columns: columns, elements: elements.count)
        }
        self.rows = rows
        self.columns = columns
        self.storage = elements
    }

    /// A copy of a rectangle elsewhere.
    @inlinable
    public init(_ view: MatrixView<Scalar>) {
        self.init(rows: view.rows, columns: view.columns)
        withMutableView { $0.copy(from: view) }
    }

    /// The square matrix with ones on its diagonal and zeros elsewhere.
    @inlinable
    public static func identity(_ size: Int) -> Matrix {
        var matrix = Matrix(rows: size, columns: size)
        for index in 0..<size { matrix[index, index] = 1 }
        return matrix
    }

    /// One element. A place outside the matrix stops the program.
    @inlinable
    public subscript(row: Int, column: Int) -> Scalar {
        get { storage[place(row, column)] }
        set { storage[place(row, column)] = newValue }
    }

    /// The elements of one row. A row that is not there stops the program.
    @inlinable
    public func row(_ row: Int) -> ArraySlice<Scalar> {
        requireShapes(row >= 0 && row < rows, "no row \(row) in \(rows) x \(columns)")
        return storage[row * columns..<(row + 1) * columns]
    }

    /// Gives a view of the whole matrix for the duration of the closure.
    @inlinable
    public func withView<Result, Failure: Error>(
        _ body: (MatrixView<Scalar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try storage.withUnsafeBufferPointer { (buffer) throws(Failure) -> Result in
            try body(MatrixView(buffer, rows: rows, columns: columns))
        }
    }

    /// Gives a view to write through for the duration of the closure.
    @inlinable
    public mutating func withMutableView<Result, Failure: Error>(
        _ body: (MutableMatrixView<Scalar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let (rows, columns) = (rows, columns)
        return try storage.withUnsafeMutableBufferPointer { (buffer) throws(Failure) -> Result in
            try body(MutableMatrixView(buffer, rows: rows, columns: columns))
        }
    }

    @inlinable
    func place(_ row: Int, _ column: Int) -> Int {
        requireShapes(
            row >= 0 && row < rows && column >= 0 && column < columns,
            "no element \(row), \(column) in \(rows) x \(columns)")
        return row * columns + column
    }
}
