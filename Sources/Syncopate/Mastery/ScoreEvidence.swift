/// What one score says about the log-odds of success behind it.
///
/// The log-likelihood of a score `y` in 0...1 at log-odds `eta` is
/// `trials * (y log p + (1 - y) log(1 - p))` with `p = 1 / (1 + e^-eta)`: right or wrong is one trial, a graded
/// score counts as its effective number of questions.
public struct ScoreEvidence: Sendable, Hashable {
    /// The score as a share of the maximum, held to 0...1: extra credit says no more than full marks do.
    public let score: Double
    /// Effective number of right-or-wrong questions behind the score; zero says nothing, never negative.
    public let trials: Double

    /// Holds both numbers to their ranges; a NaN score or trial count becomes evidence of nothing (`trials` zero).
    public init(score: Double, trials: Double) {
        let usable = score.isFinite && trials.isFinite && trials > 0
        self.score = usable ? min(max(score, 0), 1) : 0.5
        self.trials = usable ? trials : 0
    }

    /// Log-likelihood at `eta`, up to a constant.
    @inlinable
    func logLikelihood(_ eta: Double) -> Double {
        // softplus(eta) = softplus(-eta) + eta: one exponential and one logarithm instead of two.
        -trials * (Logistic.softplus(-eta) + (1 - score) * eta)
    }
}
