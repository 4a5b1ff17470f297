extension MatrixView {
    /// `y` becomes `alpha self x + beta y` (BLAS gemv).
    ///
    /// Plain, `x` has `columns` elements and `y` has `rows`; transposed the other way about. With `beta` 0 the former
    /// elements of `y` are not read and may be NaN; with `alpha` 0 or an empty `x` neither are `self` and `x`. Counts
    /// that do not fit stop the program. `y` must not overlap with `self` or `x`.
    @inlinable
    public func multiply(
        _ x: UnsafeBufferPointer<Scalar>, into y: UnsafeMutableBufferPointer<Scalar>,
        _ orientation: Orientation = .plain, alpha: Scalar = 1, beta: Scalar = 0
    ) {
        let (inputs, outputs) = orientation == .plain ? (columns, rows) : (rows, columns)
        requireShapes(
            x.count == inputs && y.count == outputs,
            "product of \(outputs) x \(inputs) and a vector of \(x.count) into one of \(y.count)")
        // BLAS leaves `y` alone if either dimension is 0, also where it should become `beta y`; and some libraries
        // multiply a NaN by a `beta` of 0.
        if inputs == 0 || alpha == 0 || beta == 0 { y.scale(by: beta, in: 0..<outputs) }
        if isEmpty || alpha == 0 { return }
        Scalar.gemv(alpha, self, orientation, x, beta, y)
    }

    /// `y` becomes `alpha self x + beta y`, where `self` is symmetric and only one triangle is read (BLAS symv).
    ///
    /// `self` is n x n; `x` and `y` have n elements. `alpha`, `beta`, counts and overlap as in
    /// ``multiply(_:into:_:alpha:beta:)``.
    @inlinable
    public func multiplySymmetric(
        _ x: UnsafeBufferPointer<Scalar>, into y: UnsafeMutableBufferPointer<Scalar>,
        triangle: Triangle = .lower, alpha: Scalar = 1, beta: Scalar = 0
    ) {
        requireShapes(
            rows == columns && x.count == rows && y.count == rows,
            "symmetric product of \(rows) x \(columns) and a vector of \(x.count) into one of \(y.count)")
        if alpha == 0 || beta == 0 { y.scale(by: beta, in: 0..<rows) }
        if isEmpty || alpha == 0 { return }
        Scalar.symv(alpha, self, triangle, x, beta, y)
    }
}
