/// Whether an operation reads a matrix as it is stored or transposed.
public enum Orientation: Sendable, Hashable, CaseIterable {
    /// As stored.
    case plain
    /// Rows and columns exchanged; nothing is moved.
    case transposed
}
