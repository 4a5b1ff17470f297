import Matrices
import TestSupport
import Testing

/// potrf, potrs and potri: the factor multiplies back, solutions leave small residuals.
struct CholeskyTests {
    init() { oneThread }

    static let sizes = smallSizes + [31, 33, 64, 100, 130]

    @Test(arguments: sizes, [false, true])
    func factorReconstructs(size: Int, framed: Bool) throws {
        try checkFactor(Float.self, size, framed: framed)
        try checkFactor(Double.self, size, framed: framed)
    }

    func checkFactor<Scalar: MatrixScalar>(_: Scalar.Type, _ size: Int, framed: Bool) throws {
        var generator = SeededGenerator(seed: UInt64(size))
        var a = positiveDefinite(Scalar.self, size, framed: framed, from: &generator)
        let original = a.table
        try a.withMutableView { try $0.factoriseCholesky() }
        let factor = a.table.only(.lower)
        // Higham 2002, theorem 10.3: gamma(n + 1) |L| |Lᵀ|; one more where pivots' reciprocals multiply.
        let bound = Scalar.gamma(size + 2) + Double.gamma(size)
        let magnitudes = factor.magnitudes * factor.transposed.magnitudes
        #expect(
            (factor * factor.transposed).only(.lower)
                .isWithin((bound * magnitudes).only(.lower), of: original.only(.lower)))
        #expect(a.frameIsIntact && upperIsNaN(a))
    }

    @Test(arguments: sizes, [false, true])
    func solutionsLeaveSmallResiduals(size: Int, framed: Bool) throws {
        try checkSolution(Float.self, size, framed: framed)
        try checkSolution(Double.self, size, framed: framed)
    }

    func checkSolution<Scalar: MatrixScalar>(_: Scalar.Type, _ size: Int, framed: Bool) throws {
        var generator = SeededGenerator(seed: UInt64(size))
        var a = positiveDefinite(Scalar.self, size, framed: framed, from: &generator)
        let original = a.table.mirrored(.lower)
        try a.withMutableView { try $0.factoriseCholesky() }
        let factor = a.table.only(.lower)
        let magnitudes = factor.magnitudes * factor.transposed.magnitudes
        // Higham 2002, theorem 10.4: |A X - B| <= gamma(3n + 1) |L| |Lᵀ| |X|; three more for reciprocals.
        let bound = Scalar.gamma(3 * size + 4) + Double.gamma(size)
        for columns in smallSizes {
            let b = Framed<Scalar>(size, columns, framed: framed, from: &generator)
            var x = b
            a.withView { a in x.withMutableView { a.solveFactored($0) } }
            #expect((original * x.table).isWithin(bound * (magnitudes * x.table.magnitudes), of: b.table))
            #expect(x.frameIsIntact)
        }
        let b = Framed<Scalar>(size, 1, framed: false, from: &generator)
        var x = b
        a.withView { a in x.withMutableView { a.solveFactored($0.elements) } }
        #expect((original * x.table).isWithin(bound * (magnitudes * x.table.magnitudes), of: b.table))
    }

    @Test(arguments: sizes, [false, true])
    func inverseTimesMatrixIsIdentity(size: Int, framed: Bool) throws {
        try checkInverse(Float.self, size, framed: framed)
        try checkInverse(Double.self, size, framed: framed)
    }

    func checkInverse<Scalar: MatrixScalar>(_: Scalar.Type, _ size: Int, framed: Bool) throws {
        var generator = SeededGenerator(seed: UInt64(size))
        var a = positiveDefinite(Scalar.self, size, framed: framed, from: &generator)
        let original = a.table.mirrored(.lower)
        try a.withMutableView { try $0.factoriseCholesky() }
        let factor = a.table.only(.lower)
        try a.withMutableView { try $0.invertFactored() }
        let inverse = a.table.mirrored(.lower)
        // With V = fl(L⁻¹): V L = I + F, |F| <= gamma(n) |V| |L|; X = fl(Vᵀ V); and A = L Lᵀ but for gamma(n + 1) |L| |Lᵀ|.
        // So A X - I is L F L⁻¹ + L Fᵀ V + rounding of X and A: gamma(n + 2) times at most the sums below, to first
        // order, twice for what first order leaves out.
        let l = factor.magnitudes
        let v = factor.lowerInverse.magnitudes
        let bound = l * l.transposed * (v.transposed * v) + l * v * l * v
        let tolerance = (2 * (2 * Scalar.gamma(size + 2) + Double.gamma(size))) * bound
        let identity = Table(size, size) { $0 == $1 ? 1 : 0 }
        #expect((original * inverse).isWithin(tolerance, of: identity))
        #expect(a.frameIsIntact && upperIsNaN(a))
    }

    @Test func inverseOfASingularFactorNamesTheRow() {
        for size in 1...6 {
            for row in 0..<size {
                var factor = Matrix<Double>.identity(size)
                factor[row, row] = 0
                #expect(throws: NotPositiveDefinite(pivot: row)) { try factor.invertFactored() }
            }
        }
    }

    /// A Gram matrix with a little added to its diagonal; its upper triangle is NaN.
    func positiveDefinite<Scalar: MatrixScalar>(
        _: Scalar.Type, _ size: Int, framed: Bool, from generator: inout SeededGenerator
    ) -> Framed<Scalar> {
        let root = Table(size, size) { _, _ in generator.uniform() * 2 - 1 }
        let gram = root * root.transposed
        return Framed(size, size, framed: framed) { row, column in
            column > row ? .nan : gram[row, column] + (row == column ? 0.5 : 0)
        }
    }

    func upperIsNaN<Scalar>(_ a: Framed<Scalar>) -> Bool {
        (0..<a.rows).allSatisfy { row in (row..<a.columns).dropFirst().allSatisfy { a[row, $0].isNaN } }
    }
}
