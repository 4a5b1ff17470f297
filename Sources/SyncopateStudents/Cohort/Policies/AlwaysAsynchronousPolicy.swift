/// Nobody ever meets.
public struct AlwaysAsynchronousPolicy: CohortPolicyFamily {
    public let name = "always asynchronous"

    public init() {}

    public func policy(for brief: CohortBrief, seed: UInt64) -> any CohortPolicy { Chooser() }

    private struct Chooser: CohortPolicy {
        mutating func observe(learner: Int, skill: Int, score: Double, at time: Double) {}
        mutating func seating(at time: Double) -> CohortSeating? { nil }
        mutating func taught(_ seating: CohortSeating, at time: Double) {}
    }
}
