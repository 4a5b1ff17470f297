/// One of the modes on offer, as it looks for one learner on one topic now.
public struct ModeOption: Sendable, Hashable {
    public var mode: Mode
    /// Expected gain in the chance of success on the topic, from as many minutes of it as a live session has.
    public var gain: Double
    /// Standard deviation of that gain.
    public var gainDeviation: Double
    /// P(gains most of all modes on offer).
    public var best: Double
    /// What speaks for it for this learner now.
    public var strengths: [ModeFact]
    /// What speaks against it.
    public var risks: [ModeFact]

    public init(
        mode: Mode, gain: Double, gainDeviation: Double, best: Double, strengths: [ModeFact] = [],
        risks: [ModeFact] = []
    ) {
        self.mode = mode
        self.gain = gain
        self.gainDeviation = gainDeviation
        self.best = best
        self.strengths = strengths
        self.risks = risks
    }
}
