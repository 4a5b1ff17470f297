/// Everything the engine says about one learner.
public struct LearnerAdvice: Sendable, Hashable {
    /// Position of the learner in the gradebook.
    public var learner: Int
    /// What to do first, then next, best first. Never empty: where no item fits there is a prescription.
    public var recommendations: [Recommendation]
    /// The mode for this learner in the coming week, live seats included.
    public var mode: ModeAdvice
    /// P(success on a typical item), per skill of the estimate.
    public var masteries: [Mastery]
    /// Scores of this learner that the estimate rests on.
    public var scores: Int
}
