/// What is believed of how much one learner gains from others, and gives to them.
///
/// Each side is N(0, 1) over learners, above zero: more than most. What was not seen adds no term and nothing is imputed,
/// so that the deviation stays near 1. The deviation comes from how many things were seen and how common each is, never
/// from what this learner did. Attendance at live sessions is no evidence.
public struct Interdependence: Sendable, Hashable {
    /// One side, on the scale N(0, 1).
    public struct Side: Sendable, Hashable {
        /// Posterior mean.
        public var mean: Double
        /// Posterior standard deviation; 1 where nothing is known.
        public var deviation: Double

        public init(mean: Double = 0, deviation: Double = 1) {
            self.mean = mean
            self.deviation = deviation
        }

        /// Whether the evidence says something.
        public var isKnown: Bool { deviation <= Interdependence.unknownAbove }
        /// Whether it is more than most have, by more than its deviation.
        public var isHigh: Bool { isKnown && mean >= deviation }
        /// Whether it is less than most have, by more than its deviation.
        public var isLow: Bool { isKnown && mean <= -deviation }
    }

    /// What this learner gains from others.
    public var gains: Side
    /// What others gain from this learner.
    public var gives: Side
    /// How many things of each kind were seen.
    public var counts: [ExchangeKind: Int]
    /// Logged gains of work with others that spoke.
    public var logged: Int

    public init(
        gains: Side = Side(), gives: Side = Side(), counts: [ExchangeKind: Int] = [:], logged: Int = 0
    ) {
        self.gains = gains
        self.gives = gives
        self.counts = counts
        self.logged = logged
    }

    /// Above this deviation a side is called unknown, as with ``Independence``.
    public static let unknownAbove = Independence.unknownAbove

    /// The belief before any evidence.
    public static let prior = Interdependence()

    public subscript(facet: InterdependenceFacet) -> Side { facet == .gains ? gains : gives }

    /// Whether the evidence says something of either side.
    public var isKnown: Bool { gains.isKnown || gives.isKnown }

    /// Things that were seen, logged gains included.
    public var evidence: Int { counts.values.reduce(0, +) + logged }

    /// Facts behind it: what is known, and which sides are not.
    public var reasons: [Reason] {
        let known = InterdependenceFacet.allCases.filter { self[$0].isKnown }
        let unknown = InterdependenceFacet.allCases.filter { !self[$0].isKnown }
        var reasons: [Reason] = []
        if !known.isEmpty {
            let sides = known.map { "\($0.words) at \(Self.figure(self[$0]))" }.joined(separator: ", ")
            let seen = evidence == 1 ? "1 thing seen" : "\(evidence) things seen"
            reasons.append(
                .fact(
                    code: "interdependence",
                    sentence: "\(sides) where most are within 1 of 0, from \(seen) of this learner among others"))
        }
        if !unknown.isEmpty {
            let sides = unknown.count == 2 ? "gains from others or gives to them" : unknown[0].words
            reasons.append(
                .fact(
                    code: "interdependence_unknown",
                    sentence: "\(evidence > 0 ? "too little" : "nothing") tells what this learner \(sides)"))
        }
        return reasons
    }

    private static func figure(_ side: Side) -> String {
        let mean = Rounding.decimals(side.mean, 1)
        return "\(mean > 0 ? "+" : "")\(mean) (sd \(Rounding.decimals(side.deviation, 1)))"
    }
}
