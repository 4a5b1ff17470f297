import Matrices
import TestSupport
import Testing

/// gemv, symv, ger, syr, dot and axpy against loops.
struct VectorTests {
    init() { oneThread }

    /// Around multiples of what kernels unroll, and around where rank-one updates change from a loop to BLAS.
    static let sizes = smallSizes + [31, 33, 64, 65, 100]
    static let shapes =
        smallSizes.flatMap { rows in smallSizes.map { (rows, $0) } }
        + [(31, 33), (33, 31), (64, 64), (65, 3), (3, 65), (65, 65), (100, 37)]

    @Test(arguments: [false, true])
    func matrixTimesVector(framed: Bool) {
        for (rows, columns) in Self.shapes {
            checkMultiply(Float.self, rows, columns, framed: framed)
            checkMultiply(Double.self, rows, columns, framed: framed)
        }
    }

    func checkMultiply<Scalar: MatrixScalar>(_: Scalar.Type, _ rows: Int, _ columns: Int, framed: Bool) {
        var generator = SeededGenerator(seed: UInt64(rows + 1000 * columns))
        let a = Framed<Scalar>(rows, columns, framed: framed, from: &generator)
        for orientation in Orientation.allCases {
            let table = a.table.oriented(orientation)
            let x = Framed<Scalar>(table.columns, 1, framed: false, from: &generator)
            let start = Framed<Scalar>(table.rows, 1, framed: false, from: &generator)
            for alpha in factors {
                for beta in factors {
                    var y = beta == 0 ? Framed<Scalar>(table.rows, 1, framed: false) { _, _ in .nan } : start
                    let former = y.table
                    a.withView { a in
                        x.withView { x in
                            y.withMutableView {
                                a.multiply(
                                    x.elements, into: $0.elements, orientation, alpha: Scalar(alpha),
                                    beta: Scalar(beta))
                            }
                        }
                    }
                    let expected = (table * x.table).scaled(alpha) + former.scaled(beta)
                    let tolerance =
                        Scalar.productBound(table.columns)
                        * ((table.magnitudes * x.table.magnitudes).scaled(alpha.magnitude)
                            + former.magnitudes.scaled(beta.magnitude))
                    #expect(
                        y.table.isWithin(tolerance, of: expected),
                        "\(Scalar.self) \(rows) \(columns) \(orientation) \(alpha) \(beta) \(framed)")
                }
            }
        }
    }

    @Test(arguments: [false, true])
    func symmetricMatrixTimesVector(framed: Bool) {
        for size in Self.sizes {
            checkSymmetric(Float.self, size, framed: framed)
            checkSymmetric(Double.self, size, framed: framed)
        }
    }

    func checkSymmetric<Scalar: MatrixScalar>(_: Scalar.Type, _ size: Int, framed: Bool) {
        var generator = SeededGenerator(seed: UInt64(size))
        let full = Framed<Scalar>(size, size, framed: framed, from: &generator)
        let x = Framed<Scalar>(size, 1, framed: false, from: &generator)
        let start = Framed<Scalar>(size, 1, framed: false, from: &generator)
        for triangle in Triangle.allCases {
            let table = full.table.mirrored(triangle)
            var a = full
            for row in 0..<size {
                for column in 0..<size where column != row && (column < row) != (triangle == .lower) {
                    a[row, column] = .nan
                }
            }
            for alpha in factors {
                for beta in factors {
                    var y = beta == 0 ? Framed<Scalar>(size, 1, framed: false) { _, _ in .nan } : start
                    let former = y.table
                    a.withView { a in
                        x.withView { x in
                            y.withMutableView {
                                a.multiplySymmetric(
                                    x.elements, into: $0.elements, triangle: triangle, alpha: Scalar(alpha),
                                    beta: Scalar(beta))
                            }
                        }
                    }
                    let expected = (table * x.table).scaled(alpha) + former.scaled(beta)
                    let tolerance =
                        Scalar.productBound(size)
                        * ((table.magnitudes * x.table.magnitudes).scaled(alpha.magnitude)
                            + former.magnitudes.scaled(beta.magnitude))
                    #expect(
                        y.table.isWithin(tolerance, of: expected),
                        "\(Scalar.self) \(size) \(triangle) \(alpha) \(beta) \(framed)")
                }
            }
        }
    }

    @Test(arguments: [false, true])
    func rankOneUpdates(framed: Bool) {
        for (rows, columns) in Self.shapes {
            checkRankOne(Float.self, rows, columns, framed: framed)
            checkRankOne(Double.self, rows, columns, framed: framed)
        }
    }

    func checkRankOne<Scalar: MatrixScalar>(_: Scalar.Type, _ rows: Int, _ columns: Int, framed: Bool) {
        var generator = SeededGenerator(seed: UInt64(rows + 1000 * columns))
        let start = Framed<Scalar>(rows, columns, framed: framed, from: &generator)
        let x = Framed<Scalar>(rows, 1, framed: false, from: &generator)
        let y = Framed<Scalar>(columns, 1, framed: false, from: &generator)
        for alpha in factors {
            func bound(_ outer: Table) -> Table {
                Scalar.productBound(1) * (outer.magnitudes.scaled(alpha.magnitude) + start.table.magnitudes)
            }
            var a = start
            x.withView { x in
                y.withView { y in
                    a.withMutableView { $0.rankOneUpdate(x.elements, y.elements, alpha: Scalar(alpha)) }
                }
            }
            let outer = x.table * y.table.transposed
            let expected = start.table + outer.scaled(alpha)
            #expect(
                a.table.isWithin(bound(outer), of: expected) && a.frameIsIntact,
                "\(Scalar.self) \(rows) \(columns) \(alpha) \(framed)")

            guard rows == columns else { continue }
            for triangle in Triangle.allCases {
                a = start
                x.withView { x in
                    a.withMutableView { $0.rankOneUpdate(x.elements, triangle: triangle, alpha: Scalar(alpha)) }
                }
                let outer = (x.table * x.table.transposed).only(triangle)
                // Outside the triangle `outer` is zero and the elements must be the former ones.
                #expect(
                    a.table.isWithin(bound(outer).only(triangle), of: start.table + outer.scaled(alpha))
                        && a.frameIsIntact,
                    "\(Scalar.self) \(rows) \(triangle) \(alpha) \(framed)")
            }
        }
    }

    @Test func dotAndAdd() {
        for size in Self.sizes + [1000] {
            checkDotAndAdd(Float.self, size)
            checkDotAndAdd(Double.self, size)
        }
    }

    func checkDotAndAdd<Scalar: MatrixScalar>(_: Scalar.Type, _ size: Int) {
        var generator = SeededGenerator(seed: UInt64(size))
        let x = Framed<Scalar>(size, 1, framed: false, from: &generator)
        let y = Framed<Scalar>(size, 1, framed: false, from: &generator)
        let dot = x.withView { x in y.withView { y in Double(x.elements.dot(y.elements)) } }
        let sum = (x.table.transposed * y.table)[0, 0]
        let bound = Scalar.productBound(size) * (x.table.transposed.magnitudes * y.table.magnitudes)[0, 0]
        #expect((dot - sum).magnitude <= bound, "\(Scalar.self) \(size)")
        for alpha in factors {
            var target = y
            x.withView { x in target.withMutableView { $0.elements.add(x.elements, alpha: Scalar(alpha)) } }
            let tolerance =
                Scalar.productBound(1) * (x.table.magnitudes.scaled(alpha.magnitude) + y.table.magnitudes)
            #expect(
                target.table.isWithin(tolerance, of: y.table + x.table.scaled(alpha)), "\(Scalar.self) \(size) \(alpha)"
            )
        }
    }
}
