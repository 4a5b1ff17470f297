/// What became of a decision.
public enum DecisionOutcome: String, Sendable, Hashable, CaseIterable {
    /// What was advised was done.
    case accepted
    /// Nothing was done instead.
    case skipped
    /// A person decided otherwise.
    case overridden
}
