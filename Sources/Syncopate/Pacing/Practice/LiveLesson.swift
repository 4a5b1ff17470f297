/// What a live session on one skill does for who takes part, and what own time would do meanwhile.
///
/// The figures are nominal: nobody measured them on the class at hand. Where they are wrong by half the order of learners
/// hardly changes.
public struct LiveLesson: Sendable, Hashable {
    /// Probability that it teaches the skill to a learner who lacks it and has all it builds on, 0...1.
    public var ready: Double
    /// The same for a learner to whom something it builds on is missing, 0...1.
    public var unready: Double
    /// Attempts that own-time practice gives to one skill until learners next meet, 0 or more; by default about half of a
    /// dozen, the other half going to another skill.
    public var ownAttempts: Double

    /// Figures out of range are held to it; what is no number becomes the usual one.
    public init(ready: Double = 0.5, unready: Double = 0.05, ownAttempts: Double = 6) {
        self.ready = ready.isFinite ? min(max(ready, 0), 1) : 0.5
        self.unready = unready.isFinite ? min(max(unready, 0), 1) : 0.05
        self.ownAttempts = ownAttempts.isFinite ? min(max(ownAttempts, 0), 10_000) : 6
    }

    /// Probability of teaching a learner who lacks the skill.
    ///
    /// - Parameter readiness: probability that nothing it builds on is missing.
    func chance(readiness: Double) -> Double { ready * readiness + unready * (1 - readiness) }
}
