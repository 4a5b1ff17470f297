extension MutableMatrixView {
    /// Becomes `alpha a b + beta self` (BLAS gemm).
    ///
    /// `first` and `second` say how `a` and `b` are read; so read, `a` is `rows` x k and `b` is k x `columns`. With `beta` 0 the former elements
    /// are not read and may be NaN; with `alpha` 0 or k = 0 neither are `a` and `b`. Shapes that do not fit stop the
    /// program. `self` must not overlap with `a` or `b`.
    ///
    /// On some processors an element's last bits depend on the shape of the whole product.
    @inlinable
    public func assignProduct(
        _ a: MatrixView<Scalar>, _ b: MatrixView<Scalar>,
        first aOrientation: Orientation = .plain, second bOrientation: Orientation = .plain,
        alpha: Scalar = 1, beta: Scalar = 0
    ) {
        let (aRows, aColumns) = aOrientation == .plain ? (a.rows, a.columns) : (a.columns, a.rows)
        let (bRows, bColumns) = bOrientation == .plain ? (b.rows, b.columns) : (b.columns, b.rows)
        requireShapes(
            aRows == rows && bColumns == columns && aColumns == bRows,
            "product of \(aRows) x \(aColumns) and \(bRows) x \(bColumns) into \(rows) x \(columns)")
        if isEmpty { return }
        // BLAS libraries differ in whether a NaN in `a` survives alpha = 0.
        if aColumns == 0 || alpha == 0 { return scale(by: beta) }
        Scalar.gemm(alpha, a, aOrientation, b, bOrientation, beta, self)
    }

    /// One triangle becomes that of `alpha a aᵀ + beta self` (BLAS syrk).
    ///
    /// `self` is n x n. `a` is n x k; with `.transposed` it is k x n and the product is `aᵀ a`. The other triangle
    /// stays as it is: see ``mirror(from:)``. `alpha`, `beta`, shapes and overlap as in
    /// ``assignProduct(_:_:first:second:alpha:beta:)``.
    @inlinable
    public func assignSymmetricProduct(
        _ a: MatrixView<Scalar>, _ orientation: Orientation = .plain, triangle: Triangle = .lower,
        alpha: Scalar = 1, beta: Scalar = 0
    ) {
        let (size, inner) = orientation == .plain ? (a.rows, a.columns) : (a.columns, a.rows)
        requireShapes(
            size == rows && size == columns, "symmetric product of \(size) x \(inner) into \(rows) x \(columns)")
        if isEmpty { return }
        if inner == 0 || alpha == 0 { return scale(by: beta, triangle: triangle) }
        Scalar.syrk(alpha, a, orientation, beta, self, triangle)
    }

    /// Adds `alpha x yᵀ` (BLAS ger).
    ///
    /// `x` has `rows` elements, `y` has `columns`; other counts stop the program. Neither may overlap with `self`.
    @inlinable
    public func rankOneUpdate(_ x: UnsafeBufferPointer<Scalar>, _ y: UnsafeBufferPointer<Scalar>, alpha: Scalar = 1) {
        requireShapes(
            x.count == rows && y.count == columns,
            "rank-one update of \(rows) x \(columns) by vectors of \(x.count) and \(y.count)")
        if isEmpty || alpha == 0 { return }
        Scalar.ger(alpha, x, y, self)
    }

    /// Adds `alpha x xᵀ` to one triangle of a square matrix (BLAS syr).
    ///
    /// `x` has as many elements as there are rows; other shapes stop the program. `x` must not overlap with `self`.
    @inlinable
    public func rankOneUpdate(_ x: UnsafeBufferPointer<Scalar>, triangle: Triangle = .lower, alpha: Scalar = 1) {
        requireShapes(
            x.count == rows && rows == columns, "rank-one update of \(rows) x \(columns) by a vector of \(x.count)")
        if isEmpty || alpha == 0 { return }
        Scalar.syr(alpha, x, self, triangle)
    }
}
