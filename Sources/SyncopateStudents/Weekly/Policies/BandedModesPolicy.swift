import Syncopate

/// Learners are banded by mastery, a band as large as the live seats, and the bands take turns in them.
public struct BandedModesPolicy: WeeklyPolicyFamily {
    public let name = "homogeneous bands"

    public init() {}

    public func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy {
        Chooser(seats: WeeklySeats(brief: brief))
    }

    private struct Chooser: WeeklyPolicy {
        let seats: WeeklySeats
        var week = 0

        mutating func modes(_ situations: [ModeSituation]) -> [Mode] {
            let size = max(seats.count, 1)
            let bands = max((situations.count + size - 1) / size, 1)
            // The last band is filled up from the one before.
            let start = max(min(week % bands * size, situations.count - size), 0)
            week += 1
            return seats.fill(WeeklySeats.rising(situations).dropFirst(start).prefix(size))
        }
    }
}
