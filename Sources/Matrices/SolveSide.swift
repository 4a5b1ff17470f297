/// On which side of the unknown the triangular matrix stands.
public enum SolveSide: Sendable, Hashable, CaseIterable {
    /// `T X = B`
    case left
    /// `X T = B`
    case right
}
