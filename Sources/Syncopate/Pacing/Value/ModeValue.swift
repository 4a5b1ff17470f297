/// What one mode is worth to one learner.
public struct ModeValue: Sendable, Hashable {
    public let mode: Mode
    /// Expected gain less cost, logits.
    public let mean: Double
    /// Standard deviation of that expectation.
    public let deviation: Double
    /// P(no mode on offer is worth more); sums to 1 over the modes on offer.
    public let pBest: Double
}
