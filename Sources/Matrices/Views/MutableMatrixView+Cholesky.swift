extension MutableMatrixView {
    /// Replaces one triangle of a symmetric matrix by its Cholesky factor (LAPACK potrf): the lower one by L with
    /// `L Lᵀ = self`, the upper one by `Lᵀ`.
    ///
    /// Only that triangle is read and written. The upper one is up to 1.5 times as fast beyond 60 rows. A matrix that is
    /// not square stops the program; one of size 0 is its own factor. After an error the triangle is of no use. Backward stable: the factor is that of a
    /// matrix whose distance is of the order of n times the machine epsilon (Higham, Accuracy and Stability of
    /// Numerical Algorithms, 2nd ed., 2002, theorem 10.3).
    ///
    /// - Throws: ``NotPositiveDefinite`` with the first row whose pivot is zero, negative, infinite or NaN.
    @inlinable
    public func factoriseCholesky(_ triangle: Triangle = .lower) throws(NotPositiveDefinite) {
        requireShapes(rows == columns, "Cholesky factor of \(rows) x \(columns)")
        if isEmpty { return }
        let info = Scalar.potrf(self, triangle)
        // OpenBLAS asks whether a pivot is <= 0, which a NaN is not, and goes on. A NaN or an infinity anywhere in
        // a row reaches that row's pivot, so that the diagonal tells.
        for row in 0..<(info > 0 ? min(info - 1, rows) : rows) {
            let pivot = self[row, row]
            if !(pivot > 0 && pivot.isFinite) { throw NotPositiveDefinite(pivot: row) }
        }
        if info > 0 { throw NotPositiveDefinite(pivot: info - 1) }
    }

    /// Replaces the lower triangle, a Cholesky factor L, by that of the inverse of `L Lᵀ` (LAPACK potri).
    ///
    /// Only the lower triangle is read and written: see ``mirror(from:)``. About twice the work of the factor; to
    /// multiply by an inverse, ``MatrixView/solveFactored(_:)-(MutableMatrixView<Scalar>)`` is cheaper and more
    /// accurate. A matrix that is not square stops the program.
    ///
    /// - Throws: ``NotPositiveDefinite`` with the first row whose diagonal element is zero, which no factor from
    ///   ``factoriseCholesky()`` has.
    @inlinable
    public func invertFactored() throws(NotPositiveDefinite) {
        requireShapes(rows == columns, "inverse from a factor of \(rows) x \(columns)")
        if isEmpty { return }
        let info = Scalar.potri(self)
        if info > 0 { throw NotPositiveDefinite(pivot: info - 1) }
    }
}
