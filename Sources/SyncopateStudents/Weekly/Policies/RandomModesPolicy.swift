import Syncopate

/// The live seats go to anybody, and the others work alone or with classmates in writing, as it comes.
public struct RandomModesPolicy: WeeklyPolicyFamily {
    public let name = "random"

    public init() {}

    public func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy {
        Chooser(seats: WeeklySeats(brief: brief), generator: SeededGenerator(seed: seed))
    }

    private struct Chooser: WeeklyPolicy {
        let seats: WeeklySeats
        var generator: SeededGenerator

        mutating func modes(_ situations: [ModeSituation]) -> [Mode] {
            var modes = seats.fill(Array(situations.indices).shuffled(using: &generator))
            for learner in modes.indices where modes[learner] == .asyncSolo && generator.uniform() < 0.5 {
                modes[learner] = .asyncSocial
            }
            return modes
        }
    }
}
