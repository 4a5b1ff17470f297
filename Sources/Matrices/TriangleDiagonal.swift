/// What the diagonal of a triangular matrix is.
public enum TriangleDiagonal: Sendable, Hashable, CaseIterable {
    /// The stored elements.
    case stored
    /// All ones; the stored elements are not read.
    case ones
}
