/// What a host says of a decision, joined with the decision: for evaluating policies later. No evidence of mastery by itself.
public struct DecisionFeedback: Sendable, Hashable {
    public var decision: DecisionID
    /// Identity of the learner.
    public var learner: String
    /// Identity of the item or skill that was advised.
    public var recommended: String
    /// Whether ``recommended`` is a skill.
    public var isSkill: Bool
    /// Identity of the item that was done; `nil` where none was, or it has no identity.
    public var done: String?
    public var recommendedMode: Mode
    /// `nil` where the host does not say.
    public var usedMode: Mode?
    public var outcome: DecisionOutcome
    /// Probability with which ``recommended`` was put first.
    public var propensity: Double
    /// Share of the maximum, where the event had a score.
    public var score: Double?

    public init(
        decision: DecisionID, learner: String, recommended: String, isSkill: Bool, done: String?,
        recommendedMode: Mode, usedMode: Mode?, outcome: DecisionOutcome, propensity: Double, score: Double?
    ) {
        self.decision = decision
        self.learner = learner
        self.recommended = recommended
        self.isSkill = isSkill
        self.done = done
        self.recommendedMode = recommendedMode
        self.usedMode = usedMode
        self.outcome = outcome
        self.propensity = propensity
        self.score = score
    }
}
