/// Our model less a rival on the same rows, with intervals over the same draws of learners: what both have in common with
/// the learners drawn cancels, so a difference can be clear where the two intervals overlap.
public struct ModelComparison: Sendable, Hashable {
    /// The rival's name.
    public let rival: String
    /// Difference in log loss, nats; below zero, ours is better.
    public let logLoss: Difference
    /// Difference in AUC; above zero, ours is better. `nil` where only one class occurs.
    public let auc: Difference?

    /// Ours less the rival's.
    public struct Difference: Sendable, Hashable {
        /// Over all rows, in the metric's own unit.
        public let value: Double
        /// The middle 95 % over draws of learners; `nil` where ``MetricIntervals`` has none.
        public let interval: ClosedRange<Double>?

        /// Whether the interval leaves zero out.
        public var isClear: Bool { interval.map { $0.lowerBound > 0 || $0.upperBound < 0 } ?? false }
    }

    init(
        rival: String, ours: (metrics: Metrics, draws: LearnerBootstrap),
        theirs: (metrics: Metrics, draws: LearnerBootstrap)
    ) {
        self.rival = rival
        func interval(_ column: KeyPath<LearnerBootstrap, [Double]>) -> ClosedRange<Double>? {
            LearnerBootstrap.interval(zip(ours.draws[keyPath: column], theirs.draws[keyPath: column]).map { $0 - $1 })
        }
        logLoss = Difference(value: ours.metrics.logLoss - theirs.metrics.logLoss, interval: interval(\.logLoss))
        if let mine = ours.metrics.auc, let other = theirs.metrics.auc {
            auc = Difference(value: mine - other, interval: interval(\.auc))
        } else {
            auc = nil
        }
    }
}
