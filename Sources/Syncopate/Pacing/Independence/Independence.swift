/// What is believed of how well one learner works alone, relative to the cohort.
///
/// The trait is N(0, 1) over the cohort. Every trace of it that the data have is one likelihood term; what the data do not
/// have adds no term and nothing is imputed, so that the deviation stays near 1. The deviation comes from how many traces
/// there were and how common each outcome is, never from what this learner did: leaving evidence out cannot make it smaller.
public struct Independence: Sendable, Hashable {
    /// Posterior mean, standard deviations of the cohort; above zero: more independent than most.
    public var mean: Double
    /// Posterior standard deviation; 1 where nothing is known.
    public var deviation: Double
    /// Past pieces of work handed in. Counted where a gradebook is read, else 0.
    public var handedIn: Int
    /// Past pieces of work asked of this learner. Counted where a gradebook is read, else 0.
    public var asked: Int
    /// How many traces of each kind spoke.
    public var counts: [TraceKind: Int]
    /// The sides of it that a trace spoke about, in the order of ``IndependenceFacet``; others are not known.
    public var facets: [Facet]
    /// What it was read from; `nil` where nothing spoke.
    public var source: Source?

    /// Where evidence of the trait can come from.
    public enum Source: Sendable, Hashable {
        /// What a gradebook tells of work handed in.
        case gradebook
        /// A log of traces.
        case traces
    }

    /// One side of the trait, on the cohort's scale N(0, 1).
    public struct Facet: Sendable, Hashable {
        /// Which side.
        public var facet: IndependenceFacet
        /// Posterior mean.
        public var mean: Double
        /// Posterior standard deviation.
        public var deviation: Double

        public init(facet: IndependenceFacet, mean: Double, deviation: Double) {
            self.facet = facet
            self.mean = mean
            self.deviation = deviation
        }
    }

    /// Above this deviation the trait is called unknown.
    public static let unknownAbove = 0.8

    /// The belief before any evidence.
    public static let prior = Independence(mean: 0, deviation: 1)

    /// Whether the evidence says something.
    public var isKnown: Bool { deviation <= Self.unknownAbove }

    /// Facts behind it; ``Reason/independenceUnknown(traces:)`` where nothing, or too little, is known.
    public var reasons: [Reason] { isKnown ? [] : [.independenceUnknown(traces: traces)] }

    /// Traces that spoke, of all kinds.
    public var traces: Int { counts.values.reduce(0, +) }

    public init(
        mean: Double, deviation: Double, handedIn: Int = 0, asked: Int = 0, counts: [TraceKind: Int] = [:],
        facets: [Facet] = [], source: Source? = nil
    ) {
        self.mean = mean
        self.deviation = deviation
        self.handedIn = handedIn
        self.asked = asked
        self.counts = counts
        self.facets = facets
        self.source = source
    }

    /// This, or what traces say of the same learner where they say something; what was counted of a gradebook stays.
    func replaced(by traced: Independence?) -> Independence {
        guard var traced, traced.source == .traces, traced.mean.isFinite, traced.deviation >= 0,
            traced.deviation.isFinite
        else { return self }
        (traced.handedIn, traced.asked) = (handedIn, asked)
        return traced
    }
}
