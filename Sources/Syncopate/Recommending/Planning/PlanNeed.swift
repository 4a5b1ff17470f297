/// How much practice a day a goal takes.
public struct PlanNeed: Sendable, Hashable {
    /// Minutes a day, one of the steps of the search; 0 where nothing is needed.
    public var minutesADay: Double
    /// Items a day that go into them.
    public var itemsADay: Int
    /// Probability of reaching the goal with them, on the futures that were searched.
    public var chance: Double
}
