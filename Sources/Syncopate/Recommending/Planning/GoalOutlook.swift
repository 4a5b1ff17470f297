/// Where a goal is heading under a plan.
public struct GoalOutlook: Sendable, Hashable {
    /// Position of the goal in the catalogue.
    public var goal: Int
    /// Seconds since 1970 at which it is judged: its date, or the end of the plan where that comes before or there is no
    /// date.
    public var by: Double
    /// Positions of the skills it is about.
    public var targets: [Int]
    /// Probability that it is reached then; `nil` for a goal that measures, which is never done.
    public var chance: Double?
    /// Standard error of ``chance`` from the number of futures, by the rule of succession, so that it is never zero.
    public var chanceError: Double?
    /// Share of the targets mastered then, or their mean recall: mean over all futures. `nil` where the goal measures.
    public var share: Double?
    /// Where four of five futures have it.
    public var shareRange: ClosedRange<Double>?
    /// Standard deviation of the ability measured, now and then, means over all futures; `nil` for other goals.
    public var deviation: (now: Double, then: Double)? {
        guard let deviationNow, let deviationThen else { return nil }
        return (deviationNow, deviationThen)
    }
    var deviationNow: Double?
    var deviationThen: Double?
    /// Whether the chance is as high as wanted; `nil` where the goal measures or has no date.
    public var isOnTrack: Bool?
    /// What a day it takes to reach it with the chance wanted; `nil` with an ``obstacle``, or without a date.
    public var needed: PlanNeed?
    /// Why no amount does it.
    public var obstacle: PlanObstacle?
    /// What to drop first where the goal is not on track, step by step until it is or nothing more can go.
    public var drops: [PlanDrop]
    /// Days until it is reached for the first time, for a goal without a date: half of the futures need no more, one and
    /// nine in ten likewise; `nil` where they need more than the plan has.
    public var daysUntil: DaysUntil?

    /// Days of the plan, the first is 1, until something happens.
    public struct DaysUntil: Sendable, Hashable {
        public var median: Int?
        public var low: Int?
        public var high: Int?
    }
}
