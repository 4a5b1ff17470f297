/// The predictions anybody could make with a spreadsheet: what the model has to beat on the file it was given.
public struct BaselineEstimate: Sendable {
    /// Which baseline it is.
    public let basis: ClassEstimate.Basis
    private let columnMeans: [Double]
    private let learnerMeans: [Double]
    private let learnerEffects: [Double]
    private let overall: Double
    /// Noise variance over learner variance: how many scores a learner effect is shrunk by.
    private let shrinkage: Double
    /// Standard deviation of its errors, from the back-test.
    private let deviation: Double

    /// Fits a baseline on the evidence of a gradebook.
    ///
    /// Column means are drawn to the mean of everything with one score's weight. The learner effect is the mean
    /// residual, shrunk by the ratio of the two variances, found by alternating the two (an EM for the mixed model
    /// `score = column + learner + noise`).
    ///
    /// - Parameter deviation: root mean square error to state with predictions.
    public init(_ basis: ClassEstimate.Basis, gradebook: Gradebook, profiles: [ItemProfile], deviation: Double) {
        self.basis = basis
        self.deviation = deviation
        var observations: [(learner: Int, item: Int, score: Double)] = []
        for learner in gradebook.learners.indices {
            for cell in gradebook.cells(ofLearner: learner) where gradebook.statuses[cell] == .scored {
                let item = Int(gradebook.columns[cell])
                guard profiles[item].role == .evidence else { continue }
                observations.append((learner, item, min(max(gradebook.scores[cell], 0), 1)))
            }
        }
        let overall =
            observations.isEmpty ? 0.7 : observations.reduce(0) { $0 + $1.score } / Double(observations.count)
        var effects = [Double](repeating: 0, count: gradebook.learners.count)
        var columns = [Double](repeating: overall, count: gradebook.items.count)
        var noise = 0.02
        var spread = 0.01
        for _ in 0..<30 {
            var sums = [Double](repeating: overall, count: columns.count)
            var counts = [Double](repeating: 1, count: columns.count)
            for (learner, item, score) in observations {
                sums[item] += score - effects[learner]
                counts[item] += 1
            }
            for item in columns.indices { columns[item] = sums[item] / counts[item] }
            var residuals = [Double](repeating: 0, count: effects.count)
            var scores = [Double](repeating: 0, count: effects.count)
            for (learner, item, score) in observations {
                residuals[learner] += score - columns[item]
                scores[learner] += 1
            }
            var (square, active) = (0.0, 0.0)
            for learner in effects.indices where scores[learner] > 0 {
                effects[learner] = residuals[learner] / (scores[learner] + noise / spread)
                square += effects[learner] * effects[learner] + noise / (scores[learner] + noise / spread)
                active += 1
            }
            guard active > 0 else { break }
            var rest = 0.0
            for (learner, item, score) in observations {
                let error = score - columns[item] - effects[learner]
                rest += error * error + noise / (scores[learner] + noise / spread)
            }
            spread = max(square / active, 1e-6)
            noise = max(rest / Double(observations.count), 1e-6)
        }
        var plain = [Double](repeating: 0, count: columns.count)
        var plainCounts = plain
        var own = [Double](repeating: 0, count: effects.count)
        var ownCounts = own
        for (learner, item, score) in observations {
            plain[item] += score
            plainCounts[item] += 1
            own[learner] += score
            ownCounts[learner] += 1
        }
        switch basis {
        case .columnAndLearner: columnMeans = columns
        default: columnMeans = plain.indices.map { plainCounts[$0] > 0 ? plain[$0] / plainCounts[$0] : overall }
        }
        learnerMeans = own.indices.map { ownCounts[$0] > 0 ? own[$0] / ownCounts[$0] : overall }
        learnerEffects = effects
        self.overall = overall
        shrinkage = noise / spread
    }

    /// The baseline's prediction for somebody outside the gradebook, known by a few scores on its items.
    public func prediction(earlier: [(item: Int, score: Double)], item: Int) -> ScorePrediction {
        let count = Double(earlier.count)
        let success: Double
        switch basis {
        case .columnMean: success = columnMeans[item]
        case .learnerMean:
            success = earlier.isEmpty ? overall : earlier.reduce(0) { $0 + $1.score } / count
        case .columnAndLearner, .model:
            let residual = earlier.reduce(0) { $0 + $1.score - columnMeans[$1.item] }
            success = columnMeans[item] + residual / (count + shrinkage)
        }
        return ScorePrediction(success: min(max(success, 0), 1), deviation: deviation)
    }

    /// The baseline's prediction for a learner and an item, both inside the gradebook it was fitted on.
    public func prediction(learner: Int, item: Int) -> ScorePrediction {
        let success =
            switch basis {
            case .learnerMean: learnerMeans[learner]
            case .columnMean: columnMeans[item]
            case .columnAndLearner, .model: columnMeans[item] + learnerEffects[learner]
            }
        return ScorePrediction(success: min(max(success, 0), 1), deviation: deviation)
    }
}
