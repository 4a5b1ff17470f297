/// What another policy would have earned on logged decisions, three ways, and how far to trust it.
///
/// With weights `w = target / propensity`, rewards `r` and a model's expectation `q` of what was chosen and `v` under the
/// target: IPS is the mean of `w r`, SNIPS the sum of `w r` over the sum of `w`, DR the mean of `v + w (r - q)`. Standard
/// errors are sandwiches clustered by learner (Liang & Zeger 1986), for SNIPS of its linear part `w (r - SNIPS) / mean w`;
/// intervals take Student's distribution with one degree of freedom less than learners.
public struct OffPolicyReport: Sendable, Hashable {
    /// Logged decisions.
    public let decisions: Int
    /// Learners with at least one.
    public let learners: Int
    /// Mean reward of what was done.
    public let logged: PolicyEstimate
    /// For each ``PolicyEstimator`` in the order of its cases.
    public let values: [PolicyValue]
    /// How many decisions logged by the target itself would say as much (Kish 1965).
    public let effectiveSize: Double
    /// The largest weight of a decision.
    public let largestWeight: Double
    /// Mean of the weights. An interval without 1 in it means that propensities are wrong, or that the target chooses what
    /// was never tried.
    public let meanWeight: PolicyEstimate
    /// Decisions in which the target may choose what the logging policy never did: their rewards are not in any estimate.
    public let withoutSupport: Int
    /// Decisions of which the log does not say whether that is so.
    public let unknownSupport: Int
    /// Where the model of DR comes from.
    public let model: ModelSources

    /// Decisions by where their prediction comes from.
    public struct ModelSources: Sendable, Hashable {
        /// Predicted in the log.
        public internal(set) var given = 0
        /// From mean rewards of actions among the other learners.
        public internal(set) var actionMeans = 0
        /// From the mean reward of the other learners: there are no candidates to tell actions apart by.
        public internal(set) var overallMean = 0
    }

    /// Share of decisions known to be without support, 0...1.
    public var shareWithoutSupport: Double { Double(withoutSupport) / Double(decisions) }

    /// Whether the mean weight is where chance alone would leave it.
    public var hasPlausibleWeights: Bool {
        // Equal weights have no spread, and what rounding leaves of it is no evidence.
        abs(meanWeight.value - 1) < 1e-6 || meanWeight.interval.contains(1)
    }

    /// Judges the target policy.
    ///
    /// - Throws: ``OffPolicyRefusal`` where the log says too little about it.
    public init(_ log: DecisionLog, settings: OffPolicySettings = OffPolicySettings()) throws(OffPolicyRefusal) {
        guard log.count > 0 else { throw .noDecisions }
        let clusters = LearnerClusters(log.learner)
        guard clusters.count > 1 else { throw .oneLearner }
        let weights = ImportanceWeights(log)
        // A mean too small to divide by is as good as none.
        guard weights.mean > 1 / DecisionLog.largest else { throw .nothingInCommon(decisions: log.count) }
        // Settings that are no number are a refusal too.
        guard weights.effectiveSize >= settings.minimumEffectiveSize else {
            throw .effectiveSizeTooSmall(
                found: weights.effectiveSize, needed: settings.minimumEffectiveSize, decisions: log.count)
        }
        let count = Double(log.count)
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / count }

        let done = mean(log.reward)
        let residual = log.reward.map { $0 - done }
        logged = clusters.estimate(done, influence: residual)
        meanWeight = clusters.estimate(weights.mean, influence: weights.values.map { $0 - weights.mean })
        let model = DirectModel(log)
        values = PolicyEstimator.allCases.map { estimator in
            let value: Double
            let influence: [Double]
            switch estimator {
            case .ips:
                let terms = zip(weights.values, log.reward).map { $0 * $1 }
                value = mean(terms)
                influence = terms.map { $0 - value }
            case .snips:
                let ratio = mean(zip(weights.values, log.reward).map { $0 * $1 }) / weights.mean
                value = ratio
                influence = zip(weights.values, log.reward).map { $0 * ($1 - ratio) / weights.mean }
            case .dr:
                let terms = log.reward.indices.map {
                    model.predictedTarget[$0] + weights.values[$0] * (log.reward[$0] - model.predicted[$0])
                }
                value = mean(terms)
                influence = terms.map { $0 - value }
            }
            return PolicyValue(
                estimator: estimator, value: clusters.estimate(value, influence: influence),
                gain: clusters.estimate(value - done, influence: zip(influence, residual).map { $0 - $1 }))
        }
        decisions = log.count
        learners = clusters.count
        effectiveSize = weights.effectiveSize
        largestWeight = weights.largest
        withoutSupport = log.withoutSupport
        unknownSupport = log.unknownSupport
        self.model = model.sources
    }
}
