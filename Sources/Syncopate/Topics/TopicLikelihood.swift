import RealModule

/// How likely a class's scores are if its columns fall into given topics.
///
/// The log-odds of a learner on a column are the column's mean, a general ability and a deviation of the column's topic;
/// abilities and deviations are normal and integrated out, one learner at a time. Given the general ability, topics are
/// independent, so that a learner costs one step a topic: the Woodbury identity twice.
struct TopicLikelihood {
    /// Standard deviation of a topic around the general ability, logits.
    let deviation: Double
    let learnerCount: Int
    let columnCount: Int
    /// Precision of each cell's response, learner by learner; 0 where there is no score.
    let precisions: [Double]
    /// Precision times response, likewise.
    let evidence: [Double]
    let abilityVariance: Double
    /// Log-likelihood of the responses if they were chance alone, but for a constant: what makes deviations comparable.
    let chance: Double

    /// Largest share of a column's scatter that is taken for its topic's and not for chance.
    static let mostShared = 0.7

    init(_ fit: AbilityFit, deviation: Double) {
        self.deviation = deviation
        learnerCount = fit.learnerCount
        columnCount = fit.columnCount
        abilityVariance = fit.abilityVariance
        var precisions = [Double](repeating: 0, count: fit.slopes.count)
        var evidence = precisions
        let columns = fit.columnCount
        // The scatter of a column is chance and topic together; what is the topic's is no chance.
        let trials = (0..<columns).map { j in
            let shared = fit.meanSlopes[j] * deviation * deviation
            return 1 / max(1 / fit.trials[j] - shared, (1 - Self.mostShared) / fit.trials[j])
        }
        var weight = [Double](repeating: 0, count: columns)
        var sum = weight
        for cell in fit.slopes.indices where fit.slopes[cell] > 0 {
            precisions[cell] = trials[cell % columns] * fit.slopes[cell]
            weight[cell % columns] += precisions[cell]
            sum[cell % columns] += precisions[cell] * fit.responses[cell]
        }
        for cell in fit.slopes.indices where precisions[cell] > 0 {
            let middle = sum[cell % columns] / weight[cell % columns]
            evidence[cell] = precisions[cell] * (fit.responses[cell] - middle)
        }
        self.precisions = precisions
        self.evidence = evidence
        chance = Self.chance(precisions, evidence)
    }

    /// - Parameters:
    ///   - precisions: learner by learner; 0 where there is no score.
    ///   - evidence: precision times response.
    init(
        precisions: [Double], evidence: [Double], learners: Int, columns: Int, abilityVariance: Double,
        deviation: Double
    ) {
        self.precisions = precisions
        self.evidence = evidence
        learnerCount = learners
        columnCount = columns
        self.abilityVariance = abilityVariance
        self.deviation = deviation
        chance = Self.chance(precisions, evidence)
    }

    private static func chance(_ precisions: [Double], _ evidence: [Double]) -> Double {
        precisions.indices.reduce(0) { sum, cell in
            let precision = precisions[cell]
            return precision > 0
                ? sum + 0.5 * (Double.log(precision) - evidence[cell] * evidence[cell] / precision) : sum
        }
    }

    /// Log-likelihood of every learner beside that of scores that are chance alone.
    ///
    /// - Parameter topics: topic of each column, from 0; columns with -1 are left out.
    func perLearner(_ topics: [Int]) -> [Double] {
        let count = (topics.max() ?? -1) + 1
        let square = deviation * deviation
        var result = [Double](repeating: 0, count: learnerCount)
        var precision = [Double](repeating: 0, count: count)
        var weighted = precision
        for i in 0..<learnerCount {
            for t in 0..<count {
                precision[t] = 0
                weighted[t] = 0
            }
            for j in 0..<columnCount where topics[j] >= 0 {
                precision[topics[j]] += precisions[i * columnCount + j]
                weighted[topics[j]] += evidence[i * columnCount + j]
            }
            var (total, linear, sum) = (0.0, 0.0, 0.0)
            for t in 0..<count {
                let factor = 1 + square * precision[t]
                sum += 0.5 * (square * weighted[t] * weighted[t] / factor - Double.log(factor))
                total += precision[t] / factor
                linear += weighted[t] / factor
            }
            let factor = 1 + abilityVariance * total
            result[i] = sum + 0.5 * (abilityVariance * linear * linear / factor - Double.log(factor))
        }
        return result
    }

    func value(_ topics: [Int]) -> Double { perLearner(topics).reduce(0, +) }
}
