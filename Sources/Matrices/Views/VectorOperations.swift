extension UnsafeBufferPointer where Element: MatrixScalar {
    /// The sum of the products of elements at the same place (BLAS dot); 0 for empty vectors.
    ///
    /// Counts that differ stop the program.
    @inlinable
    public func dot(_ other: UnsafeBufferPointer<Element>) -> Element {
        requireShapes(count == other.count && count <= largestDimension, "dot product of \(count) and \(other.count)")
        return isEmpty ? 0 : Element.dot(self, other)
    }
}

extension UnsafeMutableBufferPointer where Element: MatrixScalar {
    /// Adds `alpha x` (BLAS axpy).
    ///
    /// Counts that differ stop the program; with `alpha` 0 nothing is read or written. `x` must not overlap with
    /// `self`.
    @inlinable
    public func add(_ x: UnsafeBufferPointer<Element>, alpha: Element = 1) {
        requireShapes(count == x.count && count <= largestDimension, "sum of vectors of \(count) and \(x.count)")
        if isEmpty || alpha == 0 { return }
        Element.axpy(alpha, x, self)
    }
}
