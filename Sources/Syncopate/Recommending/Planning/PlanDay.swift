/// One day of a plan.
public struct PlanDay: Sendable, Hashable {
    /// Seconds since 1970 at which practice begins.
    public var start: Double
    /// Whether it is a day without practice.
    public var isOff: Bool
    /// Minutes of what is to be done.
    public var minutes: Double
    /// Minutes practised on the day, mean over all futures.
    public var expectedMinutes: Double
    /// The items in the order in which they first come.
    public var entries: [PlanEntry]
    /// Positions of the items one by one, in their order.
    public var sequence: [Int]
}
