import Syncopate

extension ClassPrior {
    /// The shipped prior of a class; `README.md` beside this file says where each number comes from.
    public static let shipped = ClassPrior(
        masteryDeviation: 0.7, masteryDeviationWeight: 10, skillVarianceWeight: 30, correlation: 0.8,
        acrossFamilies: 0.7, correlationWeight: 5, distantCorrelation: 0.8, distantCorrelationWeight: 5,
        neighbourDecay: 0.8, covarianceWeight: 50, easinessDeviation: 0.5, easinessDeviationWeight: 3, trials: 16,
        trialsWeight: 60, columnTrialsWeight: 15, trialsLimit: 100, surpriseLimit: 2,
        scoreDeviationScale: 0.92, passes: 20)
}
