/// The engine's whole answer for a gradebook.
public struct ClassAdvice: Sendable {
    /// The course it is about; empty where there is only one.
    public var course = ""
    /// What the learners' other courses add; `nil` where there are none.
    public var otherCourses: OtherCourses?
    /// What the class's cells say about each item, in gradebook order.
    public var profiles: [ItemProfile]
    /// The skills masteries are about.
    public var skills: [Skill]
    /// Whether the skills come from a map; without one each item is its own.
    public var hasSkillMap: Bool
    /// Topics that were read off the titles; `nil` where a skill map was given, or they were not to be read.
    public var topicMap: TopicMap?
    /// Whether columns stand for themselves where scores are predicted, though masteries are about topics.
    public var predictsColumnsApart = false
    /// What predicted scores come from.
    public var basis: ClassEstimate.Basis
    /// How the estimator does on this very file; `nil` where it is too small to tell.
    public var backTest: BackTest?
    /// How zeros were read.
    public var zeros: ZeroPolicy = .auto
    /// Values that were read as missing work, by learner and item in gradebook order.
    public var doubtful: [DoubtfulScore] = []
    /// Logged gains of ways of working that the choice between together and apart rests on, beside studies.
    public var modeGains: Int
    /// One per section.
    public var cohorts: [CohortAdvice]
    /// One per learner, in gradebook order.
    public var learners: [LearnerAdvice]
    /// What changed since the plan that was given; `nil` without one.
    public var since: SinceReport? = nil
    /// This advice as a plan for the next to start from; `nil` unless it was asked for.
    public var plan: AdvicePlan? = nil
}
