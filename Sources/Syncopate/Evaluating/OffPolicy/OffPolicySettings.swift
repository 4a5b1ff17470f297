/// What an off-policy evaluation must have to be made.
public struct OffPolicySettings: Sendable, Hashable {
    /// Least effective sample size (Kish 1965), in decisions.
    public var minimumEffectiveSize: Double

    /// The defaults: 100 decisions. With fewer the intervals themselves are not to be trusted.
    public init(minimumEffectiveSize: Double = 100) {
        self.minimumEffectiveSize = minimumEffectiveSize
    }
}
