/// A way to say from logged decisions what another policy would have earned.
public enum PolicyEstimator: String, Sendable, Hashable, CaseIterable {
    /// Inverse propensity scoring: the mean of reward times weight (Horvitz & Thompson 1952). Unbiased where propensities
    /// are right, and the widest.
    case ips
    /// The same, divided by the mean weight (Swaminathan & Joachims 2015): a little biased in short logs, never outside the
    /// rewards seen, and mostly narrower.
    case snips
    /// Doubly robust (Dudik, Langford & Li 2011): what a model expects under the target policy, corrected by the weighted
    /// error of the model on what was chosen. Unbiased where propensities are right; narrow where the model is good.
    case dr

    /// What people call it.
    public var name: String {
        switch self {
        case .ips: "IPS"
        case .snips: "SNIPS"
        case .dr: "DR"
        }
    }
}
