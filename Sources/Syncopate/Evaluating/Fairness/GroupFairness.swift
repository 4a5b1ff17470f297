/// How one group of learners fared beside all others of whom the same attribute is known.
public struct GroupFairness: Sendable, Hashable {
    public var attribute: String
    public var group: String
    /// Learners of the group with a decision.
    public var learners: Int
    /// Decisions about them.
    public var decisions: Int
    /// Share of those that were live.
    public var liveShare: Double
    /// ``liveShare`` less that of the others.
    public var gap: PolicyEstimate
    /// The same among decisions of like uplift: within tenths of it, weighted by the group's decisions in each; `nil`
    /// where no tenth has decisions on both sides.
    public var gapWithinUplift: PolicyEstimate?
    /// Mean of gain less expected gain in the group; `nil` where neither is known of two learners. Not 0: gains of the
    /// group are told too low or too high.
    public var residual: PolicyEstimate?
}
