/// Why a column is no evidence of mastery.
public struct SetAside: Sendable, Hashable {
    /// What it was told by.
    public enum Basis: String, Sendable, Hashable {
        /// The input or an item file says it.
        case stated
        case title
        case points
        case scores
    }

    /// What it is instead.
    public var kind: ColumnKind
    public var basis: Basis

    public init(kind: ColumnKind, basis: Basis) {
        self.kind = kind
        self.basis = basis
    }

    /// The words a teacher reads after the column's title.
    public var words: String { basis == .points ? "no points" : kind.words }
}
