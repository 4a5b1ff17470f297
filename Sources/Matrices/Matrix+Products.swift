// The operations of the views, on whole matrices and arrays. What they allow and refuse is said there.

extension Matrix {
    /// Becomes `alpha a b + beta self`: see ``MutableMatrixView/assignProduct(_:_:first:second:alpha:beta:)``.
    @inlinable
    public mutating func assignProduct(
        _ a: Matrix, _ b: Matrix, first aOrientation: Orientation = .plain, second bOrientation: Orientation = .plain,
        alpha: Scalar = 1, beta: Scalar = 0
    ) {
        withMutableView { target in
            a.withView { a in
                b.withView { b in
                    target.assignProduct(a, b, first: aOrientation, second: bOrientation, alpha: alpha, beta: beta)
                }
            }
        }
    }

    /// The product of two matrices, in a new one.
    @inlinable
    public static func product(
        _ a: Matrix, _ b: Matrix, first aOrientation: Orientation = .plain, second bOrientation: Orientation = .plain
    ) -> Matrix {
        var target = Matrix(
            rows: aOrientation == .plain ? a.rows : a.columns,
            columns: bOrientation == .plain ? b.columns : b.rows)
        target.assignProduct(a, b, first: aOrientation, second: bOrientation)
        return target
    }

    /// One triangle becomes that of `alpha a aᵀ + beta self`: see
    /// ``MutableMatrixView/assignSymmetricProduct(_:_:triangle:alpha:beta:)``.
    @inlinable
    public mutating func assignSymmetricProduct(
        _ a: Matrix, _ orientation: Orientation = .plain, triangle: Triangle = .lower, alpha: Scalar = 1,
        beta: Scalar = 0
    ) {
        withMutableView { target in
            a.withView { a in
                target.assignSymmetricProduct(a, orientation, triangle: triangle, alpha: alpha, beta: beta)
            }
        }
    }

    /// Copies one triangle of a square matrix onto the other.
    @inlinable
    public mutating func mirror(from triangle: Triangle) { withMutableView { $0.mirror(from: triangle) } }

    /// Adds `alpha x yᵀ`: see ``MutableMatrixView/rankOneUpdate(_:_:alpha:)``.
    @inlinable
    public mutating func rankOneUpdate(_ x: [Scalar], _ y: [Scalar], alpha: Scalar = 1) {
        withMutableView { target in
            x.withUnsafeBufferPointer { x in
                y.withUnsafeBufferPointer { y in target.rankOneUpdate(x, y, alpha: alpha) }
            }
        }
    }

    /// Adds `alpha x xᵀ` to one triangle: see ``MutableMatrixView/rankOneUpdate(_:triangle:alpha:)``.
    @inlinable
    public mutating func rankOneUpdate(_ x: [Scalar], triangle: Triangle = .lower, alpha: Scalar = 1) {
        withMutableView { target in
            x.withUnsafeBufferPointer { x in target.rankOneUpdate(x, triangle: triangle, alpha: alpha) }
        }
    }

    /// `y` becomes `alpha self x + beta y`: see ``MatrixView/multiply(_:into:_:alpha:beta:)``.
    @inlinable
    public func multiply(
        _ x: [Scalar], into y: inout [Scalar], _ orientation: Orientation = .plain, alpha: Scalar = 1, beta: Scalar = 0
    ) {
        y.withUnsafeMutableBufferPointer { y in
            x.withUnsafeBufferPointer { x in
                withView { $0.multiply(x, into: y, orientation, alpha: alpha, beta: beta) }
            }
        }
    }

    /// `y` becomes `alpha self x + beta y` from one triangle of a symmetric matrix: see
    /// ``MatrixView/multiplySymmetric(_:into:triangle:alpha:beta:)``.
    @inlinable
    public func multiplySymmetric(
        _ x: [Scalar], into y: inout [Scalar], triangle: Triangle = .lower, alpha: Scalar = 1, beta: Scalar = 0
    ) {
        y.withUnsafeMutableBufferPointer { y in
            x.withUnsafeBufferPointer { x in
                withView { $0.multiplySymmetric(x, into: y, triangle: triangle, alpha: alpha, beta: beta) }
            }
        }
    }
}
