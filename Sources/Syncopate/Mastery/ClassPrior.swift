/// What is assumed of a class before its scores are seen, and how firmly.
///
/// A class of 30 is no training set: every quantity is estimated from it and shrunk towards these values in proportion
/// to how little it says. The shipped values and where each comes from are in `Models/`.
public struct ClassPrior: Sendable, Hashable {
    /// Standard deviation of a learner's mastery of one skill, logits.
    public var masteryDeviation: Double
    /// Learners' worth of weight behind `masteryDeviation` against the class's own mean.
    public var masteryDeviationWeight: Double
    /// Learners' worth of weight behind the class's mean variance for one skill's variance.
    public var skillVarianceWeight: Double
    /// Correlation of neighbouring skills of one family.
    public var correlation: Double
    /// Factor on that for skills of different families.
    public var acrossFamilies: Double
    /// Learners' worth of weight behind the two correlations.
    public var correlationWeight: Double
    /// What is left of a correlation at a great distance in the course, as a factor.
    public var distantCorrelation: Double
    /// Learners' worth of weight behind `distantCorrelation`.
    public var distantCorrelationWeight: Double
    /// Decay of the rest per step of distance.
    public var neighbourDecay: Double
    /// Learners' worth of weight behind the structured covariance against the class's own.
    public var covarianceWeight: Double
    /// Standard deviation of easiness around its family's mean, logits.
    public var easinessDeviation: Double
    /// Columns' worth of weight behind `easinessDeviation`.
    public var easinessDeviationWeight: Double
    /// Effective number of questions behind a score.
    public var trials: Double
    /// Scores' worth of weight behind `trials` against the class's own mean.
    public var trialsWeight: Double
    /// Scores' worth of weight behind the class's mean for one column.
    public var columnTrialsWeight: Double
    /// Largest effective number of questions.
    public var trialsLimit: Double
    /// Standard deviations of a score beyond which it counts for less (Huber 1964).
    public var surpriseLimit: Double
    /// Factor on the standard deviation of a graded score, so that normal intervals cover what they say: scores have
    /// a narrow middle and a few far misses.
    public var scoreDeviationScale: Double
    /// Passes of the EM.
    public var passes: Int

    public init(
        masteryDeviation: Double, masteryDeviationWeight: Double, skillVarianceWeight: Double, correlation: Double,
        acrossFamilies: Double, correlationWeight: Double, distantCorrelation: Double,
        distantCorrelationWeight: Double, neighbourDecay: Double, covarianceWeight: Double,
        easinessDeviation: Double, easinessDeviationWeight: Double, trials: Double, trialsWeight: Double,
        columnTrialsWeight: Double, trialsLimit: Double, surpriseLimit: Double, scoreDeviationScale: Double, passes: Int
    ) {
        self.masteryDeviation = masteryDeviation
        self.masteryDeviationWeight = masteryDeviationWeight
        self.skillVarianceWeight = skillVarianceWeight
        self.correlation = correlation
        self.acrossFamilies = acrossFamilies
        self.correlationWeight = correlationWeight
        self.distantCorrelation = distantCorrelation
        self.distantCorrelationWeight = distantCorrelationWeight
        self.neighbourDecay = neighbourDecay
        self.covarianceWeight = covarianceWeight
        self.easinessDeviation = easinessDeviation
        self.easinessDeviationWeight = easinessDeviationWeight
        self.trials = trials
        self.trialsWeight = trialsWeight
        self.columnTrialsWeight = columnTrialsWeight
        self.trialsLimit = trialsLimit
        self.surpriseLimit = surpriseLimit
        self.scoreDeviationScale = scoreDeviationScale
        self.passes = passes
    }
}
