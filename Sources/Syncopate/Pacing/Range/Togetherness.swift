import RealModule

/// How much of the coming week's minutes learners spend with somebody of their cohort, or the teacher, on the same topic.
struct Togetherness {
    /// Minutes of one learner on one topic.
    struct Share: Sendable, Hashable {
        /// Any number that is the same for the same topic.
        var topic: Int
        var minutes: Double
    }

    /// For a room in which everybody works at their own pace: probability that, at a moment picked at random, somebody
    /// else is on the same topic, per learner.
    ///
    /// Everybody's minutes are spread over the time in the room alike, so somebody who gives a share `s` of it to a topic
    /// is on it with probability `s`. A learner without minutes has 0.
    ///
    /// - Parameter shares: per learner of the room, what they work on; a topic may come more than once.
    static func inRoom(_ shares: [[Share]]) -> [Double] {
        var absent: [Int: Double] = [:]
        let portions = shares.map { Self.portions($0) }
        // Logs of "not on it", so that one's own part can be taken out again; certainty is counted apart.
        var certain: [Int: Int] = [:]
        for portion in portions {
            for (topic, share) in portion {
                if share >= 1 {
                    certain[topic, default: 0] += 1
                } else {
                    absent[topic, default: 0] += Double.log(onePlus: -share)
                }
            }
        }
        return portions.map { portion in
            portion.reduce(0) { sum, part in
                let (topic, share) = part
                let others = certain[topic, default: 0] - (share >= 1 ? 1 : 0)
                let nobody =
                    others > 0
                    ? 0 : Double.exp(absent[topic, default: 0] - (share >= 1 ? 0 : Double.log(onePlus: -share)))
                return sum + share * (1 - min(nobody, 1))
            }
        }
    }

    /// A learner's topics, each once, by position, with their shares of the minutes.
    private static func portions(_ shares: [Share]) -> [(topic: Int, share: Double)] {
        var minutes: [Int: Double] = [:]
        for share in shares where share.minutes > 0 { minutes[share.topic, default: 0] += share.minutes }
        // In their order: sums of fractions depend on it.
        let topics = minutes.sorted { $0.key < $1.key }
        let total = topics.reduce(0) { $0 + $1.value }
        guard total > 0 else { return [] }
        return topics.map { ($0.key, $0.value / total) }
    }
}
