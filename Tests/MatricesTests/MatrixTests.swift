import Matrices
import Testing

/// The container, its doors to the outside, and the whole-matrix forms of the operations.
struct MatrixTests {
    init() { oneThread }

    @Test func rowsFollowEachOther() throws {
        let matrix = try Matrix<Float>(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
        #expect(matrix[0, 2] == 3 && matrix[1, 0] == 4)
        #expect(Array(matrix.row(1)) == [4, 5, 6])
        #expect(matrix.withView { Array($0.row(1)) } == [4, 5, 6])
        let block = matrix.withView { Matrix($0.block(rows: 0..<2, columns: 1..<3)) }
        #expect(block.elements == [2, 3, 5, 6])
        #expect(matrix.withView { Matrix($0.leading(1)) }.elements == [1])
    }

    @Test func copiesAreIndependent() {
        let original = Matrix<Double>.identity(2)
        var copy = original
        copy[0, 0] = 7
        copy.withMutableView { $0[1, 1] = 8 }
        #expect(original == .identity(2))
        #expect(copy.elements == [7, 0, 0, 8])
        // A matrix may be a factor of its own product: the factor is the former value.
        copy.assignProduct(copy, copy)
        #expect(copy.elements == [49, 0, 0, 64])
    }

    @Test(arguments: [(2, 2, 3), (-1, -1, 1), (0, 1, 1), (Int.max, 2, 2), (1 << 31, 0, 0), (0, 1 << 31, 0)])
    func elementsMustFill(rows: Int, columns: Int, count: Int) {
        #expect(throws: ShapeMismatch(rows: rows, columns: columns, elements: count)) {
            try Matrix(rows: rows, columns: columns, elements: [Float](repeating: 0, count: count))
        }
    }

    @Test func emptyShapesWork() throws {
        for (rows, columns) in [(0, 0), (0, 3), (3, 0)] {
            var matrix = try Matrix<Double>(rows: rows, columns: columns, elements: [])
            #expect(matrix.withView { $0.isEmpty && $0.stride >= 1 && $0.rows == rows && $0.columns == columns })
            matrix.withMutableView {
                $0.fill(with: 1)
                #expect($0.block(rows: rows..<rows, columns: columns..<columns).isEmpty)
                for row in 0..<rows { #expect($0.row(row).isEmpty) }
            }
        }
        var none = Matrix<Float>(rows: 0, columns: 0)
        try none.factoriseCholesky()
        try none.invertFactored()
        none.mirror(from: .lower)
    }

    @Test func mirrorCopiesOneTriangle() throws {
        let start = try Matrix<Float>(rows: 3, columns: 3, elements: [1, 2, 3, 4, 5, 6, 7, 8, 9])
        var matrix = start
        matrix.mirror(from: .lower)
        #expect(matrix.elements == [1, 4, 7, 4, 5, 8, 7, 8, 9])
        matrix = start
        matrix.mirror(from: .upper)
        #expect(matrix.elements == [1, 2, 3, 2, 5, 6, 3, 6, 9])
    }

    @Test func wholeMatrixForms() throws {
        let a = try Matrix<Double>(rows: 2, columns: 2, elements: [4, 2, 2, 5])
        let x = [1.0, -1]
        #expect(Matrix.product(a, a, first: .transposed).elements == [20, 18, 18, 29])
        var c = Matrix<Double>(rows: 2, columns: 2)
        c.assignSymmetricProduct(a, triangle: .upper)
        #expect(c.elements == [20, 18, 0, 29])
        c.rankOneUpdate(x, [1, 2])
        #expect(c.elements == [21, 20, -1, 27])
        c.rankOneUpdate(x, triangle: .lower, alpha: 2)
        #expect(c.elements == [23, 20, -3, 29])
        var y = [Double.nan, .nan]
        a.multiply(x, into: &y)
        #expect(y == [2, -3])
        a.multiplySymmetric(x, into: &y, beta: 1)
        #expect(y == [4, -6])

        var factor = a
        try factor.factoriseCholesky()
        #expect(factor.elements == [2, 2, 1, 2])
        y = [8, 10]
        factor.solveTriangular(&y)
        #expect(y == [4, 3])
        y = [10, 17]
        factor.solveFactored(&y)
        #expect(y == [1, 3])
        var b = try Matrix<Double>(rows: 2, columns: 1, elements: [10, 17])
        factor.solveFactored(&b)
        #expect(b.elements == [1, 3])
        b = try Matrix(rows: 1, columns: 2, elements: [4, 4])
        factor.solveTriangular(&b, side: .right)
        #expect(b.elements == [1, 2])
        try factor.invertFactored()
        #expect(factor[0, 0] == 0.3125 && factor[1, 0] == -0.125 && factor[1, 1] == 0.25)
    }

    /// A workspace of the largest size serves smaller ones: nothing outside the leading block is touched.
    @Test func oneWorkspaceForAllSizes() throws {
        var workspace = Matrix<Double>(rows: 9, columns: 9)
        for size in 0...9 {
            workspace.withMutableView { $0.fill(with: .nan) }
            try workspace.withMutableView { whole throws in
                let block = whole.leading(size)
                block.fill(with: 1)
                for index in 0..<size { block[index, index] += 1 }
                try block.factoriseCholesky()
                try block.invertFactored()
                block.mirror(from: .lower)
                // Sherman and Morrison: (I + 1 1ᵀ)⁻¹ = I - 1 1ᵀ / (n + 1). The condition is n + 1; 4 n roundings.
                for row in 0..<size {
                    for column in 0..<size {
                        let expected = (row == column ? 1 : 0) - 1 / Double(size + 1)
                        #expect((block[row, column] - expected).magnitude <= Double.gamma(4 * size * (size + 1)))
                    }
                }
            }
            let untouched = (0..<9).allSatisfy { row in
                (0..<9).allSatisfy { column in (row < size && column < size) || workspace[row, column].isNaN }
            }
            #expect(untouched)
        }
    }

    @Test func errorsSayWhat() {
        #expect(NotPositiveDefinite(pivot: 3).description.contains("row 3"))
        #expect(
            ShapeMismatch(rows: 2, columns: 3, elements: 5).description == "5 elements cannot fill a matrix of 2 x 3")
        #expect(NotPositiveDefinite.code == "not-positive-definite" && ShapeMismatch.code == "shape-mismatch")
    }
}
