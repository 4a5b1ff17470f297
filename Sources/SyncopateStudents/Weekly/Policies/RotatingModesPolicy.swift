import Syncopate

/// Learners take turns in the live seats by position, whatever is known of them.
public struct RotatingModesPolicy: WeeklyPolicyFamily {
    public let name = "fixed rotation"

    public init() {}

    public func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy {
        Chooser(seats: WeeklySeats(brief: brief))
    }

    private struct Chooser: WeeklyPolicy {
        let seats: WeeklySeats
        var next = 0

        mutating func modes(_ situations: [ModeSituation]) -> [Mode] {
            let count = max(situations.count, 1)
            let order = (0..<min(seats.count, count)).map { (next + $0) % count }
            next = (next + seats.count) % count
            return seats.fill(order)
        }
    }
}
