/// How traces speak of independence, and how it moves.
///
/// The trait of a learner is N(0, 1) at first, is carried into a new course as `m0 = .5 m`, and takes a step of variance
/// ``drift`` from one event to the next. Each facet has a direction of its own beside it. An outcome has the log-odds
/// `intercept + loading (wg trait + wf own)`, a place among the cohort has the mean `loading (wg trait + wf own)`; `wg` and
/// `wf` are 1 and 0 for a kind without a facet, else the roots of ``facetShare`` and its complement.
public struct IndependenceModel: Sendable, Hashable {
    /// How one kind of trace speaks.
    public struct Term: Sendable, Hashable {
        /// Log-odds, or deviations of the place, per deviation of the trait, within 20 of 0.
        public var loading: Double
        /// Variance of a place among the cohort beside the trait; not used for outcomes.
        public var noise: Double
        /// Log-odds of the outcome in the middle of the trait before anything was seen.
        public var intercept: Double
        /// Share of the outcome before anything was seen.
        public var rate: Double

        public init(loading: Double, noise: Double = 0.91, intercept: Double = 0, rate: Double = 0.5) {
            self.loading = loading.held(to: -20...20, else: 0)
            self.noise = noise.held(to: 1e-3...1e3, else: 1)
            self.intercept = intercept.held(to: -9...9, else: 0)
            self.rate = rate.held(to: 0...1, else: 0.5)
        }
    }

    /// One term a kind. A kind without one says nothing.
    public var terms: [TraceKind: Term]
    /// Variance of the trait's step from one event of a course to the next.
    public var drift: Double
    /// Share of the mean that is carried into a new course.
    public var carryOver: Double
    /// Variance of an intercept's step between two moments of a course, log-odds.
    public var interceptDrift: Double
    /// Variance of an intercept at the start of a course beyond that of the course before.
    public var openingDrift: Double
    /// Variance of an intercept that nothing is known of.
    public var openingVariance: Double
    /// Share of a facet's variance that is the trait's.
    public var facetShare: Double

    /// Variance of the trait over learners for which expected information is worked out: that of ten events' drift, so
    /// that deviations are a little wide before and a little narrow after.
    public static let spread = 2.0
    /// How many outcomes the stated rate of a kind counts as.
    public static let rateWeight = 10.0
    /// How many moments without change an intercept's trend starts from, and what each later moment leaves of the earlier.
    static let trendWeight = 3.0
    static let trendMemory = 0.9

    public init(
        terms: [TraceKind: Term], drift: Double = 0.1, carryOver: Double = 0.5, interceptDrift: Double = 0.03,
        openingDrift: Double = 0.3, openingVariance: Double = 4, facetShare: Double = 0.5
    ) {
        self.terms = terms
        self.drift = drift.held(to: 0...1, else: 0)
        self.carryOver = carryOver.held(to: 0...1, else: 0)
        self.interceptDrift = interceptDrift.held(to: 0...100, else: 0)
        self.openingDrift = openingDrift.held(to: 0...100, else: 0)
        self.openingVariance = openingVariance.held(to: 1e-3...100, else: 4)
        self.facetShare = facetShare.held(to: 0...1, else: 0.5)
    }

    /// Slopes of a kind on the trait and on its facet's own direction.
    func slopes(_ kind: TraceKind, _ term: Term) -> (general: Double, own: Double) {
        guard kind.facet != nil else { return (term.loading, 0) }
        return (term.loading * facetShare.squareRoot(), term.loading * (1 - facetShare).squareRoot())
    }

    /// A variance at the start of a new course: what is carried along and what is new add up to 1 again.
    func carried(variance: Double) -> Double {
        carryOver * carryOver * variance + 1 - carryOver * carryOver
    }
}

extension Double {
    /// Itself within a range; no number becomes something else.
    fileprivate func held(to range: ClosedRange<Double>, else other: Double) -> Double {
        isNaN ? other : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
