import Matrices
import TestSupport
import Testing

/// A matrix without a Cholesky factor is refused, and the row named is the right one.
struct PivotTests {
    init() { oneThread }

    /// L D Lᵀ of small whole numbers, all D but one 1 or 4: every step of the factorisation is exact, in any order, so
    /// that the pivot of the odd row is exactly its D.
    func matrix<Scalar: MatrixScalar>(_: Scalar.Type, _ size: Int, pivot: Int, value: Double) -> Matrix<Scalar> {
        var generator = SeededGenerator(seed: UInt64(size * 1000 + pivot))
        let l = Table(size, size) { row, column in
            row == column ? 1 : row < column ? 0 : Double(Int.random(in: -1...1, using: &generator))
        }
        let d = (0..<size).map { $0 == pivot ? value : Bool.random(using: &generator) ? 1 : 4 }
        let product = Table(size, size) { l[$0, $1] * d[$1] } * l.transposed
        var matrix = Matrix<Scalar>(rows: size, columns: size, repeating: .nan)
        matrix.withMutableView { view in
            for row in 0..<size { for column in 0...row { view[row, column] = Scalar(product[row, column]) } }
        }
        return matrix
    }

    func check<Scalar: MatrixScalar>(_: Scalar.Type, _ size: Int, pivot: Int) throws {
        for value in [-1.0, 0] {
            var a = matrix(Scalar.self, size, pivot: pivot, value: value)
            #expect(throws: NotPositiveDefinite(pivot: pivot), "\(Scalar.self) \(size) \(value)") {
                try a.factoriseCholesky()
            }
        }
        guard size < 100 else { return }
        var sound = matrix(Scalar.self, size, pivot: pivot, value: 4)
        try sound.factoriseCholesky()
        #expect(sound[pivot, pivot] == 2)
    }

    @Test(arguments: [1, 2, 3, 5, 8, 17, 40])
    func everyRow(size: Int) throws {
        for pivot in 0..<size {
            try check(Float.self, size, pivot: pivot)
            try check(Double.self, size, pivot: pivot)
        }
    }

    /// Large enough for the blocked paths of the library.
    @Test(arguments: [70, 200], [0.0, 0.5, 0.999])
    func someRowsOfLargeMatrices(size: Int, place: Double) throws {
        try check(Float.self, size, pivot: Int(Double(size) * place))
        try check(Double.self, size, pivot: Int(Double(size) * place))
    }

    /// A NaN or an infinity off the diagonal reaches the pivot of its row; OpenBLAS lets a NaN pivot pass.
    func checkPoison<Scalar: MatrixScalar>(_: Scalar.Type, _ size: Int, _ row: Int, _ column: Int) {
        for poison in [Scalar.nan, .infinity, -.infinity] {
            var a = Matrix<Scalar>(rows: size, columns: size, repeating: 0.125)
            for index in 0..<size { a[index, index] += 1 }
            a[row, column] = poison
            #expect(throws: NotPositiveDefinite(pivot: row), "\(Scalar.self) \(size) \(row) \(column) \(poison)") {
                try a.factoriseCholesky()
            }
        }
    }

    @Test(arguments: [1, 2, 3, 5, 8, 17])
    func notFiniteAnywhere(size: Int) {
        for row in 0..<size {
            for column in 0...row {
                checkPoison(Float.self, size, row, column)
                checkPoison(Double.self, size, row, column)
            }
        }
    }

    @Test(arguments: [100, 200])
    func notFiniteInLargeMatrices(size: Int) {
        for (row, column) in [(0, 0), (size / 2, size / 3), (size / 2, size / 2), (size - 1, 0), (size - 1, size - 1)] {
            checkPoison(Float.self, size, row, column)
            checkPoison(Double.self, size, row, column)
        }
    }

    @Test func aNaNAfterANegativePivotDoesNotHideIt() {
        var a = Matrix<Double>.identity(5)
        a[1, 1] = -1
        a[4, 4] = .nan
        #expect(throws: NotPositiveDefinite(pivot: 1)) { try a.factoriseCholesky() }
        a = .identity(5)
        a[1, 1] = .nan
        a[4, 4] = -1
        #expect(throws: NotPositiveDefinite(pivot: 1)) { try a.factoriseCholesky() }
    }
}
