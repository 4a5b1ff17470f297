/// Predictions in order of probability, so that everything that depends on ranks is one pass, however learners are
/// weighted.
struct RankedPredictions: Sendable {
    /// Position of the learner, per row.
    private(set) var learner: [Int32] = []
    /// What came, per row.
    private(set) var score: [Double] = []
    /// What was expected, per row, never falling.
    private(set) var probability: [Double] = []

    /// Number of rows.
    var count: Int { probability.count }

    private init() {}

    init(_ table: PredictionTable) {
        self.init(table, order: Self.order(table))
    }

    /// - Parameter order: the table's ``order(_:)``.
    init(_ table: PredictionTable, order: [Int32]) {
        learner = order.map { table.learner[Int($0)] }
        score = order.map { table.score[Int($0)] }
        probability = order.map { table.probability[Int($0)] }
    }

    /// Indices of a table's rows by rising probability, rows of equal probability as they stand: sums then run in an
    /// order that is the same every time.
    static func order(_ table: PredictionTable) -> [Int32] {
        (0..<Int32(clamping: table.count)).sorted {
            let (a, b) = (table.probability[Int($0)], table.probability[Int($1)])
            return a != b ? a < b : $0 < $1
        }
    }

    /// The rows of a table by slice, each in order of probability.
    static func slices(_ table: PredictionTable, order: [Int32], by slicing: Slicing) -> [RankedPredictions] {
        var slices = [RankedPredictions](repeating: RankedPredictions(), count: slicing.labels.count)
        for index in order {
            let row = Int(index)
            let slice = slicing.slice(of: row, in: table)
            slices[slice].learner.append(table.learner[row])
            slices[slice].score.append(table.score[row])
            slices[slice].probability.append(table.probability[row])
        }
        return slices
    }

    /// AUC and ECE, each row counting once.
    func sweep() -> (auc: Double?, ece: Double) {
        sweep(weights: [Int](repeating: 1, count: Int(learner.max() ?? -1) + 1), total: count)
    }

    /// AUC and ECE of the rows with each learner's counted as often as their weight says.
    ///
    /// - Parameters:
    ///   - weights: how often each learner counts, by position, never negative.
    ///   - total: the sum of the weights over rows, above zero.
    func sweep(weights: [Int], total: Int) -> (auc: Double?, ece: Double) {
        let bins = Metrics.calibrationBins
        // A tied group is in the bin of its middle rank; twice and times bins, so that all of it is whole numbers.
        var limit = 2 * total
        var (below, negativesBelow) = (0, 0)
        var (area, positives) = (0.0, 0)
        var (bin, error) = (0.0, 0.0)
        var index = 0
        while index < count {
            let value = probability[index]
            var (size, successes, residual) = (0, 0, 0.0)
            repeat {
                let weight = weights[Int(learner[index])]
                size += weight
                if score[index] >= Metrics.threshold { successes += weight }
                residual += Double(weight) * (score[index] - value)
                index += 1
            } while index < count && probability[index] == value
            guard size > 0 else { continue }
            let failures = size - successes
            // Twice the pairs in the right order; Double holds these whole up to 2^53.
            area += Double(successes) * Double(2 * negativesBelow + failures)
            positives += successes
            negativesBelow += failures
            while bins * (2 * below + size) >= limit {
                error += abs(bin)
                bin = 0
                limit += 2 * total
            }
            bin += residual
            below += size
        }
        error += abs(bin)
        let pairs = Double(positives) * Double(negativesBelow)
        return (pairs > 0 ? area / 2 / pairs : nil, total > 0 ? error / Double(total) : 0)
    }

    /// Where the bins of equal mass begin and end, in rising order; there are fewer than ``Metrics/calibrationBins``
    /// where rows are few or ties wide.
    func bins() -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        var current = 0
        var index = 0
        while index < count {
            var end = index + 1
            while end < count, probability[end] == probability[index] { end += 1 }
            let bin = Metrics.calibrationBins * (index + end) / (2 * count)
            if bin != current, index > start {
                result.append(start..<index)
                start = index
            }
            current = bin
            index = end
        }
        if start < count { result.append(start..<count) }
        return result
    }

    /// Mean ECE over outcomes drawn from the probabilities.
    func expectedECE(draws: Int, seed: UInt64) -> Double {
        var random = SeededGenerator(seed: seed)
        let bins = bins()
        let expected = bins.map { bin in probability[bin].reduce(0, +) }
        var error = 0.0
        for _ in 0..<draws {
            for (place, bin) in bins.enumerated() {
                var successes = 0
                for index in bin where random.uniform() < probability[index] { successes += 1 }
                error += abs(Double(successes) - expected[place])
            }
        }
        return error / (Double(draws) * Double(max(count, 1)))
    }
}
