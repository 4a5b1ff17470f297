/// What one score on a column tells of a learner of whom nothing is known yet, in bits (Lindley 1956).
///
/// With normal approximations: a score of `n` effective questions weighs on the log-odds as an observation of precision
/// `n p (1 - p)`, its Fisher information, `p` averaged over the class; what is known before is the class's own spread.
public struct ColumnInformation: Sendable, Hashable {
    /// Of what the column is about: `½ log2(1 + v n p (1 - p))` with `v` the variance of its log-odds in the class.
    public var own: Double
    /// Of the learner's standing in the course as a whole, which is the mean of all skills.
    public var course: Double
    /// Effective number of questions behind a score.
    public var questions: Double
}
