/// The few numbers of the mastery model that are not coefficients, chosen on learners left out of the fit.
public struct TracingSettings: Sendable, Hashable {
    /// Share of form that is left after a response, 0..<1.
    public var persistence = 0.85
    /// Stationary variance of form, in squared logits; 0: none.
    public var formVariance = 0.3
    /// Variance that mastery gains per response to the skill, in squared logits: how fast old evidence fades.
    public var drift = 0.0
    /// Variance that mastery gains per factor of e in days away (log(1 + days)), in squared logits.
    public var forgetting = 0.0
    /// How many right-or-wrong questions one score is worth. One for right and wrong.
    public var trials = 1.0
    /// Number of shared factors of mastery.
    public var factors = 1
    /// Parts that are left out.
    public var without: Set<TermGroup> = []

    public init() {}

    /// Whether a part of the model is used.
    public func uses(_ group: TermGroup) -> Bool { !without.contains(group) }
}
