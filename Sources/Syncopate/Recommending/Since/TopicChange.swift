import RealModule

/// How a learner's mastery of a topic changed since a plan, where scores on it came in.
public struct TopicChange: Sendable, Hashable {
    /// Position of the topic among the estimate's skills.
    public var topic: Int
    /// Mastery in the plan.
    public var before: AdvicePlan.Chance
    /// Mastery now, all scores together.
    public var now: AdvicePlan.Chance
    /// Scores on the topic that came in.
    public var scores: Int
    /// P(it rose), from the new scores alone against what was believed before, on items as easy as they were for the class:
    /// what rose or fell for everybody alike is not seen.
    public var rose: Double

    /// From this probability a change is called clear. By chance alone a tenth of what did not change at all looks like a
    /// clear rise, and a tenth like a clear fall.
    public static let clear = 0.9

    /// Whether it clearly rose (1) or fell (-1), or neither (0).
    public var direction: Int { rose >= Self.clear ? 1 : rose <= 1 - Self.clear ? -1 : 0 }

    /// `nil` where the mastery before is none.
    init?(topic: Int, before: AdvicePlan.Chance, now: AdvicePlan.Chance, fresh: FreshEvidence, scores: Int) {
        guard let then = LogisticNormal.fitting(success: before.success, deviation: before.deviation) else {
            return nil
        }
        self.topic = topic
        self.before = before
        self.now = now
        self.scores = scores
        rose = 0.5 * Double.erfc(-(fresh.mean - then.mean) / (2 * (fresh.variance + then.variance)).squareRoot())
    }
}
