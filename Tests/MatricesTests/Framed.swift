import Matrices
import TestSupport

/// A matrix for tests: tight, or inside a larger one whose other elements are NaN. A kernel that reads outside its
/// view spoils its result, and one that writes there is found by ``frameIsIntact``.
struct Framed<Scalar: MatrixScalar> {
    var whole: Matrix<Scalar>
    let rows: Int
    let columns: Int
    let margin: Int

    init(_ rows: Int, _ columns: Int, framed: Bool, _ element: (Int, Int) -> Double) {
        (self.rows, self.columns, margin) = (rows, columns, framed ? 2 : 0)
        whole = Matrix(rows: rows + 2 * margin, columns: columns + 2 * margin, repeating: .nan)
        withMutableView { view in
            for row in 0..<rows { for column in 0..<columns { view[row, column] = Scalar(element(row, column)) } }
        }
    }

    /// Random elements from -1 to 1.
    init(_ rows: Int, _ columns: Int, framed: Bool, from generator: inout SeededGenerator) {
        var draws = generator
        self.init(rows, columns, framed: framed) { _, _ in draws.uniform() * 2 - 1 }
        generator = draws
    }

    subscript(row: Int, column: Int) -> Double {
        get { Double(whole[row + margin, column + margin]) }
        set { whole[row + margin, column + margin] = Scalar(newValue) }
    }

    func withView<Result>(_ body: (MatrixView<Scalar>) throws -> Result) rethrows -> Result {
        try whole.withView { try body($0.block(rows: margin..<margin + rows, columns: margin..<margin + columns)) }
    }

    mutating func withMutableView<Result>(_ body: (MutableMatrixView<Scalar>) throws -> Result) rethrows -> Result {
        let (inner, outer) = (margin..<margin + rows, margin..<margin + columns)
        return try whole.withMutableView { try body($0.block(rows: inner, columns: outer)) }
    }

    /// Whether every element outside the block is still NaN.
    var frameIsIntact: Bool {
        for row in 0..<whole.rows {
            for column in 0..<whole.columns {
                let inside = (margin..<margin + rows).contains(row) && (margin..<margin + columns).contains(column)
                if !inside && !whole[row, column].isNaN { return false }
            }
        }
        return true
    }

    /// The elements as Double, which holds a Float exactly.
    var table: Table { withView { view in Table(rows, columns) { Double(view[$0, $1]) } } }
}
