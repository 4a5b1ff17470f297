extension MatrixView {
    /// `b` becomes the solution X of `T X = B` or `X T = B`, where T is a triangle of `self` (BLAS trsm).
    ///
    /// `self` is n x n. `b` has n rows if T is on the left, n columns if it is on the right; the other dimension is
    /// free and may be 0. A zero on the diagonal is not looked for: it gives infinities or NaN. Shapes that do not fit
    /// stop the program. `b` must not overlap with `self`.
    @inlinable
    public func solveTriangular(
        _ b: MutableMatrixView<Scalar>, side: SolveSide = .left, triangle: Triangle = .lower,
        orientation: Orientation = .plain, diagonal: TriangleDiagonal = .stored
    ) {
        requireShapes(
            rows == columns && rows == (side == .left ? b.rows : b.columns),
            "solving with \(rows) x \(columns) on the \(side) of \(b.rows) x \(b.columns)")
        if b.isEmpty { return }
        Scalar.trsm(side, self, triangle, orientation, diagonal, b)
    }

    /// `x` becomes the solution y of `T y = x`, where T is a triangle of `self` (BLAS trsv).
    ///
    /// `self` is n x n, `x` has n elements. Zeros on the diagonal, shapes and overlap as for matrices.
    @inlinable
    public func solveTriangular(
        _ x: UnsafeMutableBufferPointer<Scalar>, triangle: Triangle = .lower,
        orientation: Orientation = .plain, diagonal: TriangleDiagonal = .stored
    ) {
        requireShapes(
            rows == columns && rows == x.count, "solving with \(rows) x \(columns) for a vector of \(x.count)")
        if isEmpty { return }
        Scalar.trsv(self, triangle, orientation, diagonal, x)
    }

    /// `b` becomes the solution X of `L Lᵀ X = B`, where L is the lower triangle of `self` (LAPACK potrs).
    ///
    /// `self` is the n x n factor that ``MutableMatrixView/factoriseCholesky()`` left; `b` has n rows. Shapes and
    /// overlap as for ``solveTriangular(_:side:triangle:orientation:diagonal:)``.
    @inlinable
    public func solveFactored(_ b: MutableMatrixView<Scalar>) {
        // LAPACK's own potrs is these two calls, for right-hand sides stored by columns; ours are stored by rows.
        solveTriangular(b)
        solveTriangular(b, orientation: .transposed)
    }

    /// `x` becomes the solution y of `L Lᵀ y = x`, where L is the lower triangle of `self` (LAPACK potrs).
    ///
    /// `self` is the n x n factor that ``MutableMatrixView/factoriseCholesky()`` left; `x` has n elements.
    @inlinable
    public func solveFactored(_ x: UnsafeMutableBufferPointer<Scalar>) {
        solveTriangular(x)
        solveTriangular(x, orientation: .transposed)
    }
}
