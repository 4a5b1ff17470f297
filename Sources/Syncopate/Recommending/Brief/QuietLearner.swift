/// Somebody who probably hands in less than they used to.
public struct QuietLearner: Sendable, Hashable {
    /// Position in the gradebook.
    public var learner: Int
    /// Handed in of the latest pieces of work asked, from the most probable moment of the change on.
    public var recent: Int
    public var recentAsked: Int
    /// How many of the latest that did not come stand at nought, rather than blank or missing.
    public var zeros: Int
    /// Handed in of what was asked before that.
    public var earlier: Int
    public var earlierAsked: Int
    /// Share of the section's others who handed the same latest pieces in; NaN where nobody else was asked.
    public var classmates: Double
    /// Probability that the rate really fell.
    public var probability: Double
}
