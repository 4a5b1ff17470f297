/// What ways of working did, from how a teacher says things were done and the scores that came in afterwards.
///
/// The gain of a learner on a topic is what the new scores say by themselves (``FreshEvidence``) less what was believed
/// before; the belief before is drawn to the class already, so that who was unlucky then does not seem to gain. How easy new
/// items are is not known and the same for everybody, so only differences between ways of working can be seen: what all have
/// in common is taken from what is expected of them, and most from those who did nothing, of whom nothing is.
struct ModeLearning {
    /// One learner on one topic.
    struct Case: Sendable, Hashable {
        var learner: String
        var topic: Int
        var way: Way
        var minutes: Double
        var situation: ModeSituation
        /// New log-odds less the old, and the variance of that.
        var change: Double
        var variance: Double
    }

    /// How somebody worked on a topic.
    enum Way: Sendable, Hashable {
        case mode(Mode)
        /// In several, or in one that was not said.
        case open
        case notDone
    }

    let belief: ModeBelief

    /// The gains that can be told, in the order of `cases`; of topics on which all worked in the same way, none.
    ///
    /// - Parameter cases: at most one per learner and topic.
    /// - Returns: the gains with their cases, and how many cases with a mode had nobody to be compared with.
    func gains(_ cases: [Case]) -> (gains: [(place: Int, observation: ModeObservation)], alone: Int) {
        var gains: [(place: Int, observation: ModeObservation)] = []
        var alone = 0
        let topics = Dictionary(grouping: cases.indices) { cases[$0].topic }
        for topic in topics.keys.sorted() {
            let members = topics[topic] ?? []
            let groups = groups(members.map { ($0, cases[$0]) })
            let total = groups.reduce(0) { $0 + $1.anchor }
            let level = groups.reduce(0) { $0 + $1.anchor * $1.residual } / max(total, 1e-300)
            for group in groups {
                guard case .mode(let mode) = group.way else { continue }
                guard groups.count > 1 else {
                    alone += group.members.count
                    continue
                }
                // What the others say about the level is all there is to say what this way did as a whole.
                let inflation = 1 + group.weight / (total - group.anchor)
                for place in group.members {
                    let item = cases[place]
                    gains.append(
                        (
                            place,
                            ModeObservation(
                                mode: mode, situation: item.situation, learner: nil, gain: item.change - level,
                                minutes: item.minutes,
                                variance: inflation * (noise + item.variance) - noise)
                        ))
                }
            }
        }
        return (gains.sorted { $0.place < $1.place }, alone)
    }

    /// Those who worked in the same way.
    private struct Group {
        var way: Way
        var members: [Int]
        /// Sum of the precisions of their changes.
        var weight: Double
        /// Mean change beyond what is expected.
        var residual: Double
        /// Precision of that mean as a measure of how easy the new items were.
        var anchor: Double
    }

    private var noise: Double { belief.prior.noiseDeviation * belief.prior.noiseDeviation }

    private func groups(_ members: [(place: Int, item: Case)]) -> [Group] {
        let byWay = Dictionary(grouping: members) { $0.item.way }
        // In the order of their first members, which is the caller's.
        return byWay.values.sorted { $0[0].place < $1[0].place }.map { members in
            var (weight, residual, doubt) = (0.0, 0.0, 0.0)
            for (_, item) in members {
                let precision = 1 / (noise + item.variance)
                let expected = expected(item)
                weight += precision
                residual += precision * (item.change - expected.mean)
                doubt += precision * expected.variance
            }
            return Group(
                way: members[0].item.way, members: members.map(\.place), weight: weight, residual: residual / weight,
                anchor: 1 / (1 / weight + doubt / weight))
        }
    }

    /// Gain that is expected, and the variance of the part of it that all who work so share.
    private func expected(_ item: Case) -> (mean: Double, variance: Double) {
        let unit = belief.scale(minutes: item.minutes)
        func one(_ mode: Mode) -> (mean: Double, variance: Double) {
            let mean = belief.expected(mode: mode, situation: item.situation, learner: nil).mean
            let shared = belief.regression(mode)?.predict(item.situation.features.mean, learner: nil).shared ?? 0
            return (unit * mean, unit * unit * shared)
        }
        switch item.way {
        case .notDone: return (0, 0)
        case .mode(let mode): return one(mode)
        case .open:
            let (apart, together) = (one(.asyncSolo), one(.livePeer))
            let half = (together.mean - apart.mean) / 2
            return (apart.mean + half, (apart.variance + together.variance) / 2 + half * half)
        }
    }
}
