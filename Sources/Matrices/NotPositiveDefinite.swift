/// A symmetric matrix that has no Cholesky factor.
///
/// The leading `pivot` x `pivot` block is positive definite in working precision, the block one larger is not,
/// or holds a NaN or an infinity.
public struct NotPositiveDefinite: Error, Sendable, Hashable, CustomStringConvertible {
    /// The stable name of this error: `not-positive-definite`.
    public static let code = "not-positive-definite"
    /// The row, from 0, whose pivot was not a positive finite number.
    public let pivot: Int

    public init(pivot: Int) { self.pivot = pivot }

    /// One line for a log.
    public var description: String {
        "not positive definite: the pivot of row \(pivot) is not a positive finite number"
    }
}
