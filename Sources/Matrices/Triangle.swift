/// Which triangle of a square matrix an operation reads or writes. The diagonal belongs to both.
///
/// The other triangle is neither read nor written: it may hold anything, NaN included.
public enum Triangle: Sendable, Hashable, CaseIterable {
    /// Elements with column <= row.
    case lower
    /// Elements with column >= row.
    case upper
}
