import Syncopate

/// Everybody works alone in own time, always: what other policies are held against.
public struct AlwaysAloneModesPolicy: WeeklyPolicyFamily {
    public let name = "always asynchronous"

    public init() {}

    public func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy { Chooser() }

    private struct Chooser: WeeklyPolicy {
        mutating func modes(_ situations: [ModeSituation]) -> [Mode] { situations.map { _ in .asyncSolo } }
    }
}
