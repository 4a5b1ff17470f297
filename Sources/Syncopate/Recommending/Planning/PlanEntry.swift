/// One item on one day of a plan.
public struct PlanEntry: Sendable, Hashable {
    /// Position of the item in the catalogue.
    public var item: Int
    /// What it is for when it first comes that day.
    public var action: PracticeAction
    /// How often it comes that day.
    public var times: Int
    /// Minutes of all these times.
    public var minutes: Double
    /// Expected score when it comes that day, a share of the maximum: mean over all futures in which it does.
    public var success: Double
    /// Share of the futures in which the item came on that day.
    public var shareOnDay: Double
    /// Share of the futures in which the item came on that day or an earlier one of the plan.
    public var shareByDay: Double
}
