/// An action that could have been chosen in a logged decision.
public struct CandidateAction: Sendable, Hashable {
    /// Position of the action in ``DecisionLog/actions``.
    public var action: Int32
    /// The target policy's probability of it, 0...1.
    public var target: Double
    /// The logging policy's probability of it, 0...1; `nil` where the log does not say. For the chosen action the
    /// decision's own propensity counts.
    public var propensity: Double?
    /// The reward that a model expects of it; `nil` without a model.
    public var predicted: Double?

    /// Describes an action.
    public init(action: Int32, target: Double, propensity: Double? = nil, predicted: Double? = nil) {
        self.action = action
        self.target = target
        self.propensity = propensity
        self.predicted = predicted
    }
}
