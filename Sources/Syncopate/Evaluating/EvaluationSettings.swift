/// How much chance goes into an evaluation. The same settings give the same figures.
public struct EvaluationSettings: Sendable, Hashable {
    /// Draws of learners behind the intervals; zero or less: no intervals.
    public var resamples: Int
    /// Draws of outcomes behind ``Metrics/expectedECE``; zero or less: none.
    public var draws: Int
    /// Where both begin.
    public var seed: UInt64

    /// The defaults: 200 draws of learners, 100 of outcomes.
    public init(resamples: Int = 200, draws: Int = 100, seed: UInt64 = 1) {
        self.resamples = resamples
        self.draws = draws
        self.seed = seed
    }
}
