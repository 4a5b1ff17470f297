/// A logged decision: what was chosen for a learner, with what probability, what came of it, and how probable the same
/// choice is under another policy, the target.
public struct Decision: Sendable, Hashable {
    /// What to call it in messages; unique in its log.
    public var id: String
    /// Position of the learner in ``DecisionLog/learners``.
    public var learner: Int32
    /// Position of the chosen action in ``DecisionLog/actions``.
    public var action: Int32
    /// The logging policy's probability of the chosen action at the moment of choice, above 0 and at most 1.
    public var propensity: Double
    /// What came of it, in any unit; more is better.
    public var reward: Double
    /// The target policy's probability of the chosen action, 0...1.
    public var target: Double
    /// The reward that a model expects of the chosen action; `nil` without a model.
    public var predicted: Double?
    /// The reward that the model expects under the target policy: its predictions for all actions, weighted by the target's
    /// probabilities. Given where ``predicted`` is.
    public var predictedTarget: Double?
    /// Every action that could have been chosen, the chosen one included; empty where only the chosen one is known.
    public let candidates: [CandidateAction]

    /// A decision of which only the chosen action is known.
    public init(
        id: String, learner: Int32, action: Int32, propensity: Double, reward: Double, target: Double,
        predicted: Double? = nil, predictedTarget: Double? = nil
    ) {
        self.id = id
        self.learner = learner
        self.action = action
        self.propensity = propensity
        self.reward = reward
        self.target = target
        self.predicted = predicted
        self.predictedTarget = predictedTarget
        candidates = []
    }

    /// A decision with all its candidates; the target's probability of the chosen action is the candidate's, and so are
    /// predictions, where every candidate has one.
    ///
    /// A chosen action that is not among the candidates is refused by ``DecisionLog/append(_:)``.
    public init(
        id: String, learner: Int32, action: Int32, propensity: Double, reward: Double, candidates: [CandidateAction]
    ) {
        self.id = id
        self.learner = learner
        self.action = action
        self.propensity = propensity
        self.reward = reward
        self.candidates = candidates
        let chosen = candidates.first { $0.action == action }
        target = chosen?.target ?? .nan
        let predictions = candidates.compactMap(\.predicted)
        if predictions.count == candidates.count, let chosen {
            predicted = chosen.predicted
            predictedTarget = zip(candidates, predictions).reduce(0) { $0 + $1.0.target * $1.1 }
        }
    }

    /// Whether the target policy may choose what the logging policy never did; `nil` where the log does not say.
    ///
    /// A candidate without a propensity counts as never chosen where others of the same decision have one. Without
    /// candidates only two cases are certain: the target chooses as was chosen, or the log had no other choice.
    var lacksSupport: Bool? {
        if target == 1 { return false }
        if propensity == 1 { return target < 1 }
        let others = candidates.filter { $0.action != action }
        guard others.contains(where: { $0.propensity != nil }) else { return nil }
        return others.contains { $0.target > 0 && ($0.propensity ?? 0) == 0 }
    }
}
