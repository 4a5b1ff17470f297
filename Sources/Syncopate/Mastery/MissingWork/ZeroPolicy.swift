/// How zeros are read: as scores, as missing work entered as 0, or each by how probable it is.
public enum ZeroPolicy: String, Sendable, Hashable, CaseIterable {
    /// Each zero, and each constant that a column repeats, by the probability that it stands for missing work.
    case auto
    /// Every zero at its word.
    case score
    /// Every zero on work is work that never came.
    case missing
}
