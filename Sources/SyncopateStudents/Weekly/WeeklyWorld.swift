import Syncopate

/// Learners who are given one of four modes every week, with few seats in the live ones: what choosing a mode is worth
/// where the truth is known.
///
/// The true gain of half an hour is `.5 (x'w + u)` logits, with `x = [1, 1 - 2p, 4p(1 - p) - .5, independence, reach - .5]`,
/// and what is seen of it has normal noise of one logit. Weights `w` of the modes and learners' own effects `u` are drawn
/// for every run, independently; nothing that a policy does changes who the learners are next week, so that every policy
/// meets the same weeks with the same luck.
public struct WeeklyWorld: Sendable, Hashable {
    /// Learners of a run.
    public var learners = 300
    /// Weeks of a run.
    public var weeks = 30
    /// How the true weights are drawn.
    public var weights = WeeklyWeights.believed
    /// Variance that independence gains anew every week; it keeps its own of 1. What is seen of it then lags.
    public var drift = 0.0
    /// Whether a seat is used with a probability that depends on independence; who does not come learns alone.
    public var hasAbsence = false
    /// Whether what is believed of mastery is off.
    public var isMiscalibrated = false
    /// What a standard deviation of independence adds to the log-odds of being in the group of a report on fairness.
    public var groupSlope = -0.7

    public init() {}

    /// What learners can be given.
    public static let modes: [Mode] = [.asyncSolo, .asyncSocial, .livePeer, .liveTeacher]
    /// Logits of one unit of gain in half an hour.
    static let unit = 0.5
    /// Standard deviation of an observed gain about the true one, logits.
    static let noise = 1.0
    /// Standard deviation of what a learner gains more or less than others in a mode, units; none alone.
    static let ownEffect = 0.25
    /// What is seen of independence: this much of it, and this deviation of what is not of it.
    static let seen = (share: 0.8, deviation: 0.45)
    /// Deviation of independence where that is seen: of two normal variables, `sqrt(1 - .8^2 / (.8^2 + .45^2))`.
    static let seenDeviation = {
        let (signal, rest) = (seen.share * seen.share, seen.deviation * seen.deviation)
        return (1 - signal / (signal + rest)).squareRoot()
    }()
    /// Standard deviation of what differs between learners in the probability that a peer within reach has it.
    static let reachDeviation = 0.15
    /// Share of the way to where independence is that what is known of it goes in a week.
    static let follow = 0.3
    /// Log-odds that a seat is used: at middling independence, and what a standard deviation of it adds.
    static let attendance = (constant: 1.0, slope: 0.8)
    /// Log-odds of success are believed to be this much higher than true, and this many times as far from none.
    static let distortion = (shift: 0.5, slope: 1.5)

    /// Seats of each live mode every week: a tenth of the learners.
    public var seats: [Mode: Int] {
        let count = max(learners / 10, 1)
        return [.livePeer: count, .liveTeacher: count]
    }

    /// What a policy is told.
    var brief: WeeklyBrief { WeeklyBrief(learners: max(learners, 1), seats: seats) }
}
