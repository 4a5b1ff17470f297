/// What a seat in a live session on one skill is worth to one learner over practising in own time.
///
/// The unit is skills: the expected number of skills that the learner will have more, each by the weight of the goals that
/// ask for it. ``value`` is ``live`` less ``own`` plus ``unlocking``, and never below zero: own time goes on beside the
/// session.
public struct MeetingValue: Sendable, Hashable {
    /// Position of the skill.
    public var skill: Int
    /// Probability that the learner has the skill now.
    public var known: Double
    /// Probability that nothing it builds on is missing.
    public var readiness: Double
    /// Probability that the learner lacks the skill and own-time practice on it leads nowhere.
    public var stuck: Double
    /// Attempts at it so far; fractions where items exercise several skills.
    public var attempts: Double
    /// How often the learner was taught it live already.
    public var lessons: Int
    /// Expected gain from the session by itself.
    public var live: Double
    /// The part of ``live`` that own time would come to until learners next meet: no gain.
    public var own: Double
    /// What is opened of the skills that build on it and are not mastered.
    public var unlocking: Double
    /// What speaks for the seat, the weightiest first, and then against it.
    public var reasons: [MeetingReason]

    /// Expected gain of the seat over own time, in skills.
    public var value: Double { Rounding.decimals(live - own + unlocking, Recommender.places) }

    /// Probability that the learner lacks the skill and has all it builds on: that the seat is not taken in vain.
    ///
    /// The two are taken as independent, as the belief holds them.
    public var useful: Double { Rounding.decimals((1 - known) * readiness, Recommender.places) }
}
