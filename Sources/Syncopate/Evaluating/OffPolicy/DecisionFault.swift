/// Why a decision cannot be added to a ``DecisionLog``.
public enum DecisionFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The decision names a learner the log does not have.
    case unknownLearner
    /// The decision, or one of its candidates, names an action the log does not have.
    case unknownAction
    /// There is a decision of this id already.
    case repeatedDecision
    /// The propensity is not above 0 and at most 1, or so small that the weight cannot be held.
    case badPropensity
    /// The reward is no finite number, or too large to be summed.
    case badReward
    /// A probability of the target policy is outside 0...1 or no number.
    case badTarget
    /// A candidate's propensity is outside 0...1 or no number.
    case badCandidatePropensity
    /// A prediction is no finite number, or too large to be summed.
    case badPrediction
    /// A prediction for the chosen action without one for the target policy, or the other way round.
    case halfPrediction
    /// The candidates are there without the chosen action.
    case chosenIsNoCandidate
    /// An action is among the candidates twice.
    case repeatedCandidate
    /// The target policy's probabilities of the candidates do not sum to 1.
    case targetDoesNotSumToOne

    /// What is wrong, as a sentence without its full stop.
    public var description: String {
        switch self {
        case .unknownLearner: "no such learner"
        case .unknownAction: "no such action"
        case .repeatedDecision: "there is a decision of this id already"
        case .badPropensity: "a propensity is a probability above 0 and at most 1"
        case .badReward: "a reward is a finite number"
        case .badTarget: "a probability of the target policy is a number from 0 to 1"
        case .badCandidatePropensity: "the propensity of an action that was not chosen is a number from 0 to 1"
        case .badPrediction: "a predicted reward is a finite number"
        case .halfPrediction: "a predicted reward is needed for the chosen action and for the target policy"
        case .chosenIsNoCandidate: "the chosen action is not among the candidates"
        case .repeatedCandidate: "an action is among the candidates twice"
        case .targetDoesNotSumToOne: "the target policy's probabilities of the candidates do not sum to 1"
        }
    }

    /// What to do about it.
    public var remedy: String {
        switch self {
        case .unknownLearner, .unknownAction: "add the name to the log first"
        case .repeatedDecision: "keep one of them, or give each decision an id of its own"
        case .badPropensity:
            "log the probability with which the action was chosen at that moment; without it nothing can be said of "
                + "another policy"
        case .badReward: "fill in what came of the decision"
        case .badTarget, .badCandidatePropensity, .badPrediction: "correct it"
        case .halfPrediction: "fill in both or neither"
        case .chosenIsNoCandidate: "add the chosen action, with the target policy's probability of it"
        case .repeatedCandidate: "keep one of them"
        case .targetDoesNotSumToOne: "list every action that the target policy may choose"
        }
    }
}
