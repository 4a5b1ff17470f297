import Syncopate

/// Column means that are drawn to nothing, plus a shrunk learner effect: the check that the engine's own baseline,
/// which draws column means to the mean of everything, is not the weaker one.
struct UnshrunkBaseline {
    /// Where column means come from.
    enum Columns {
        /// The means of what is visible, as a spreadsheet has them.
        case plain
        /// Means after taking out learner effects, so that a column done by the good ones does not look easy.
        case adjusted
    }

    private let columnMeans: [Double]
    /// Noise variance over learner variance: how many scores a learner effect is shrunk by.
    private let shrinkage: Double

    /// Finds the two variances by EM for `score = column + learner + noise`.
    init(_ columns: Columns, gradebook: Gradebook) {
        let count = gradebook.items.count
        var sums = [Double](repeating: 0, count: count)
        var counts = [Double](repeating: 0, count: count)
        for cell in gradebook.columns.indices {
            sums[Int(gradebook.columns[cell])] += gradebook.scores[cell]
            counts[Int(gradebook.columns[cell])] += 1
        }
        let total = counts.reduce(0, +)
        let overall = sums.reduce(0, +) / max(total, 1)
        var means = (0..<count).map { counts[$0] > 0 ? sums[$0] / counts[$0] : overall }

        var noise = 0.02
        var spread = 0.01
        for _ in 0..<30 {
            var (square, active, rest) = (0.0, 0.0, 0.0)
            var effects = [Double](repeating: 0, count: count)
            for learner in gradebook.learners.indices {
                let cells = gradebook.cells(ofLearner: learner)
                guard !cells.isEmpty else { continue }
                let residuals = cells.map { gradebook.scores[$0] - means[Int(gradebook.columns[$0])] }
                let weight = Double(residuals.count) + noise / spread
                let effect = residuals.reduce(0, +) / weight
                square += effect * effect + noise / weight
                active += 1
                rest += residuals.reduce(0) { $0 + ($1 - effect) * ($1 - effect) + noise / weight }
                for cell in cells { effects[Int(gradebook.columns[cell])] += effect }
            }
            guard active > 0 else { break }
            if columns == .adjusted {
                for item in 0..<count where counts[item] > 0 {
                    means[item] = (sums[item] - effects[item]) / counts[item]
                }
            }
            spread = max(square / active, 1e-6)
            noise = max(rest / total, 1e-6)
        }
        columnMeans = means
        shrinkage = noise / spread
    }

    /// The prediction for a learner known by a few scores, held to 0...1.
    func prediction(earlier: [(item: Int, score: Double)], item: Int) -> Double {
        let residual = earlier.reduce(0) { $0 + $1.score - columnMeans[$1.item] }
        return min(max(columnMeans[item] + residual / (Double(earlier.count) + shrinkage), 0), 1)
    }
}
