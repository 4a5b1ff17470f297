import RealModule

/// One general ability behind all columns, fitted to a class: the ground on which topics are looked for.
///
/// A score is a share right of an effective number of questions, with log-odds `mean of the column + ability`. What is left
/// of a score beside that is linearised once, as in iterated weighted least squares (McCullagh & Nelder 1989, 2.5), so
/// that everything after is Gaussian.
struct AbilityFit {
    /// Learners and columns.
    private(set) var learnerCount: Int
    let columnCount: Int
    /// Log-odds of each cell's score beside its column's mean, learner by learner; 0 where there is none.
    private(set) var responses: [Double]
    /// Slope of the score on the log-odds times that slope's own share of the noise: `p (1 - p)`; 0 where there is no score.
    private(set) var slopes: [Double]
    /// Effective number of questions of each column, everything but the general ability being noise.
    private(set) var trials: [Double]
    /// Mean of `p (1 - p)` of each column's scores.
    private(set) var meanSlopes: [Double]
    /// Variance of the general ability, logits.
    private(set) var abilityVariance: Double

    static let passes = 15
    /// Standard deviations beyond which a score counts for less (Huber 1964).
    static let surpriseLimit = 2.0
    /// Scores' worth of weight behind the class's mean number of questions for one column.
    static let trialsWeight = 15.0

    /// - Parameter scores: learner by learner, NaN where there is none.
    init(scores: [Double], learners: Int, columns: Int) {
        learnerCount = learners
        columnCount = columns
        responses = [Double](repeating: 0, count: scores.count)
        slopes = responses
        trials = [Double](repeating: 12, count: columns)
        meanSlopes = [Double](repeating: 0.2, count: columns)
        abilityVariance = 0.6
        guard learners > 0, columns > 0, scores.count == learners * columns else { return }

        let scored = scores.indices.filter { !scores[$0].isNaN }
        var sum = [Double](repeating: 0, count: columns)
        var count = sum
        for cell in scored {
            sum[cell % columns] += scores[cell]
            count[cell % columns] += 1
        }
        let overall = (sum.reduce(0, +) + 1.4) / (count.reduce(0, +) + 2)
        var means = (0..<columns).map { Logistic.logit((sum[$0] + 2 * overall) / (count[$0] + 2), margin: 0.01) }
        var abilities = [Double](repeating: 0, count: learners)
        // Two parameters' worth of scatter is gone into means and abilities.
        let free = Double(scored.count - learners - columns)
        let kept = max(free / Double(max(scored.count, 1)), 0.3)
        for _ in 0..<Self.passes {
            var spread = 0.0
            for i in 0..<learners {
                var gradient = -abilities[i] / abilityVariance
                var curvature = 1 / abilityVariance
                for j in 0..<columns where !scores[i * columns + j].isNaN {
                    let p = Logistic.probability(means[j] + abilities[i])
                    let weight = max(p * (1 - p), Self.leastSlope)
                    let surprise = (scores[i * columns + j] - p) / (weight / trials[j]).squareRoot()
                    gradient += trials[j] * weight * Self.held(surprise) / (trials[j] * weight).squareRoot()
                    curvature += trials[j] * weight
                }
                abilities[i] += gradient / curvature
                spread += abilities[i] * abilities[i] + 1 / curvature
            }
            abilityVariance = max((spread + 5 * 0.6) / Double(learners + 5), 0.02)
            var gradient = [Double](repeating: 0, count: columns)
            var curvature = [Double](repeating: 0.5, count: columns)
            var scatter = gradient
            var slope = gradient
            for cell in scored {
                let j = cell % columns
                let p = Logistic.probability(means[j] + abilities[cell / columns])
                let weight = max(p * (1 - p), Self.leastSlope)
                let surprise = Self.held((scores[cell] - p) / (weight / trials[j]).squareRoot())
                gradient[j] += surprise * (trials[j] * weight).squareRoot()
                curvature[j] += trials[j] * weight
                scatter[j] += surprise * surprise / trials[j]
                slope[j] += weight
            }
            let usual = (scatter.reduce(0, +) + 20.0 / 12) / (count.reduce(0, +) * kept + 20)
            for j in 0..<columns {
                means[j] += gradient[j] / curvature[j]
                let weight = Self.trialsWeight
                trials[j] = min(max((count[j] * kept + weight) / (scatter[j] + weight * usual), 1), 200)
                meanSlopes[j] = (slope[j] + 0.2) / (count[j] + 1)
            }
        }
        for cell in scored {
            let j = cell % columns
            let p = Logistic.probability(means[j] + abilities[cell / columns])
            let weight = max(p * (1 - p), Self.leastSlope)
            let surprise = Self.held((scores[cell] - p) / (weight / trials[j]).squareRoot())
            responses[cell] = abilities[cell / columns] + surprise / (trials[j] * weight).squareRoot()
            slopes[cell] = weight
        }
    }

    /// The same fit with only some of the learners.
    func selecting(_ learners: [Int]) -> AbilityFit {
        var part = self
        part.learnerCount = learners.count
        part.responses = learners.flatMap { responses[($0 * columnCount)..<(($0 + 1) * columnCount)] }
        part.slopes = learners.flatMap { slopes[($0 * columnCount)..<(($0 + 1) * columnCount)] }
        return part
    }

    static let leastSlope = 0.01

    private static func held(_ surprise: Double) -> Double { min(max(surprise, -surpriseLimit), surpriseLimit) }
}
