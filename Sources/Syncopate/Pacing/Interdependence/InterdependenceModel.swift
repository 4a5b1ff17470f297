/// How what is seen of learners among others speaks of interdependence.
///
/// Both sides are N(0, 1) over learners, with a correlation. An outcome has the log-odds `c + loading x side`, with `c`
/// from how common it is in the class. A place among classmates has the mean `loading (gains + gives) / sqrt(2 + 2 r)`.
/// The part of a learner's own effect of a mode with others that is due to `gains` has ``modeShare`` of its variance.
public struct InterdependenceModel: Sendable, Hashable {
    /// How one kind speaks.
    public struct Term: Sendable, Hashable {
        /// Log-odds, or deviations of the place, per deviation of the side.
        public var loading: Double
        /// Variance of a place beside the trait; not used for outcomes.
        public var noise: Double

        /// Figures out of range are held to it; what is no number says nothing.
        public init(loading: Double, noise: Double = 0.91) {
            self.loading = loading.isNaN ? 0 : min(max(loading, -20), 20)
            self.noise = noise.isNaN ? 1 : min(max(noise, 1e-3), 1e3)
        }
    }

    /// One term a kind. A kind without one says nothing.
    public var terms: [ExchangeKind: Term]
    /// Correlation of the two sides over learners, held to -.95....95.
    public var correlation: Double
    /// Share of a learner's own effect of a mode with others that is the side `gains`, held to .01...1.
    public var modeShare: Double

    public init(terms: [ExchangeKind: Term], correlation: Double = 0.5, modeShare: Double = 0.5) {
        self.terms = terms
        self.correlation = correlation.isNaN ? 0 : min(max(correlation, -0.95), 0.95)
        self.modeShare = modeShare.isNaN ? 0.5 : min(max(modeShare, 0.01), 1)
    }
}
