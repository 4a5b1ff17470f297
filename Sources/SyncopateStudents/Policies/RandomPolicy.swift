import Syncopate

/// Any item, all as likely.
public struct RandomPolicy: PolicyFamily {
    public let name = "random"

    public init() {}

    public func suits(_ brief: TutoringBrief) -> Bool { brief.purpose != .measure }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(itemCount: brief.itemCount, generator: SeededGenerator(seed: seed))
    }

    private struct Chooser: TutoringPolicy {
        let itemCount: Int
        var generator: SeededGenerator

        mutating func next(at time: Double) -> Int { Int.random(in: 0..<max(itemCount, 1), using: &generator) }

        mutating func observe(_ item: Int, score: Double, at time: Double) {}
    }
}
