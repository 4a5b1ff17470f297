/// A number BLAS computes with: `Float` or `Double`.
///
/// The requirements are the bare routines, one to a routine of BLAS or LAPACK (small rank-one updates are loops: they
/// are faster). They trust their arguments: shapes
/// agree and nothing is empty. Call the methods of ``Matrix``, ``MatrixView`` and ``MutableMatrixView`` instead,
/// which see to both. No other type can usefully conform.
public protocol MatrixScalar: BinaryFloatingPoint, Sendable {
    /// gemm: `c = alpha a b + beta c`.
    static func gemm(
        _ alpha: Self, _ a: MatrixView<Self>, _ aOrientation: Orientation,
        _ b: MatrixView<Self>, _ bOrientation: Orientation,
        _ beta: Self, _ c: MutableMatrixView<Self>)

    /// syrk: `c = alpha a aᵀ + beta c` in one triangle.
    static func syrk(
        _ alpha: Self, _ a: MatrixView<Self>, _ orientation: Orientation,
        _ beta: Self, _ c: MutableMatrixView<Self>, _ triangle: Triangle)

    /// gemv: `y = alpha a x + beta y`.
    static func gemv(
        _ alpha: Self, _ a: MatrixView<Self>, _ orientation: Orientation,
        _ x: UnsafeBufferPointer<Self>, _ beta: Self, _ y: UnsafeMutableBufferPointer<Self>)

    /// symv: `y = alpha a x + beta y` for a symmetric `a` of which one triangle is read.
    static func symv(
        _ alpha: Self, _ a: MatrixView<Self>, _ triangle: Triangle,
        _ x: UnsafeBufferPointer<Self>, _ beta: Self, _ y: UnsafeMutableBufferPointer<Self>)

    /// ger: `a += alpha x yᵀ`.
    static func ger(
        _ alpha: Self, _ x: UnsafeBufferPointer<Self>, _ y: UnsafeBufferPointer<Self>, _ a: MutableMatrixView<Self>)

    /// syr: `a += alpha x xᵀ` in one triangle.
    static func syr(
        _ alpha: Self, _ x: UnsafeBufferPointer<Self>, _ a: MutableMatrixView<Self>, _ triangle: Triangle)

    /// trsm: `b` becomes the solution of `t x = b` or `x t = b`.
    static func trsm(
        _ side: SolveSide, _ t: MatrixView<Self>, _ triangle: Triangle, _ orientation: Orientation,
        _ diagonal: TriangleDiagonal, _ b: MutableMatrixView<Self>)

    /// trsv: `x` becomes the solution of `t y = x`.
    static func trsv(
        _ t: MatrixView<Self>, _ triangle: Triangle, _ orientation: Orientation,
        _ diagonal: TriangleDiagonal, _ x: UnsafeMutableBufferPointer<Self>)

    /// potrf on one triangle. LAPACK's `info`: 0, or the failed row from 1.
    static func potrf(_ a: MutableMatrixView<Self>, _ triangle: Triangle) -> Int

    /// potri on the lower triangle. LAPACK's `info`: 0, or the row from 1 whose diagonal is zero.
    static func potri(_ a: MutableMatrixView<Self>) -> Int

    /// dot: the sum of `x[i] y[i]`.
    static func dot(_ x: UnsafeBufferPointer<Self>, _ y: UnsafeBufferPointer<Self>) -> Self

    /// axpy: `y += alpha x`.
    static func axpy(_ alpha: Self, _ x: UnsafeBufferPointer<Self>, _ y: UnsafeMutableBufferPointer<Self>)
}
