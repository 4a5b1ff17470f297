/// A model's metrics on the slices of one kind.
public struct SliceMetrics: Sendable, Hashable {
    /// What the rows are told apart by.
    public let slicing: Slicing
    /// Metrics per slice, in the order of ``Slicing/labels``, without ``Metrics/expectedECE``; `nil` for a slice without
    /// rows.
    public let metrics: [Metrics?]

    init(_ table: PredictionTable, order: [Int32], slicing: Slicing) {
        self.slicing = slicing
        metrics = RankedPredictions.slices(table, order: order, by: slicing).map { Metrics($0, draws: 0, seed: 0) }
    }
}
