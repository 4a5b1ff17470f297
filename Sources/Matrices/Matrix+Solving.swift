// The operations of the views, on whole matrices and arrays. What they allow and refuse is said there.

extension Matrix {
    /// Replaces the lower triangle by the Cholesky factor: see ``MutableMatrixView/factoriseCholesky()``.
    ///
    /// - Throws: ``NotPositiveDefinite`` with the first row whose pivot is zero, negative, infinite or NaN.
    @inlinable
    public mutating func factoriseCholesky() throws(NotPositiveDefinite) {
        try withMutableView { (view) throws(NotPositiveDefinite) in try view.factoriseCholesky() }
    }

    /// Replaces a factor by the lower triangle of the inverse: see ``MutableMatrixView/invertFactored()``.
    ///
    /// - Throws: ``NotPositiveDefinite`` with the first row whose diagonal element is zero.
    @inlinable
    public mutating func invertFactored() throws(NotPositiveDefinite) {
        try withMutableView { (view) throws(NotPositiveDefinite) in try view.invertFactored() }
    }

    /// `b` becomes the solution of `L Lᵀ X = B`, where L is the lower triangle.
    @inlinable
    public func solveFactored(_ b: inout Matrix) {
        b.withMutableView { b in withView { $0.solveFactored(b) } }
    }

    /// `x` becomes the solution of `L Lᵀ y = x`, where L is the lower triangle.
    @inlinable
    public func solveFactored(_ x: inout [Scalar]) {
        x.withUnsafeMutableBufferPointer { x in withView { $0.solveFactored(x) } }
    }

    /// `b` becomes the solution of `T X = B` or `X T = B`, where T is a triangle: see
    /// ``MatrixView/solveTriangular(_:side:triangle:orientation:diagonal:)``.
    @inlinable
    public func solveTriangular(
        _ b: inout Matrix, side: SolveSide = .left, triangle: Triangle = .lower, orientation: Orientation = .plain,
        diagonal: TriangleDiagonal = .stored
    ) {
        b.withMutableView { b in
            withView {
                $0.solveTriangular(b, side: side, triangle: triangle, orientation: orientation, diagonal: diagonal)
            }
        }
    }

    /// `x` becomes the solution of `T y = x`, where T is a triangle: see
    /// ``MatrixView/solveTriangular(_:triangle:orientation:diagonal:)``.
    @inlinable
    public func solveTriangular(
        _ x: inout [Scalar], triangle: Triangle = .lower, orientation: Orientation = .plain,
        diagonal: TriangleDiagonal = .stored
    ) {
        x.withUnsafeMutableBufferPointer { x in
            withView { $0.solveTriangular(x, triangle: triangle, orientation: orientation, diagonal: diagonal) }
        }
    }
}
