import Syncopate

/// Classes over a school year: a course taught week by week, a gradebook exported every week, and half an hour a week of
/// which a plan says what each learner does in it.
///
/// A learner's ability on a topic is in logits and grows by what they do: half an hour is worth `.5 (x'w + u)` of the mode
/// as in ``WeeklyWorld``, less where the topic before is not known. The rest of what a learner knew less of or more of at
/// the start comes back a little every week. No step of it is the engine's: that believes that nobody ever changes, and
/// sees scores only.
public struct YearWorld: Sendable, Hashable {
    /// Learners of a class.
    public var learners = 30
    /// Weeks of the course, each with a lesson and a column on its topic.
    public var weeks = 36
    /// Topics, of as many weeks each as go into the year; the last has the rest.
    public var topics = 12
    /// How the true weights of the modes are drawn.
    public var weights = WeeklyWeights.believed
    /// Probability that a piece of a plan is followed.
    public var following = 0.7
    /// Share of what was learnt that is lost in a week.
    public var forgetting = YearWorld.usualForgetting
    /// Whether columns name their topic to the engine.
    public var hasMap = true
    /// Seats of the weekly session.
    public var seats = 6

    public init() {}

    /// Of what students learn in a course some two thirds are left after a year (Custers 2010): `(1 - .0075)^52 = .68`.
    public static let usualForgetting = 0.0075
    /// Success from which a learner has a topic.
    public static let goal = 0.7
    /// Ability before the course: of a learner in general, of a topic beside it, and of everybody, logits.
    static let start = (general: 0.8, topic: 0.5, mean: -1.5)
    /// Share of a gain that takes the topic before: who knows nothing of it gains this much less.
    static let prerequisite = 0.4
    /// Standard deviation of what moves an ability in a week for no reason, logits.
    static let drift = 0.1
    /// Log-odds that work of the week comes in: of middling independence, and per standard deviation of it.
    static let handingIn = (constant: 2.0, slope: 1.5)
    /// Share of work that did not come for which a zero is entered; the rest stays blank.
    static let zeros = 0.2
    /// Share of cells excused.
    static let excused = 0.015
    /// Questions of a column, and the standard deviation of how easy it is, logits.
    static let column = (questions: 12, easiness: 0.3)
    /// Columns to come that an export has.
    static let ahead = 2
    /// Minutes of a lesson, of a session and of the time that a plan is for.
    static let minutes = 30
}
