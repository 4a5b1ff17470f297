extension ModeEvidence {
    /// Modes in which a learner is with others.
    static let modesWithOthers: [Mode] = [.asyncSocial, .livePeer, .liveTeacher]

    /// What a learner's logged gains say of the side `gains`: one normal observation of `slope x gains`.
    ///
    /// The learner's own effects of the modes with others are put together by their precisions, and their effect of own
    /// time is taken off. An effect of a mode is `s (√q gains + √(1 - q) own)`, with `s` its prior deviation.
    ///
    /// - Parameter share: `q`, the share of an effect that is the trait's.
    /// - Returns: `nil` where nothing with others was logged of the learner.
    func gainsFromOthers(of learner: String, share: Double) -> (
        value: Double, slope: Double, noise: Double, count: Int
    )? {
        guard let number = number(of: learner) else { return nil }
        let spread = belief.prior.learnerDeviation * belief.prior.learnerDeviation
        guard spread > 0 else { return nil }
        var (weight, sum, count) = (0.0, 0.0, 0)
        for mode in Self.modesWithOthers {
            guard let regression = belief.regression(mode) else { continue }
            let (observed, effect) = (regression.observations(of: number), regression.effect(of: number))
            // What the data say, the prior taken out again.
            let precision = 1 / effect.variance - 1 / spread
            guard observed > 0, precision > 1e-9 else { continue }
            let told = (mean: effect.mean / effect.variance / precision, variance: 1 / precision)
            let noise = told.variance + (1 - share) * spread
            weight += 1 / noise
            sum += told.mean / noise
            count += observed
        }
        guard weight > 0, let alone = belief.regression(.asyncSolo)?.effect(of: number) else { return nil }
        return (sum / weight - alone.mean, (share * spread).squareRoot(), 1 / weight + alone.variance, count)
    }
}

extension ModeRegression {
    /// A learner's own effect once the weights are integrated out: mean and variance.
    func effect(of learner: Int) -> (mean: Double, variance: Double) {
        let own = own(learner)
        let mean = own.shift - (own.pull * (means[0] + doubt * (means[1] - means[0]))).sum()
        var variance = own.deviation * own.deviation
        for row in 0..<8 { variance += own.pull[row] * (covariance[row] * own.pull).sum() }
        let apart = (own.pull * (means[1] - means[0])).sum()
        return (mean, variance + doubt * (1 - doubt) * apart * apart)
    }
}
