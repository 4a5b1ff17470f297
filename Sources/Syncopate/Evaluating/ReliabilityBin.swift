/// A point of the reliability diagram: what was expected of some responses, and what came.
public struct ReliabilityBin: Sendable, Hashable {
    /// Responses in the bin, at least one.
    public let count: Int
    /// Mean of the probabilities.
    public let meanProbability: Double
    /// Mean of the scores.
    public let meanScore: Double
    /// The 95 % interval of the mean score (Wilson 1927), inside 0...1.
    ///
    /// It takes each response for an independent success or failure: wider than needed for fractions, and too narrow
    /// where the bin has many responses of few learners.
    public let interval: ClosedRange<Double>

    init(count: Int, meanProbability: Double, meanScore: Double) {
        self.count = count
        self.meanProbability = meanProbability
        self.meanScore = meanScore
        interval = Self.wilson(mean: meanScore, count: count)
    }

    /// Standard deviations to either side that hold 95 % of a normal variable.
    static let reach = 1.959963984540054

    /// The score interval of a share (Wilson 1927). No trials: 0...1.
    static func wilson(mean: Double, count: Int) -> ClosedRange<Double> {
        guard count > 0 else { return 0...1 }
        let trials = Double(count)
        let square = reach * reach / trials
        let middle = (mean + square / 2) / (1 + square)
        let half = reach / (1 + square) * (mean * (1 - mean) / trials + square / (4 * trials)).squareRoot()
        // At 0 and 1 rounding could leave an end a hair inside the mean.
        return max(0, min(middle - half, mean))...min(1, max(middle + half, mean))
    }
}
