import RealModule

/// Values that columns repeat more often than their scores explain, below what they otherwise hold: what a gradebook
/// enters for late or missing work where it enters no zero.
struct EnteredConstants {
    /// The value of each item that has one.
    private(set) var byItem: [(item: Int, value: Double)] = []
    /// What one value of a column holds, shares of the maximum: whole points, and the round numbers people give.
    let grain: Double

    /// Fewest times a column repeats a value that is looked into, and the file one of several columns.
    static let leastRepeats = 3
    /// Odds against so many repeats by chance from which a value is looked into; there are many values to look at.
    static let leastSurprise = 1e5
    /// How much commoner than others a round number may be.
    static let roundness = 2.0

    init(records: [WorkRecord], model: MissingWorkModel) {
        // Scores of each graded column by value, in units of the least difference looked at.
        var values: [[Int64: Int]] = Array(repeating: [:], count: model.columns.count)
        var moments = [(count: Double, sum: Double, square: Double)](repeating: (0, 0, 0), count: model.columns.count)
        for record in records {
            for (item, score) in zip(record.items, record.scores) where score > 0 && score < 1 {
                guard model.columns[item]?.isGraded == true else { continue }
                values[item][Self.key(score), default: 0] += 1
                moments[item].count += 1
                moments[item].sum += score
                moments[item].square += score * score
            }
        }
        let repeats = Self.candidates(values).map { candidate in
            (key: candidate.key, items: candidate.items, grain: Self.grain(values, moments, without: [candidate.key]))
        }

        var best: [Int: (value: Double, surprise: Double)] = [:]
        for candidate in repeats {
            let value = Double(candidate.key) * MissingWorkModel.sameValue
            let columns = candidate.items.filter { Self.isLow(candidate.key, among: values[$0]) }
            // Repeats that its scores explain, per column that has it.
            var expected = [Double?](repeating: nil, count: model.columns.count)
            for item in columns { expected[item] = 0 }
            for record in records {
                for (place, item) in record.items.enumerated() where record.scores[place] > 0 {
                    guard let sum = expected[item], let column = model.columns[item] else { continue }
                    expected[item] =
                        sum
                        + ScoreChance.ofValue(
                            value, mean: column.easiness + record.ability,
                            variance: record.variance + column.easinessVariance, trials: column.trials,
                            grain: Self.roundness * candidate.grain)
                }
            }
            func surprise(_ items: [Int]) -> Double {
                let count = items.reduce(0) { $0 + (values[$1][candidate.key] ?? 0) }
                guard count >= Self.leastRepeats else { return 0 }
                let mean = items.reduce(0.0) { $0 + (expected[$1] ?? 0) }
                return -Self.logTail(count, mean: mean)
            }
            let whole = surprise(columns)
            for item in columns {
                let own = max(whole, surprise([item]))
                guard own > Double.log(Self.leastSurprise), own > best[item]?.surprise ?? 0 else { continue }
                best[item] = (value, own)
            }
        }
        byItem = best.keys.sorted().compactMap { item in best[item].map { (item, $0.value) } }
        grain = Self.grain(values, moments, without: Set(byItem.map { Self.key($0.value) }))
    }

    private static func key(_ score: Double) -> Int64 { Int64((score / MissingWorkModel.sameValue).rounded()) }

    /// Most values that are looked into: the commonest.
    static let mostCandidates = 20

    /// Values with enough repeats in the file, and the columns that have them.
    private static func candidates(_ values: [[Int64: Int]]) -> [(key: Int64, items: [Int])] {
        var counts: [Int64: Int] = [:]
        for column in values { for (key, count) in column { counts[key, default: 0] += count } }
        let keys = counts.filter { $0.value >= leastRepeats }
            .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(mostCandidates).map(\.key)
        return keys.map { key in (key, values.indices.filter { values[$0][key] != nil }) }
    }

    /// Whether a value stands below the middle of the others of its column.
    private static func isLow(_ key: Int64, among values: [Int64: Int]) -> Bool {
        var (below, above) = (0, 0)
        for (other, count) in values where other != key {
            if other < key { below += count } else { above += count }
        }
        return above > 0 && Double(below) <= 0.25 * Double(below + above)
    }

    /// The chance that two scores of a column are the same over the chance density that they are near each other, the
    /// latter that of a normal distribution of its spread; over all columns together, at least a ten-thousandth.
    private static func grain(
        _ values: [[Int64: Int]], _ moments: [(count: Double, sum: Double, square: Double)], without: Set<Int64>
    ) -> Double {
        var (same, near) = (0.0, 0.0)
        for item in values.indices where moments[item].count >= 2 {
            let mean = moments[item].sum / moments[item].count
            let variance = max(moments[item].square / moments[item].count - mean * mean, 1e-4)
            var count = 0
            for (key, repeats) in values[item] where !without.contains(key) {
                count += repeats
                same += Double(repeats * (repeats - 1))
            }
            near += Double(count * max(count - 1, 0)) / (2 * (Double.pi * variance).squareRoot())
        }
        return near > 0 ? max(same / near, 1e-4) : 0.01
    }

    /// Logarithm of the chance of at least `count` where `mean` are expected (Poisson), to the leading term above the mean.
    static func logTail(_ count: Int, mean: Double) -> Double {
        let size = Double(count)
        guard size > mean else { return 0 }
        guard mean > 0 else { return -.infinity }
        // P(X >= k) <= e^-mean (e mean / k)^k (Chernoff 1952).
        return size - mean + size * Double.log(mean / size)
    }
}
