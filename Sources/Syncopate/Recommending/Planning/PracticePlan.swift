/// What one learner is to practise day by day, and where that leads.
public struct PracticePlan: Sendable, Hashable {
    /// Identity of the learner.
    public var learner: String
    /// Seconds since 1970 of its beginning.
    public var start: Double
    /// Seconds since 1970 of its end: the midnight after the last day.
    public var end: Double
    /// One future day by day, the one nearest to the mean of all; days off among them, without entries.
    public var days: [PlanDay]
    /// Where the learner's goals are heading, in the order of the catalogue.
    public var goals: [GoalOutlook]
    /// How many futures the figures are from.
    public var rollouts: Int
}
