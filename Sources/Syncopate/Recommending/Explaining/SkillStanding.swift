/// Where one learner stands with one skill, and on what evidence.
public struct SkillStanding: Sendable, Hashable {
    /// A skill it builds on that is in doubt.
    public struct Missing: Sendable, Hashable {
        /// Position of the skill.
        public var skill: Int
        /// Probability of having it.
        public var known: Double
    }

    /// Position of the skill.
    public var skill: Int
    /// Its share of the item.
    public var weight: Double
    /// Probability of having it now.
    public var known: Double
    /// Probability of recalling it now; `nil` where no goal asks for it to be remembered.
    public var recall: Double?
    /// Number of answers that exercised it.
    public var answers: Int
    /// The same with each counted by the skill's share in it.
    public var attempts: Double
    /// Mean score of them, counted likewise; `nil` without any.
    public var meanScore: Double?
    /// Scores of the last few, the latest last.
    public var lastScores: [Double]
    /// Seconds since 1970 of the last one; `nil` where it was never exercised or the log has no times.
    public var last: Double?
    /// Probability that nothing it builds on is in the way.
    public var readiness: Double
    /// Attempts until it is known and shown to be; 0 where it is already, `nil` where no goal asks for it to be mastered.
    public var attemptsToGo: Double?
    /// What it builds on that is likely missing, the likeliest first.
    public var missing: [Missing]
    /// Positions of the target skills that build on it and are still open, those that do so directly first.
    public var unlocks: [Int]

    /// Most ``lastScores``.
    static let lastLimit = 5
    /// A skill it builds on is likely missing where its weight times the probability of not having it is above this.
    static let doubtful = 0.3
}
