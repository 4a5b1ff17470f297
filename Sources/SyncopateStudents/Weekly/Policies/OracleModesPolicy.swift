import Syncopate

/// The best assignment of seats by the true expected gains of the week: no policy gains more.
public struct OracleModesPolicy: WeeklyPolicyFamily {
    public let name = "oracle"

    public init() {}

    public func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy { Chooser(brief: brief) }

    private struct Chooser: WeeklyOracle {
        let brief: WeeklyBrief
        var gains: [Double] = []

        mutating func look(at gains: [Double]) { self.gains = gains }

        mutating func modes(_ situations: [ModeSituation]) -> [Mode] {
            let modes = WeeklyWorld.modes
            return SeatAssignment.best(values: gains, columns: modes.count, seats: modes.map { brief.seats[$0] })
                .map { modes[$0] }
        }
    }
}
