/// 95 % intervals of ``Metrics`` over learners drawn with replacement: the middle 95 % of what the draws gave (Efron 1979).
///
/// `nil` where there are fewer than two learners or draws; for the AUC also where most draws had one class only.
public struct MetricIntervals: Sendable, Hashable {
    /// Of ``Metrics/auc``.
    public let auc: ClosedRange<Double>?
    /// Of ``Metrics/logLoss``, nats.
    public let logLoss: ClosedRange<Double>?
    /// Of ``Metrics/accuracy``.
    public let accuracy: ClosedRange<Double>?
    /// Of ``Metrics/rmse``.
    public let rmse: ClosedRange<Double>?
    /// Of ``Metrics/ece``. Draws add their own scatter to a distance that is never negative, so this lies higher than the
    /// ECE itself and may not hold it: read it for its width.
    public let ece: ClosedRange<Double>?

    init(_ bootstrap: LearnerBootstrap) {
        auc = LearnerBootstrap.interval(bootstrap.auc)
        logLoss = LearnerBootstrap.interval(bootstrap.logLoss)
        accuracy = LearnerBootstrap.interval(bootstrap.accuracy)
        rmse = LearnerBootstrap.interval(bootstrap.rmse)
        ece = LearnerBootstrap.interval(bootstrap.ece)
    }
}
