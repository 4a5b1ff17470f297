/// What is believed of one latent direction.
struct TraitBelief: Sendable, Hashable {
    /// Posterior mean.
    var mean = 0.0
    /// Variance that updates weigh evidence with; it depends on what the learner did.
    var variance = 1.0
    /// Variance that is reported; it depends only on which traces there were and how common their outcomes are.
    ///
    /// A Bernoulli term tells more where outcomes are uncertain, so `variance` can fall when evidence is left out: what is
    /// left may move the mean to where the rest tells more. Here each term takes off what it does on average over the
    /// cohort, and an event never adds: every step is a map that grows with its argument and never leads above it.
    var reported = 1.0

    /// Furthest a mean goes.
    static let limit = 8.0

    /// The belief at the start of another course.
    func carried(_ model: IndependenceModel) -> TraitBelief {
        TraitBelief(
            mean: model.carryOver * mean, variance: model.carried(variance: variance),
            reported: model.carried(variance: reported))
    }

    /// Lets the trait move.
    mutating func drift(_ variance: Double) {
        self.variance += variance
        reported += variance
    }
}

extension TraitBelief {
    /// The log-odds' stretch, `sqrt(1 + pi v / 8)` (MacKay 1992).
    static func stretch(_ variance: Double) -> Double { (1 + Double.pi * variance / 8).squareRoot() }

    /// P(an outcome) where its log-odds are normal, by the same quadrature as ``ScalarPosterior``.
    static func probability(mean: Double, variance: Double) -> Double {
        let quadrature = ScalarPosterior.quadrature
        let deviation = max(variance, 0).squareRoot()
        return zip(quadrature.nodes, quadrature.weights).reduce(0) {
            $0 + $1.1 * Logistic.probability(mean + deviation * $1.0)
        }
    }

    /// Takes an outcome: the log-odds' step of ``ScalarPosterior``, as a score takes it, shared out over both directions by
    /// their part in the log-odds.
    ///
    /// - Parameters:
    ///   - own: the direction of the facet, moved too; weighed with `slopes.own`.
    ///   - outcome: in 0...1.
    ///   - intercept: log-odds in the middle of both directions.
    static func observe(
        _ general: inout TraitBelief, _ own: inout TraitBelief, slopes: (general: Double, own: Double),
        outcome: Double, intercept: Double
    ) {
        let (a, b) = slopes
        let before = intercept + a * general.mean + b * own.mean
        let variance = a * a * general.variance + b * b * own.variance
        guard variance > 0 else { return }
        let after = ScalarPosterior(
            mean: before, variance: variance, evidence: ScoreEvidence(score: outcome, trials: 1))
        let gradient = (after.mean - before) / variance
        let information = (1 - after.variance / variance) / variance
        general.step(slope: a, by: gradient, information: information)
        own.step(slope: b, by: gradient, information: information)
    }

    /// What an outcome with this share of ones takes off the reported variances: the mean over the cohort of what it does,
    /// `v^2 a^2 r (1 - r) / (s K)` with `s` the stretch by what is unknown and `K` that by all there is.
    static func expect(
        _ general: inout TraitBelief, _ own: inout TraitBelief, slopes: (general: Double, own: Double), rate: Double,
        spread: Double = IndependenceModel.spread
    ) {
        let (a, b) = slopes
        let unknown = a * a * general.reported + b * b * own.reported
        let all = max(unknown, (a * a + b * b) * spread)
        let information = rate * (1 - rate) / (stretch(unknown) * stretch(all))
        general.reported -= general.reported * general.reported * a * a * information
        own.reported -= own.reported * own.reported * b * b * information
    }

    /// Takes a place among the cohort, whose information depends on nothing but the variances.
    static func observe(
        _ general: inout TraitBelief, _ own: inout TraitBelief, slopes: (general: Double, own: Double),
        place: Double, noise: Double
    ) {
        let (a, b) = slopes
        let total = a * a * general.variance + b * b * own.variance + noise
        let surprise = (place - a * general.mean - b * own.mean) / total
        general.step(slope: a, by: surprise, information: 1 / total)
        own.step(slope: b, by: surprise, information: 1 / total)
        let expected = a * a * general.reported + b * b * own.reported + noise
        general.reported -= general.reported * general.reported * a * a / expected
        own.reported -= own.reported * own.reported * b * b / expected
    }

    private mutating func step(slope: Double, by gradient: Double, information: Double) {
        guard slope != 0 else { return }
        mean = min(max(mean + variance * slope * gradient, -Self.limit), Self.limit)
        variance = max(variance - variance * variance * slope * slope * information, 1e-6)
    }
}
