/// A predicted score: a distribution over shares of the maximum, by its mean and standard deviation.
public struct ScorePrediction: Sendable, Hashable {
    /// Expected score, 0...1.
    public var success: Double
    /// Standard deviation of the middle of the distribution, so that normal intervals cover what they say: what is not
    /// known of the learner, and the marking's own scatter. Far misses are commoner than a normal variable's.
    public var deviation: Double

    public init(success: Double, deviation: Double) {
        self.success = success
        self.deviation = deviation
    }

    /// Standard deviations to either side that hold 80 % of a normal variable.
    static let reach = 1.2815515655446004

    /// Ends of the 80 % interval, held to 0...1.
    public var interval: ClosedRange<Double> {
        let reach = Self.reach * deviation
        return max(0, success - reach)...min(1, max(success + reach, 0))
    }
}
