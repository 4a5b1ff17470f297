/// What came of one learner's work in one mode.
public struct ModeObservation: Sendable, Hashable {
    /// One of ``ModePrior/modes``; of another nothing can be learnt.
    public var mode: Mode
    /// What was known of the learner and the topic before.
    public var situation: ModeSituation
    /// A number of the caller's for the learner, the same wherever the learner is meant; `nil`: somebody never met again.
    public var learner: Int?
    /// Gain in log-odds of success on the topic.
    public var gain: Double
    /// Minutes it took.
    public var minutes: Double
    /// Variance with which the gain was measured, logits squared, beside how much gains vary about what is expected.
    public var variance: Double

    public init(
        mode: Mode, situation: ModeSituation, learner: Int?, gain: Double, minutes: Double = 30, variance: Double = 0
    ) {
        self.mode = mode
        self.situation = situation
        self.learner = learner
        self.gain = gain
        self.minutes = minutes
        self.variance = variance
    }
}
