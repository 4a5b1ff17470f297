/// The two sides of working with others: what is taken from it, and what is given.
public enum InterdependenceFacet: String, Sendable, Hashable, CaseIterable {
    /// Learns from classmates.
    case gains
    /// Classmates learn from this learner.
    case gives

    /// What people read.
    public var words: String {
        switch self {
        case .gains: "gains from others"
        case .gives: "gives to others"
        }
    }
}
