/// Why no amount of practice a day reaches a goal with the chance wanted.
public enum PlanObstacle: Sendable, Hashable {
    /// The date has passed.
    case passed
    /// Even who has these skills succeeds less often than the goal asks for.
    case threshold(skills: [Int])
    /// Nothing that may be given exercises these skills.
    case noItems(skills: [Int])
    /// More time would not be used: everything is taken for mastered, or nothing more may be given.
    case nothingMore
    /// Even the most minutes or items a day that were tried do not do it by the date.
    case time(minutesADay: Double, itemsADay: Int)

    /// The stable word for it.
    public var code: String {
        switch self {
        case .passed: "passed"
        case .threshold: "threshold"
        case .noItems: "no_items"
        case .nothingMore: "nothing_more"
        case .time: "time"
        }
    }
}
