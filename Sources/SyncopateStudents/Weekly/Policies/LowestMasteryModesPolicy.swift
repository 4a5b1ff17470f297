import Syncopate

/// The live seats go to those with the lowest mastery, as dashboards that sort by it suggest; the lowest of all sit with
/// the teacher.
public struct LowestMasteryModesPolicy: WeeklyPolicyFamily {
    public let name = "lowest mastery"

    public init() {}

    public func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy {
        Chooser(seats: WeeklySeats(brief: brief))
    }

    private struct Chooser: WeeklyPolicy {
        let seats: WeeklySeats

        mutating func modes(_ situations: [ModeSituation]) -> [Mode] { seats.fill(WeeklySeats.rising(situations)) }
    }
}
