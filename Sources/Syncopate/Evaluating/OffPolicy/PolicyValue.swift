/// What one estimator says of the target policy.
public struct PolicyValue: Sendable, Hashable {
    /// How it was found.
    public let estimator: PolicyEstimator
    /// Mean reward per decision under the target policy.
    public let value: PolicyEstimate
    /// That less the mean reward of what was done. What both have in common with the learners cancels, so a gain can be
    /// clear where the intervals of the two overlap.
    public let gain: PolicyEstimate

    /// Whether the interval of ``gain`` leaves zero out.
    public var isClear: Bool { gain.interval.lowerBound > 0 || gain.interval.upperBound < 0 }
}
