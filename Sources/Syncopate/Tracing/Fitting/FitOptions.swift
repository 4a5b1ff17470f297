/// How a model is fitted.
public struct FitOptions: Sendable, Hashable {
    /// Numbers to start from; persistence, form variance, drift and forgetting are then chosen on held-out learners.
    public var settings = TracingSettings()
    /// Share of the learners that is left out to choose settings.
    public var heldOutShare = 0.2
    /// Decides who is left out.
    public var seed: UInt64 = 0
    /// Rounds of beliefs and coefficients, before and after the settings are chosen.
    public var firstRounds = 5
    public var lastRounds = 4

    public init() {}
}
