/// Rank-one updates of at most this many rows and columns are done by a loop instead of BLAS.
///
/// Measured on one processor (16 x 16: 60 to 90 ns against 100 to 190; 64 x 64: 0.35 to 0.45 microseconds against 0.6
/// to 0.75), the loop wins up to beyond this size. It also gives the same bits on every processor, which BLAS does not.
let largestSmallUpdate = 64

extension MutableMatrixView {
    /// Whether a loop does a rank-one update faster than BLAS.
    var isSmall: Bool { rows <= largestSmallUpdate && columns <= largestSmallUpdate }

    /// `self += alpha x yᵀ`. For the specialised callers in this module only: unspecialised it would be slow.
    @inline(__always)
    func addOuterProduct(_ alpha: Scalar, _ x: UnsafeBufferPointer<Scalar>, _ y: UnsafeBufferPointer<Scalar>) {
        // Bare pointers: with indices checked for overflow the compiler does not vectorise, at a third of the speed.
        guard let start = elements.baseAddress, let y = y.baseAddress else { return }
        for row in 0..<rows {
            let (factor, target) = (alpha * x[row], start + row * stride)
            for column in 0..<columns { target[column] += factor * y[column] }
        }
    }

    /// One triangle of `self += alpha x xᵀ`. As above.
    @inline(__always)
    func addOuterProduct(_ alpha: Scalar, _ x: UnsafeBufferPointer<Scalar>, _ triangle: Triangle) {
        guard let start = elements.baseAddress, let x = x.baseAddress else { return }
        for row in 0..<rows {
            let (factor, target) = (alpha * x[row], start + row * stride)
            let columns = triangle == .lower ? 0..<row + 1 : row..<rows
            for column in columns { target[column] += factor * x[column] }
        }
    }
}
