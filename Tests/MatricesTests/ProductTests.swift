import Matrices
import TestSupport
import Testing

/// gemm and syrk against three nested loops.
struct ProductTests {
    init() { oneThread }

    @Test func productsOfAllSmallShapes() {
        productsOfAllSmallShapes(Float.self)
        productsOfAllSmallShapes(Double.self)
    }

    func productsOfAllSmallShapes<Scalar: MatrixScalar>(_: Scalar.Type) {
        for rows in smallSizes {
            for columns in smallSizes {
                for inner in smallSizes {
                    checkProduct(Scalar.self, rows, columns, inner, framed: true)
                    checkProduct(Scalar.self, rows, columns, inner, framed: false, factors: [(1, 0), (-0.75, 1)])
                }
            }
        }
    }

    @Test(arguments: [UInt64](1...12))
    func productsOfRandomLargerShapes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let sizes = (0..<3).map { _ in Int.random(in: 18...150, using: &generator) }
        checkProduct(Float.self, sizes[0], sizes[1], sizes[2], framed: seed % 2 == 0, factors: [(-0.75, 0), (1, 1)])
        checkProduct(Double.self, sizes[0], sizes[1], sizes[2], framed: seed % 2 == 0, factors: [(1, 0), (-0.75, 2)])
    }

    func checkProduct<Scalar: MatrixScalar>(
        _: Scalar.Type, _ rows: Int, _ columns: Int, _ inner: Int, framed: Bool,
        factors pairs: [(Double, Double)] = factors.flatMap { alpha in factors.map { (alpha, $0) } }
    ) {
        var generator = SeededGenerator(seed: UInt64(rows + 1000 * columns + 1_000_000 * inner))
        for aOrientation in Orientation.allCases {
            for bOrientation in Orientation.allCases {
                let (aRows, aColumns) = aOrientation == .plain ? (rows, inner) : (inner, rows)
                let (bRows, bColumns) = bOrientation == .plain ? (inner, columns) : (columns, inner)
                let a = Framed<Scalar>(aRows, aColumns, framed: framed, from: &generator)
                let b = Framed<Scalar>(bRows, bColumns, framed: framed, from: &generator)
                let start = Framed<Scalar>(rows, columns, framed: framed, from: &generator)
                let (left, right) = (a.table.oriented(aOrientation), b.table.oriented(bOrientation))
                let (product, bound) = (left * right, left.magnitudes * right.magnitudes)
                for (alpha, beta) in pairs {
                    var c = beta == 0 ? Framed<Scalar>(rows, columns, framed: framed) { _, _ in .nan } : start
                    let former = c.table
                    a.withView { a in
                        b.withView { b in
                            c.withMutableView {
                                $0.assignProduct(
                                    a, b, first: aOrientation, second: bOrientation, alpha: Scalar(alpha),
                                    beta: Scalar(beta))
                            }
                        }
                    }
                    let expected = product.scaled(alpha) + former.scaled(beta)
                    let tolerance =
                        Scalar.productBound(inner)
                        * (bound.scaled(alpha.magnitude) + former.magnitudes.scaled(beta.magnitude))
                    #expect(
                        c.table.isWithin(tolerance, of: expected) && c.frameIsIntact,
                        "\(Scalar.self) \(rows) \(columns) \(inner) \(aOrientation) \(bOrientation) \(alpha) \(beta) \(framed)"
                    )
                }
            }
        }
    }

    @Test func symmetricProductsOfAllSmallShapes() {
        let shapes = smallSizes.flatMap { size in smallSizes.map { (size, $0) } } + [(40, 40), (97, 3)]
        for (size, inner) in shapes {
            for framed in [false, true] {
                checkSymmetricProduct(Float.self, size, inner, framed: framed)
                checkSymmetricProduct(Double.self, size, inner, framed: framed)
            }
        }
    }

    func checkSymmetricProduct<Scalar: MatrixScalar>(_: Scalar.Type, _ size: Int, _ inner: Int, framed: Bool) {
        var generator = SeededGenerator(seed: UInt64(size + 1000 * inner))
        for orientation in Orientation.allCases {
            let (rows, columns) = orientation == .plain ? (size, inner) : (inner, size)
            let a = Framed<Scalar>(rows, columns, framed: framed, from: &generator)
            let start = Framed<Scalar>(size, size, framed: framed, from: &generator)
            let left = a.table.oriented(orientation)
            let (product, bound) = (left * left.transposed, left.magnitudes * left.transposed.magnitudes)
            for triangle in Triangle.allCases {
                for alpha in factors {
                    for beta in factors {
                        // The other triangle is NaN throughout and must stay so.
                        var c = start
                        for row in 0..<size {
                            for column in 0..<size {
                                let inTriangle = triangle == .lower ? column <= row : column >= row
                                if beta == 0 || !inTriangle { c[row, column] = .nan }
                            }
                        }
                        let former = c.table
                        a.withView { a in
                            c.withMutableView {
                                $0.assignSymmetricProduct(
                                    a, orientation, triangle: triangle, alpha: Scalar(alpha), beta: Scalar(beta))
                            }
                        }
                        let expected = (product.scaled(alpha) + former.scaled(beta)).only(triangle)
                        let tolerance =
                            Scalar.productBound(inner)
                            * (bound.scaled(alpha.magnitude) + former.magnitudes.scaled(beta.magnitude)).only(triangle)
                        let others = (0..<size).allSatisfy { row in
                            (0..<size).allSatisfy { column in
                                row == column || (column < row) == (triangle == .lower) || c[row, column].isNaN
                            }
                        }
                        #expect(
                            c.table.only(triangle).isWithin(tolerance, of: expected) && others && c.frameIsIntact,
                            "\(Scalar.self) \(size) \(inner) \(orientation) \(triangle) \(alpha) \(beta) \(framed)")
                    }
                }
            }
        }
    }

    /// With alpha = 0 the factors are not read, in any shape.
    @Test func factorsAreIgnoredWithAlphaZero() {
        for size in smallSizes {
            let poison = Matrix<Float>(rows: size, columns: size, repeating: .nan)
            var c = Matrix<Float>(rows: size, columns: size, repeating: 2)
            c.assignProduct(poison, poison, alpha: 0, beta: 0.5)
            #expect(c == Matrix(rows: size, columns: size, repeating: 1))
            c.assignSymmetricProduct(poison, alpha: 0, beta: 1)
            #expect(c == Matrix(rows: size, columns: size, repeating: 1))
        }
    }
}
