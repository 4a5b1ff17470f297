/// The four probabilities of knowledge tracing for one skill (Corbett & Anderson 1995). What is known stays known.
public struct KnowledgeTracingParameters: Sendable, Hashable {
    /// Probability that the skill is known before the first try.
    public var prior: Double
    /// Probability that a try turns not knowing into knowing.
    public var learn: Double
    /// Probability of being right without knowing.
    public var guess: Double
    /// Probability of being wrong in spite of knowing.
    public var slip: Double

    public init(prior: Double, learn: Double, guess: Double, slip: Double) {
        self.prior = prior
        self.learn = learn
        self.guess = guess
        self.slip = slip
    }

    /// Where nothing is known of a skill: the middle of the values in use.
    public static let usual = KnowledgeTracingParameters(prior: 0.5, learn: 0.15, guess: 0.2, slip: 0.1)

    /// Probability of being right, given the probability that the skill is known.
    public func success(known: Double) -> Double { known * (1 - slip) + (1 - known) * guess }

    /// Probability that the skill is known once the outcome of a try is seen, before anything is learnt from it.
    ///
    /// An outcome that the parameters rule out says nothing.
    public func known(_ known: Double, afterRight right: Bool) -> Double {
        let knowing = known * (right ? 1 - slip : slip)
        let total = knowing + (1 - known) * (right ? guess : 1 - guess)
        return total > 0 ? knowing / total : known
    }

    /// Probability that the skill is known for the next try: the outcome seen, and the try learnt from.
    public func next(_ known: Double, afterRight right: Bool) -> Double {
        let seen = self.known(known, afterRight: right)
        return seen + (1 - seen) * learn
    }
}
