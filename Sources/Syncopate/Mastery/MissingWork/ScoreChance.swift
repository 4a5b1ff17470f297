import RealModule

/// How probable a value is as a score, by a learner's log-odds of success and a column's effective number of questions.
enum ScoreChance {
    /// Most that anybody is trusted to have a single question right: a slip is always possible.
    static let surest = 0.9
    /// Chance of a zero that nothing in the file foresees: the wrong file handed in, a total failure.
    static let unforeseen = 0.002
    /// Share of scores out of line with everything, spread over all values a column has.
    static let outOfLine = 0.02

    /// The chance that work that was scored got nothing: `E (1 - p)^n` over the log-odds, never below ``unforeseen``.
    ///
    /// - Parameters:
    ///   - mean: mean of the log-odds of success on a question.
    ///   - variance: variance of what is not known of it.
    ///   - trials: effective number of questions, at least 1.
    static func ofZero(mean: Double, variance: Double, trials: Double) -> Double {
        let deviation = max(variance, 0).squareRoot()
        var chance = 0.0
        let quadrature = ClassEstimate.quadrature
        for k in quadrature.nodes.indices {
            let p = min(Logistic.probability(mean + deviation * quadrature.nodes[k]), surest)
            chance += quadrature.weights[k] * Double.pow(1 - p, trials)
        }
        return min(max(chance, unforeseen), 1)
    }

    /// The chance that work that was scored got just this value, which is above 0 and below 1.
    ///
    /// The density of the share right out of `n` questions is that of the saddle point,
    /// `sqrt(n / (2 pi c (1 - c))) e^(-n KL(c, p))` (Daniels 1954), and `grain` is what one value of the column holds of it.
    static func ofValue(_ value: Double, mean: Double, variance: Double, trials: Double, grain: Double) -> Double {
        let deviation = max(variance, 0).squareRoot()
        var density = 0.0
        let quadrature = ClassEstimate.quadrature
        for k in quadrature.nodes.indices {
            let odds = mean + deviation * quadrature.nodes[k]
            // log p and log (1 - p) without cancellation.
            let (right, wrong) = (-Logistic.softplus(-odds), -Logistic.softplus(odds))
            let divergence =
                value * (Double.log(value) - right) + (1 - value) * (Double.log(onePlus: -value) - wrong)
            density += quadrature.weights[k] * Double.exp(-trials * divergence)
        }
        density *= (trials / (2 * Double.pi * value * (1 - value))).squareRoot()
        return min(max(grain * density, outOfLine * grain), 1)
    }

    /// The probability that a value stands for missing work: Bayes' rule for a mixture of two.
    ///
    /// - Parameters:
    ///   - rate: how often work is missing here, before the value is seen.
    ///   - chance: how probable the value is of work that was scored.
    static func missing(rate: Double, chance: Double) -> Double {
        let (missing, scored) = (rate, (1 - rate) * chance)
        return missing > 0 ? missing / (missing + scored) : 0
    }
}
