import RealModule

/// A mode that a learner could work in, and on what terms.
public struct ModeOffer: Sendable, Hashable {
    /// One of ``ModePrior/modes``.
    public var mode: Mode
    /// Minutes of it.
    public var minutes: Double
    /// P(it takes place and the learner is there), 0...1.
    public var happens: Double
    /// Days until it.
    public var wait: Double
    /// What it costs, in logits of gain.
    public var cost: Double
    /// Whether it comes after the date that the topic is due: it is then worth nothing.
    public var isTooLate: Bool

    public init(
        _ mode: Mode, minutes: Double = 30, happens: Double = 1, wait: Double = 0, cost: Double = 0,
        isTooLate: Bool = false
    ) {
        self.mode = mode
        self.minutes = minutes
        self.happens = happens
        self.wait = wait
        self.cost = cost
        self.isTooLate = isTooLate
    }

    /// What a unit of relative gain is worth, logits: `alpha n P(happens) exp(-lambda wait)`.
    func factor(_ belief: ModeBelief, delay: Double) -> Double {
        guard !isTooLate else { return 0 }
        let factor =
            belief.scale(minutes: minutes) * min(max(happens, 0), 1) * Double.exp(-max(delay, 0) * max(wait, 0))
        return factor.isFinite ? max(factor, 0) : 0
    }
}
