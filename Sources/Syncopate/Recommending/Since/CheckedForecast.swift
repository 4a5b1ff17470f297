/// A forecast whose score came in.
public struct CheckedForecast: Sendable, Hashable {
    /// Position of the learner in the new gradebook.
    public var learner: Int
    /// Position of the item there.
    public var item: Int
    public var predicted: Double
    /// Standard deviation of the predicted score.
    public var deviation: Double
    /// The score that came, a share 0...1.
    public var came: Double
    /// What the mean of the column said when it was forecast; `nil`: unknown.
    public var columnMean: Double?
    /// Whether an interval says anything of it: nothing of an item that is right or wrong.
    public var isGraded: Bool

    public init(
        learner: Int, item: Int, predicted: Double, deviation: Double, came: Double, columnMean: Double?,
        isGraded: Bool = true
    ) {
        self.learner = learner
        self.item = item
        self.predicted = predicted
        self.deviation = deviation
        self.came = came
        self.columnMean = columnMean
        self.isGraded = isGraded
    }

    /// Whether it fell inside the 80 % interval. Scores are marked in whole points: an end inside the same point is no miss.
    public var isInside: Bool {
        let interval = ScorePrediction(success: predicted, deviation: deviation).interval
        return came >= interval.lowerBound - 0.005 && came <= interval.upperBound + 0.005
    }
}
