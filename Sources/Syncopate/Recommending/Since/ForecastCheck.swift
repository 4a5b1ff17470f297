/// How forecasts did, all in all.
public struct ForecastCheck: Sendable, Hashable {
    /// Forecasts whose score came in.
    public var count: Int
    /// Columns and learners they are about: forecasts of one column err together.
    public var columns: Int
    public var learners: Int
    /// Forecasts with an interval that says something, and how many of their scores fell inside the 80 % interval.
    public var graded: Int
    public var inside: Int
    /// Mean of score less forecast, a share: above zero where scores came in higher. `nil` without forecasts.
    public var meanError: Double?
    /// Root mean square of score less forecast, and of score less what the mean of the column said, over the same forecasts:
    /// those that have both. `nil` without any.
    public var error: Double?
    public var columnMeanError: Double?

    /// Fewest forecasts from which anything is said about how good they are.
    public static let least = 10

    /// Whether there are too few to tell.
    public var isTooFew: Bool { count < Self.least }

    /// Share inside the 80 % interval; `nil` without any that has one.
    public var coverage: Double? { graded > 0 ? Double(inside) / Double(graded) : nil }

    public init(_ checks: some Sequence<CheckedForecast>) {
        var (columns, learners): (Set<Int>, Set<Int>) = ([], [])
        (count, graded, inside) = (0, 0, 0)
        var (sum, squares, rivals, compared) = (0.0, 0.0, 0.0, 0)
        for check in checks {
            count += 1
            columns.insert(check.item)
            learners.insert(check.learner)
            if check.isGraded {
                graded += 1
                if check.isInside { inside += 1 }
            }
            let error = check.came - check.predicted
            sum += error
            guard let mean = check.columnMean else { continue }
            compared += 1
            squares += error * error
            rivals += (check.came - mean) * (check.came - mean)
        }
        (self.columns, self.learners) = (columns.count, learners.count)
        meanError = count > 0 ? sum / Double(count) : nil
        error = compared > 0 ? (squares / Double(compared)).squareRoot() : nil
        columnMeanError = compared > 0 ? (rivals / Double(compared)).squareRoot() : nil
    }
}
