/// A mean reward per decision, and how much it depends on who happened to be there.
public struct PolicyEstimate: Sendable, Hashable {
    /// In the unit of the reward.
    public let value: Double
    /// Clustered by learner; see ``OffPolicyReport``.
    public let standardError: Double
    /// The 95 % interval.
    public let interval: ClosedRange<Double>
}
