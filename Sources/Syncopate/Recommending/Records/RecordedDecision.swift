/// A decision that a record remembers: what was put first, and how probably.
public struct RecordedDecision: Sendable, Hashable {
    /// What was advised.
    public enum Subject: Sendable, Hashable {
        /// Position of the item in the catalogue.
        case item(Int)
        /// Position of the skill.
        case skill(Int)
    }

    public var id: DecisionID
    public var subject: Subject
    public var mode: Mode
    /// Probability with which it was put first, above 0 and at most 1.
    public var propensity: Double

    public init(id: DecisionID, subject: Subject, mode: Mode, propensity: Double) {
        self.id = id
        self.subject = subject
        self.mode = mode
        self.propensity = propensity
    }
}
