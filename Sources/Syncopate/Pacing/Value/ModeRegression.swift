import RealModule

/// The weights of one mode: a normal belief with learners' own effects integrated out, exactly.
///
/// A learner's observations have a common part of variance `s^2`, so that the precision of all they say is `D - c d d'`
/// (Sherman & Morrison 1950), with `D` the diagonal of precisions of the noise, `d` its diagonal and `c = s^2 / (1 + s^2 sum d)`.
/// Three sums per learner carry it, and the order of observations does not matter.
///
/// Two hypotheses share all data and all variances and differ in the prior mean: as studies say, or nothing added to own
/// time. Their probabilities follow from the evidence in closed form.
struct ModeRegression: Sendable {
    /// What one learner's observations come to.
    struct Sums: Sendable {
        var weight = 0.0
        var features = SIMD8<Double>(repeating: 0)
        var gain = 0.0
        var count = 0
    }

    /// What is expected in one situation: a mixture of two normals with the same variance.
    struct Prediction: Sendable {
        /// Mean if it is as studies say.
        var studied: Double
        /// Mean if nothing is added to own time.
        var doubted: Double
        /// Probability of the latter.
        var doubt: Double
        /// Variance within either.
        var variance: Double
        /// Variance, over both, of the part that all learners share.
        var shared: Double

        var mean: Double { studied + doubt * (doubted - studied) }
        /// Variance of the whole mixture.
        var total: Double { variance + doubt * (1 - doubt) * (doubted - studied) * (doubted - studied) }
    }

    /// Observations so far.
    private(set) var count = 0
    private var learners: [Int: Sums] = [:]
    /// Variance of a learner's own effect.
    private let effect: Double
    private let priorPrecision: SIMD8<Double>
    private let priorMeans: [SIMD8<Double>]
    private let priorDoubt: Double
    /// Precision and precision times mean that the data add to the prior.
    private var precision: [SIMD8<Double>]
    private var information = SIMD8<Double>(repeating: 0)

    // What follows from the above.
    private(set) var covariance: [SIMD8<Double>]
    /// Posterior means of both hypotheses.
    private(set) var means: [SIMD8<Double>]
    /// Probability that nothing is added to own time.
    private(set) var doubt: Double

    init(mean: [Double], doubtful: [Double]?, prior: ModePrior) {
        func vector(_ values: [Double]) -> SIMD8<Double> {
            var vector = SIMD8<Double>(repeating: 0)
            for place in 0..<min(8, values.count) { vector[place] = values[place] }
            return vector
        }
        effect = prior.learnerDeviation * prior.learnerDeviation
        let deviations = vector(prior.deviations)
        // No deviation means that the weight is what it is: a precision that no data can move.
        priorPrecision = 1 / pointwiseMax(deviations * deviations, SIMD8(repeating: 1e-12))
        priorMeans = [vector(mean), vector(doubtful ?? mean)]
        priorDoubt = doubtful == nil ? 0 : min(max(prior.doubt, 0), 1)
        precision = Array(repeating: SIMD8(repeating: 0), count: 8)
        (covariance, means, doubt) = ([], priorMeans, priorDoubt)
        solve()
    }

    /// Takes one observation; ``solve()`` must follow before anything is asked.
    ///
    /// - Parameters:
    ///   - noise: variance of the gain about `x'w + u`, above zero.
    mutating func add(_ x: SIMD8<Double>, gain: Double, noise: Double, learner: Int?) {
        let weight = 1 / noise
        count += 1
        guard let learner else {
            // Nobody's effect is met once and never again.
            let alone = 1 / (noise + effect)
            addProduct(x, alone, gain: gain)
            return
        }
        var sums = learners[learner] ?? Sums()
        let before = effect / (1 + effect * sums.weight)
        addProduct(sums.features, before, gain: sums.gain)
        sums.weight += weight
        sums.features += weight * x
        sums.gain += weight * gain
        sums.count += 1
        let after = effect / (1 + effect * sums.weight)
        addProduct(sums.features, -after, gain: sums.gain)
        addProduct(x, weight, gain: gain)
        learners[learner] = sums
    }

    private mutating func addProduct(_ x: SIMD8<Double>, _ factor: Double, gain: Double) {
        for row in 0..<8 { precision[row] += (factor * x[row]) * x }
        information += (factor * gain) * x
    }

    /// Works out the posterior from what was added.
    mutating func solve() {
        var total = precision
        for place in 0..<8 { total[place][place] += priorPrecision[place] }
        covariance = Self.inverse(total)
        means = priorMeans.map { Self.product(covariance, information + priorPrecision * $0) }
        // log p(data | hypothesis) up to what both have in common.
        let evidence = zip(means, priorMeans).map { mean, prior in
            ((information + priorPrecision * prior) * mean).sum() / 2 - (priorPrecision * prior * prior).sum() / 2
        }
        guard priorDoubt > 0, priorDoubt < 1 else { return }
        doubt = Logistic.probability(Logistic.logit(priorDoubt) + evidence[1] - evidence[0])
    }

    /// What is expected of `x` for a learner, without the noise.
    func predict(_ x: SIMD8<Double>, learner: Int?) -> Prediction {
        let sums = learner.flatMap { learners[$0] } ?? Sums()
        let shrink = effect / (1 + effect * sums.weight)
        let z = x - shrink * sums.features
        let own = shrink * sums.gain
        let apart = (x * (means[1] - means[0])).sum()
        return Prediction(
            studied: (z * means[0]).sum() + own, doubted: (z * means[1]).sum() + own, doubt: doubt,
            variance: max((z * Self.product(covariance, z)).sum(), 0) + shrink,
            shared: max((x * Self.product(covariance, x)).sum(), 0) + doubt * (1 - doubt) * apart * apart)
    }

    /// What uncertain features add to the variance: `sum v_j E[w_j^2]`.
    func spread(_ variances: SIMD8<Double>) -> Double {
        var sum = 0.0
        for place in 0..<8 where variances[place] > 0 {
            let square = (1 - doubt) * means[0][place] * means[0][place] + doubt * means[1][place] * means[1][place]
            sum += variances[place] * (square + covariance[place][place])
        }
        return sum
    }

    /// The same at the prior, which no observation moves: what is added to the noise.
    func priorSpread(_ variances: SIMD8<Double>) -> Double {
        let square =
            (1 - priorDoubt) * priorMeans[0] * priorMeans[0] + priorDoubt * priorMeans[1] * priorMeans[1]
        return (variances * (square + 1 / priorPrecision)).sum()
    }

    /// Weights drawn from the belief.
    func draw(using generator: inout SeededGenerator) -> SIMD8<Double> { drawn(using: &generator).weights }

    /// Weights drawn from the belief, and what they would be in the same world if it were as studies say.
    func drawn(using generator: inout SeededGenerator) -> (weights: SIMD8<Double>, studied: SIMD8<Double>) {
        let mean = generator.uniform() < doubt ? means[1] : means[0]
        let factor = Self.cholesky(covariance)
        var normal = SIMD8<Double>(repeating: 0)
        for place in 0..<8 { normal[place] = generator.normal() }
        var drawn = mean
        for row in 0..<8 { drawn[row] += (factor[row] * normal).sum() }
        return (drawn, drawn + (means[0] - mean))
    }

    /// What is believed of a learner's own effect once the weights are given.
    func own(_ learner: Int?) -> LearnerEffect {
        let sums = learner.flatMap { learners[$0] } ?? Sums()
        let shrink = effect / (1 + effect * sums.weight)
        return LearnerEffect(pull: shrink * sums.features, shift: shrink * sums.gain, deviation: shrink.squareRoot())
    }

    /// Observations of one learner.
    func observations(of learner: Int) -> Int { learners[learner]?.count ?? 0 }

    // MARK: Eight by eight

    private static func product(_ matrix: [SIMD8<Double>], _ x: SIMD8<Double>) -> SIMD8<Double> {
        var result = SIMD8<Double>(repeating: 0)
        for row in 0..<8 { result += x[row] * matrix[row] }  // symmetric
        return result
    }

    /// The lower factor of a positive definite matrix; a pivot that rounding has eaten counts as none.
    private static func cholesky(_ matrix: [SIMD8<Double>]) -> [SIMD8<Double>] {
        var factor = [SIMD8<Double>](repeating: SIMD8(repeating: 0), count: 8)
        for row in 0..<8 {
            for column in 0...row {
                let rest = matrix[row][column] - (factor[row] * factor[column]).sum()
                if row == column {
                    factor[row][row] = max(rest, 0).squareRoot()
                } else {
                    factor[row][column] = factor[column][column] > 0 ? rest / factor[column][column] : 0
                }
            }
        }
        return factor
    }

    /// Inverse of a positive definite matrix by its factor.
    private static func inverse(_ matrix: [SIMD8<Double>]) -> [SIMD8<Double>] {
        let factor = cholesky(matrix)
        // Columns of the factor's inverse, as rows here.
        var inverse = [SIMD8<Double>](repeating: SIMD8(repeating: 0), count: 8)
        for column in 0..<8 {
            for row in column..<8 {
                let known = (factor[row] * inverse[column]).sum()
                inverse[column][row] = ((row == column ? 1 : 0) - known) / factor[row][row]
            }
        }
        return (0..<8).map { row in
            var result = SIMD8<Double>(repeating: 0)
            for column in 0..<8 { result[column] = (inverse[row] * inverse[column]).sum() }
            return result
        }
    }
}
