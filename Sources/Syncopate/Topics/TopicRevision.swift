/// Topics of titles taken apart or together by scores, where those are clear.
///
/// A change is one column to another topic or to none, or two topics made one. The learners are halved; a change is made only if
/// it is the likeliest of all in each half, so that the choice made on one half is confirmed on the other, and if its gain over
/// both exceeds ``clearness`` standard errors and ``leastGain``. Then the next change is looked for.
struct TopicRevision {
    /// One change.
    enum Change: Equatable {
        case column(Int, to: Int?)
        case merging(Int, into: Int)
    }

    /// Changes in the order they were made.
    private(set) var changes: [Change] = []
    /// Topic of each column after them; -1 for none.
    private(set) var labels: [Int]

    static let clearness = 2.0
    /// Nats by which a change must make the scores likelier: odds of 1 in 50 that a title is wrong.
    static let leastGain = 3.9
    static let mostChanges = 10
    /// Changes times cells that are looked at, up to which this is done at all.
    static let budget = 1e8

    /// - Parameters:
    ///   - labels: topic of each column; -1 for none.
    ///   - titled: columns whose titles gave them their topic.
    ///   - usable: columns with scores enough.
    init(_ likelihood: TopicLikelihood, labels: [Int], titled: [Int], usable: [Int]) {
        self.labels = labels
        let topics = (labels.max() ?? -1) + 1
        let titled = titled.filter { usable.contains($0) && labels[$0] >= 0 }
        let cells = Double(likelihood.learnerCount * likelihood.columnCount)
        let count = Double(titled.count * (topics + 1) + topics * topics / 2)
        guard likelihood.learnerCount >= 2 * TopicPlacing.leastScores, count * cells <= Self.budget else { return }
        while changes.count < Self.mostChanges {
            let now = likelihood.perLearner(Self.full(self.labels, usable))
            var best: [(value: Double, change: Change)?] = [nil, nil]
            var sums: [(change: Change, gain: Double, noise: Double)] = []
            for change in candidates(topics, titled: titled) {
                let then = likelihood.perLearner(Self.full(applying(change), usable))
                let gains = zip(then, now).map { $0 - $1 }
                let mean = gains.reduce(0, +) / Double(gains.count)
                let noise = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
                sums.append((change, gains.reduce(0, +), noise))
                for half in 0...1 {
                    let value = stride(from: half, to: gains.count, by: 2).reduce(0) { $0 + gains[$1] }
                    if value > (best[half]?.value ?? 0) { best[half] = (value, change) }
                }
            }
            guard let first = best[0], let second = best[1], first.change == second.change,
                let found = sums.first(where: { $0.change == first.change }), found.gain > Self.clearness * found.noise,
                found.gain > Self.leastGain
            else { return }
            self.labels = applying(found.change)
            changes.append(found.change)
        }
    }

    private func candidates(_ topics: Int, titled: [Int]) -> [Change] {
        var found: [Change] = []
        for column in titled {
            for topic in 0..<topics where topic != labels[column] && labels.contains(topic) {
                found.append(.column(column, to: topic))
            }
            if labels[column] >= 0, labels.count(where: { $0 == labels[column] }) > 1 {
                found.append(.column(column, to: nil))
            }
        }
        let present = (0..<topics).filter { labels.contains($0) }
        for (place, topic) in present.enumerated() {
            for other in present[(place + 1)...] { found.append(.merging(other, into: topic)) }
        }
        return found
    }

    private func applying(_ change: Change) -> [Int] {
        switch change {
        case .column(let column, let topic):
            var changed = labels
            changed[column] = topic ?? -1
            return changed
        case .merging(let other, let topic): return labels.map { $0 == other ? topic : $0 }
        }
    }

    /// Columns without a topic are each their own; those without scores are left out.
    private static func full(_ labels: [Int], _ usable: [Int]) -> [Int] {
        var full = [Int](repeating: -1, count: labels.count)
        var next = (labels.max() ?? -1) + 1
        for column in usable {
            if labels[column] >= 0 {
                full[column] = labels[column]
            } else {
                full[column] = next
                next += 1
            }
        }
        return TopicSampler.numbered(full)
    }
}
