/// What is advised to one learner, how sure that is, and what was drawn.
public struct ModeChoice: Sendable, Hashable {
    /// The mode that is worth most, or ``Mode/either`` where the evidence does not tell it from the next.
    public let mode: Mode
    /// What the learner does: the mode worth most where there is a seat in it, else what the lottery gave. Never `either`.
    public let assigned: Mode
    /// P(no other mode is worth more) of the mode that is worth most.
    public let pBest: Double
    /// Expected value of the best live mode less that of the best asynchronous one, logits; 0 where one kind is not on offer.
    public let uplift: Double
    /// Standard deviation of that difference.
    public let deviation: Double
    /// Probability with which ``assigned`` was chosen; 1 without a lottery.
    public let propensity: Double
    /// Every mode on offer, the one worth most first.
    public let alternatives: [ModeValue]
    /// Probability with which each of ``alternatives`` was to be chosen; sums to 1.
    public let propensities: [Double]
}
