/// One decision of together or apart, as a fairness report looks back on it.
public struct LiveDecision: Sendable, Hashable {
    /// Position of the learner.
    public var learner: Int32
    /// Whether the learner was to meet others.
    public var isLive: Bool
    /// What meeting was expected to gain over own time; `nil` where that was not logged.
    public var uplift: Double?
    /// What was gained; `nil` where nobody knows.
    public var gain: Double?
    /// What was expected to be gained in the mode that was chosen; `nil` where that was not logged.
    public var expected: Double?

    public init(learner: Int32, isLive: Bool, uplift: Double? = nil, gain: Double? = nil, expected: Double? = nil) {
        self.learner = learner
        self.isLive = isLive
        self.uplift = uplift
        self.gain = gain
        self.expected = expected
    }
}
