/// What a plan of practice is asked for: how far ahead, how much time, and how sure.
///
/// What lies outside its range is held to it.
public struct PlanSettings: Sendable, Hashable {
    /// Minutes of practice a day at most, above 0 and up to 1440.
    public var minutesADay: Double
    /// Days ahead, the first among them, 1...366; `nil`: until the last date of a goal, else ``usualDays``.
    public var days: Int?
    /// Days of the week without practice, 0 for Sunday to 6 for Saturday.
    public var weekdaysOff: Set<Int>
    /// Days without practice, as numbers of days since 1970-01-01 on the learners' calendar.
    public var datesOff: Set<Int>
    /// How many futures are drawn, 1...10,000. Fewer are where a catalogue is very large (``PracticePlan/rollouts``).
    public var rollouts: Int
    /// Of the futures, and of the lots between near-equal items in them.
    public var seed: UInt64
    /// Probability of reaching a goal from which a learner is on track, 0.05...0.99.
    public var chance: Double
    /// Most items on one day, 1...100.
    public var itemsADay: Int

    /// Days of a plan where no goal has a date to come.
    public static let usualDays = 14
    /// Most days of a plan.
    public static let mostDays = 366

    public init(
        minutesADay: Double = 20, days: Int? = nil, weekdaysOff: Set<Int> = [], datesOff: Set<Int> = [],
        rollouts: Int = 200, seed: UInt64 = 0, chance: Double = 0.8, itemsADay: Int = 60
    ) {
        self.minutesADay = minutesADay > 0 ? min(minutesADay, 1440) : 20
        self.days = days.map { min(max($0, 1), Self.mostDays) }
        self.weekdaysOff = weekdaysOff
        self.datesOff = datesOff
        self.rollouts = min(max(rollouts, 1), 10_000)
        self.seed = seed
        self.chance = chance.isFinite ? min(max(chance, 0.05), 0.99) : 0.8
        self.itemsADay = min(max(itemsADay, 1), 100)
    }
}
