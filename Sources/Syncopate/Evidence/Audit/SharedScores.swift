import RealModule

/// How much likelier a column's scores are if groups of two to five share one than if everybody has their own.
///
/// Both ways a score falls on the steps of the column's grid by the same smooth distribution. In groups, learners are first
/// divided by a product partition model (Hartigan 1990) that favours groups of one size, and each group draws one score. The
/// sum over all divisions is exact: with `w(s)` the weight of a group of `s`, it is the coefficient `n! [x^n]` of
/// `exp(q sum w(s) x^s / s!)` for each value shared by `n`, over the same of all learners with `q = 1`. Everybody's own score
/// may also stand on few levels of the grid only, as letter grades do; which levels is then unknown.
struct SharedScores: Sendable {
    private let logs: LogFactorials

    /// Group sizes that are considered, each alike.
    static let sizes = 2...5
    /// Weight of learners on their own beside a group's, for a column: absent members, marks of their own.
    static let loneWeights = [0.1, 0.5]
    /// Weight of groups one smaller or larger than most.
    static let neighbourWeight = 0.2
    /// Probability that scores that are everybody's own stand on few levels.
    static let levelShare = 0.1
    /// Most learners that are divided.
    static let learnerLimit = ColumnScores.sampleLimit

    init() { logs = LogFactorials(through: max(ScoreGrid.limit, Self.learnerLimit) + 2) }

    /// log of the ratio for one column.
    func logRatio(_ grid: ScoreGrid) -> Double {
        var counts: [Int: Int] = [:]
        for place in grid.places { counts[place, default: 0] += 1 }
        let values = counts.sorted { $0.key < $1.key }.map { (count: $0.value, log: grid.logProbability[$0.key] ?? 0) }
        return shared(values, loneWeights: Self.loneWeights) - own(grid, levels: counts.keys.sorted())
    }

    /// log of the ratio for two columns with the same groups: learners share a pair of scores.
    ///
    /// - Parameter correlation: of the two columns over these learners; what it adds to the likelihood of everybody's own
    ///   scores is that of normal variables.
    func logRatio(_ pairs: [(first: Double, second: Double, place: Int)], correlation: Double) -> Double {
        var counts: [Int: (count: Int, log: Double)] = [:]
        var own = 0.0
        for pair in pairs {
            own += pair.first + pair.second
            counts[pair.place, default: (0, pair.first + pair.second)].count += 1
        }
        own -= 0.5 * Double(pairs.count) * Double.log(1 - min(correlation * correlation, 0.8))
        return shared(counts.sorted { $0.key < $1.key }.map(\.value), loneWeights: [Self.loneWeights[0]]) - own
    }

    /// log-likelihood of everybody's own scores.
    private func own(_ grid: ScoreGrid, levels: [Int]) -> Double {
        let smooth = grid.places.reduce(0.0) { $0 + (grid.logProbability[$1] ?? 0) }
        guard let least = levels.first, let most = levels.last else { return smooth }
        let gap = zip(levels, levels.dropFirst()).map { $1 - $0 }.min() ?? 1
        // Sets of so many levels, at least so far apart, between the lowest and the highest.
        let room = max(most - least + 1 - (levels.count - 1) * (gap - 1), levels.count)
        let total = LogFactorials.sum(levels.map { grid.logProbability[$0] ?? 0 })
        let few = smooth - Double(grid.places.count) * total - logs.choose(room, levels.count)
        return LogFactorials.sum([Double.log(1 - Self.levelShare) + smooth, Double.log(Self.levelShare) + few])
    }

    /// log-likelihood of scores that groups share.
    private func shared(_ values: [(count: Int, log: Double)], loneWeights: [Double]) -> Double {
        let count = values.reduce(0) { $0 + $1.count }
        var results: [Double] = []
        for size in Self.sizes {
            for lone in loneWeights {
                let weights = weights(size: size, lone: lone, learners: count)
                var log = -divisions(count, weights, 0)
                for value in values { log += divisions(value.count, weights, value.log) }
                results.append(log)
            }
        }
        return LogFactorials.sum(results) - Double.log(Double(results.count))
    }

    /// log w(s) of groups of one learner, of `size` and of its neighbours, so that most groups are of that size and there
    /// are about as many of them as fit.
    private func weights(size: Int, lone: Double, learners: Int) -> [(size: Int, log: Double)] {
        var shares = [(1, lone), (size, 1.0), (size + 1, Self.neighbourWeight)]
        if size > 2 { shares.append((size - 1, Self.neighbourWeight)) }
        let total = shares.reduce(0) { $0 + $1.1 }
        return shares.map { ($0.0, Double.log($0.1 / total * Double(learners) / Double(size)) + logs[$0.0]) }
    }

    /// log of `n! [x^n] exp(q sum w(s) x^s / s!)`, by its recurrence over the group of the last learner.
    private func divisions(_ count: Int, _ weights: [(size: Int, log: Double)], _ logShare: Double) -> Double {
        var table = [0.0]
        table.reserveCapacity(count + 1)
        for learners in stride(from: 1, through: count, by: 1) {
            let terms = weights.compactMap { weight -> Double? in
                guard weight.size <= learners else { return nil }
                return logShare + weight.log + logs.choose(learners - 1, weight.size - 1)
                    + table[learners - weight.size]
            }
            table.append(LogFactorials.sum(terms))
        }
        return table[count]
    }
}
