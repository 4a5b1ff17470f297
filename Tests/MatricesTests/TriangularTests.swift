import Matrices
import TestSupport
import Testing

/// trsm and trsv by their residuals: `|T X - B| <= gamma |T| |X|` in every element, whatever the condition of T
/// (Higham 2002, theorem 8.5).
struct TriangularTests {
    init() { oneThread }

    @Test(arguments: [false, true])
    func solvesEveryForm(framed: Bool) {
        for size in smallSizes + [33, 70] {
            for others in smallSizes + [33] {
                check(Float.self, size, others, framed: framed)
                check(Double.self, size, others, framed: framed)
            }
        }
    }

    func check<Scalar: MatrixScalar>(_: Scalar.Type, _ size: Int, _ others: Int, framed: Bool) {
        var generator = SeededGenerator(seed: UInt64(size + 1000 * others))
        for triangle in Triangle.allCases {
            for diagonal in TriangleDiagonal.allCases {
                let t = triangularMatrix(Scalar.self, size, triangle, diagonal, framed: framed, from: &generator)
                for orientation in Orientation.allCases {
                    let operand = t.table.only(triangle, diagonal).oriented(orientation)
                    for side in SolveSide.allCases {
                        let (rows, columns) = side == .left ? (size, others) : (others, size)
                        let b = Framed<Scalar>(rows, columns, framed: framed, from: &generator)
                        var x = b
                        t.withView { t in
                            x.withMutableView {
                                t.solveTriangular(
                                    $0, side: side, triangle: triangle, orientation: orientation, diagonal: diagonal)
                            }
                        }
                        #expect(
                            residualIsSmall(Scalar.self, operand, x.table, b.table, side) && x.frameIsIntact,
                            "\(Scalar.self) \(size) \(others) \(triangle) \(diagonal) \(orientation) \(side) \(framed)")
                    }
                    let b = Framed<Scalar>(size, 1, framed: false, from: &generator)
                    var x = b
                    t.withView { t in
                        x.withMutableView {
                            t.solveTriangular(
                                $0.elements, triangle: triangle, orientation: orientation, diagonal: diagonal)
                        }
                    }
                    #expect(
                        residualIsSmall(Scalar.self, operand, x.table, b.table, .left),
                        "\(Scalar.self) vector \(size) \(triangle) \(diagonal) \(orientation) \(framed)")
                }
            }
        }
    }

    /// A triangle whose other triangle (and diagonal, if that is not read) is NaN. The off-diagonal elements are small
    /// enough that solutions with ones on the diagonal do not grow beyond the range of a Float.
    func triangularMatrix<Scalar: MatrixScalar>(
        _: Scalar.Type, _ size: Int, _ triangle: Triangle, _ diagonal: TriangleDiagonal, framed: Bool,
        from generator: inout SeededGenerator
    ) -> Framed<Scalar> {
        var t = Framed<Scalar>(size, size, framed: framed, from: &generator)
        for row in 0..<size {
            for column in 0..<size {
                if row == column {
                    t[row, row] = diagonal == .ones ? .nan : 0.5 + generator.uniform()
                } else if (column < row) == (triangle == .lower) {
                    t[row, column] *= 0.5
                } else {
                    t[row, column] = .nan
                }
            }
        }
        return t
    }

    func residualIsSmall<Scalar: MatrixScalar>(
        _: Scalar.Type, _ t: Table, _ x: Table, _ b: Table, _ side: SolveSide
    ) -> Bool {
        let product = side == .left ? t * x : x * t
        let magnitudes = side == .left ? t.magnitudes * x.magnitudes : x.magnitudes * t.magnitudes
        // n roundings in the solution, one more where it multiplies by reciprocals; the oracle's own on top.
        let bound = Scalar.gamma(t.rows + 1) + Double.gamma(t.rows + 1)
        return product.isWithin(bound * magnitudes, of: b)
    }
}
