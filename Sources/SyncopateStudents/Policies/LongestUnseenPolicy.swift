/// The item that was seen longest ago; those never seen come first, in the catalogue's order.
///
/// Differs from round robin only where something else chooses too, as a ban on repeats.
public struct LongestUnseenPolicy: PolicyFamily {
    public let name = "longest unseen"

    public init() {}

    public func suits(_ brief: TutoringBrief) -> Bool {
        switch brief.purpose {
        case .remember, .rememberUntil: true
        case .master, .measure: false
        }
    }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(lastSeen: [Int](repeating: -1, count: brief.itemCount))
    }

    private struct Chooser: TutoringPolicy {
        /// Number of the attempt; -1 for none.
        var lastSeen: [Int]
        var attempts = 0

        mutating func next(at time: Double) -> Int { lastSeen.indices.min { lastSeen[$0] < lastSeen[$1] } ?? 0 }

        mutating func observe(_ item: Int, score: Double, at time: Double) {
            lastSeen[item] = attempts
            attempts += 1
        }
    }
}
