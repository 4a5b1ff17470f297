public import Syncopate

/// Thompson sampling (Thompson 1933): weights are drawn from the engine's belief every week, and seats given as if they
/// were true.
public struct ThompsonModesPolicy: WeeklyPolicyFamily {
    public let name = "Thompson sampling"
    private let prior: ModePrior

    /// - Parameter prior: what it begins with.
    public init(prior: ModePrior) { self.prior = prior }

    public func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy {
        Chooser(brief: brief, belief: ModeBelief(prior: prior), generator: SeededGenerator(seed: seed))
    }

    private struct Chooser: WeeklyPolicy {
        let brief: WeeklyBrief
        var belief: ModeBelief
        var generator: SeededGenerator

        mutating func modes(_ situations: [ModeSituation]) -> [Mode] {
            let modes = WeeklyWorld.modes
            let drawn = belief.draw(using: &generator)
            let values = situations.enumerated().flatMap { learner, situation in
                modes.map { belief.expected(mode: $0, situation: situation, learner: learner, drawn: drawn) }
            }
            return SeatAssignment.best(values: values, columns: modes.count, seats: modes.map { brief.seats[$0] })
                .map { modes[$0] }
        }

        mutating func observe(_ week: [ModeObservation]) { belief.observe(week) }
    }
}
