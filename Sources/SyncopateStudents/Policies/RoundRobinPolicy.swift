/// All items in the catalogue's order, again and again, whatever comes of it.
public struct RoundRobinPolicy: PolicyFamily {
    public let name = "round robin"

    public init() {}

    public func suits(_ brief: TutoringBrief) -> Bool { brief.purpose != .measure }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(itemCount: brief.itemCount)
    }

    private struct Chooser: TutoringPolicy {
        let itemCount: Int
        var place = 0

        mutating func next(at time: Double) -> Int { place }

        mutating func observe(_ item: Int, score: Double, at time: Double) { place = (place + 1) % max(itemCount, 1) }
    }
}
