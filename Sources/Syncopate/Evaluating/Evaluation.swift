/// What one model's predictions are worth: overall with intervals, by circumstance, and how far to be taken at their word.
public struct Evaluation: Sendable, Hashable {
    /// Learners with at least one row.
    public let learners: Int
    /// Over all rows.
    public let metrics: Metrics
    /// How much they depend on who happened to be there.
    public let intervals: MetricIntervals
    /// For each ``Slicing`` in the order of its cases.
    public let slices: [SliceMetrics]
    /// The bins of ``Metrics/ece`` that have rows, by rising probability.
    public let reliability: [ReliabilityBin]
    /// Rows by probability, in ``histogramBins`` steps of equal width; a probability of 1 is in the last.
    public let histogram: [Int]

    /// Steps of ``histogram``.
    public static let histogramBins = 20

    /// Judges a table; `nil` where it has no rows.
    public init?(_ table: PredictionTable, settings: EvaluationSettings = EvaluationSettings()) {
        let order = RankedPredictions.order(table)
        let ranked = RankedPredictions(table, order: order)
        let bootstrap = LearnerBootstrap(ranked, resamples: settings.resamples, seed: settings.seed)
        self.init(table, order: order, ranked: ranked, bootstrap: bootstrap, settings: settings)
    }

    /// - Parameters:
    ///   - order: the table's ``RankedPredictions/order(_:)``.
    ///   - ranked: the table in that order.
    ///   - bootstrap: made of the same.
    init?(
        _ table: PredictionTable, order: [Int32], ranked: RankedPredictions, bootstrap: LearnerBootstrap,
        settings: EvaluationSettings
    ) {
        guard let metrics = Metrics(ranked, draws: settings.draws, seed: settings.seed) else { return nil }
        self.metrics = metrics
        learners = Set(table.learner).count
        intervals = MetricIntervals(bootstrap)
        slices = Slicing.allCases.map { SliceMetrics(table, order: order, slicing: $0) }
        reliability = ranked.bins().map { bin in
            let count = Double(bin.count)
            return ReliabilityBin(
                count: bin.count, meanProbability: ranked.probability[bin].reduce(0, +) / count,
                meanScore: ranked.score[bin].reduce(0, +) / count)
        }
        var histogram = [Int](repeating: 0, count: Self.histogramBins)
        for probability in ranked.probability {
            histogram[min(Int(probability * Double(Self.histogramBins)), Self.histogramBins - 1)] += 1
        }
        self.histogram = histogram
    }
}
