/// What is expected of a response before it is given, on the log-odds scale.
package struct Forecast: Sendable, Equatable {
    /// Mean of the log-odds: mastery, form and everything the terms add.
    package var mean: Double
    /// Variance of the mastery of the skills asked for.
    package var masteryVariance: Double
    /// Variance of the log-odds altogether: mastery, form, and an item nobody knows yet.
    package var variance: Double

    /// Probability of success, the mean of the logistic function over the belief (MacKay 1992).
    package var probability: Double { Logistic.expectation(mean: mean, variance: variance) }
}
