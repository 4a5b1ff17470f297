/// Logged decisions in columns of equal length: what another policy is judged on.
///
/// A decision can only be added whole and sound, so weights are finite and probabilities are probabilities. Decisions of
/// one learner need not stand together.
public struct DecisionLog: Sendable {
    /// Ids of the learners, by position. There may be some without a decision.
    public let learners: [String]
    /// Ids of the actions, by position.
    public let actions: [String]

    /// Per decision, unique.
    public private(set) var decision: [String] = []
    /// Position in ``learners``, per decision.
    public private(set) var learner: [Int32] = []
    /// Position in ``actions`` of what was chosen, per decision.
    public private(set) var action: [Int32] = []
    /// The logging policy's probability of what was chosen, above 0 and at most 1, per decision.
    public private(set) var propensity: [Double] = []
    /// What came of it, per decision.
    public private(set) var reward: [Double] = []
    /// The target policy's probability of what was chosen, 0...1, per decision.
    public private(set) var target: [Double] = []
    /// Expected reward of what was chosen by a given model, NaN where there is none, per decision.
    public private(set) var predicted: [Double] = []
    /// Expected reward under the target policy by a given model, NaN where there is none, per decision.
    public private(set) var predictedTarget: [Double] = []
    /// Decisions in which the target policy may choose what the logging policy never did.
    public private(set) var withoutSupport = 0
    /// Decisions of which the log does not say that.
    public private(set) var unknownSupport = 0

    /// Where the candidates of each decision begin in ``candidateAction``, and where the last ones end.
    public private(set) var candidateStart: [Int] = [0]
    /// Positions in ``actions``, per candidate.
    public private(set) var candidateAction: [Int32] = []
    /// The target policy's probability, per candidate.
    public private(set) var candidateTarget: [Double] = []

    private var ids: Set<String> = []

    /// Largest reward, prediction or weight taken, to either side: squares of their products can still be summed.
    static let largest = 1e50
    /// How far the target's probabilities may be from summing to 1; people write them with few decimals.
    static let sumTolerance = 1e-3

    /// A log without decisions.
    public init(learners: [String], actions: [String]) {
        self.learners = learners
        self.actions = actions
    }

    /// Number of decisions.
    public var count: Int { decision.count }

    /// Indices in the candidate columns of a decision's candidates; empty where only the chosen action is known.
    public func candidates(of index: Int) -> Range<Int> { candidateStart[index]..<candidateStart[index + 1] }

    /// Adds a decision. One that throws leaves the log as it was.
    public mutating func append(_ new: Decision) throws(DecisionFault) {
        try check(new)
        decision.append(new.id)
        ids.insert(new.id)
        learner.append(new.learner)
        action.append(new.action)
        propensity.append(new.propensity)
        reward.append(new.reward)
        target.append(new.target)
        predicted.append(new.predicted ?? .nan)
        predictedTarget.append(new.predictedTarget ?? .nan)
        switch new.lacksSupport {
        case true?: withoutSupport += 1
        case false?: break
        case nil: unknownSupport += 1
        }
        for candidate in new.candidates {
            candidateAction.append(candidate.action)
            candidateTarget.append(candidate.target)
        }
        candidateStart.append(candidateAction.count)
    }

    // NaN is in no range.
    private func check(_ new: Decision) throws(DecisionFault) {
        guard learners.indices.contains(Int(new.learner)) else { throw .unknownLearner }
        guard actions.indices.contains(Int(new.action)) else { throw .unknownAction }
        guard !ids.contains(new.id) else { throw .repeatedDecision }
        guard new.propensity > 0, new.propensity <= 1 else { throw .badPropensity }
        guard abs(new.reward) <= Self.largest else { throw .badReward }
        if !new.candidates.isEmpty { try check(candidates: new) }
        guard (0...1).contains(new.target) else { throw .badTarget }
        guard new.target / new.propensity <= Self.largest else { throw .badPropensity }
        guard (new.predicted == nil) == (new.predictedTarget == nil) else { throw .halfPrediction }
        for prediction in [new.predicted, new.predictedTarget] {
            if let prediction, !(abs(prediction) <= Self.largest) { throw .badPrediction }
        }
    }

    private func check(candidates new: Decision) throws(DecisionFault) {
        var seen: Set<Int32> = []
        var sum = 0.0
        for candidate in new.candidates {
            guard actions.indices.contains(Int(candidate.action)) else { throw .unknownAction }
            guard seen.insert(candidate.action).inserted else { throw .repeatedCandidate }
            guard (0...1).contains(candidate.target) else { throw .badTarget }
            if let propensity = candidate.propensity, !(0...1).contains(propensity) { throw .badCandidatePropensity }
            if let predicted = candidate.predicted, !(abs(predicted) <= Self.largest) { throw .badPrediction }
            sum += candidate.target
        }
        guard seen.contains(new.action) else { throw .chosenIsNoCandidate }
        guard abs(sum - 1) <= Self.sumTolerance else { throw .targetDoesNotSumToOne }
    }
}
