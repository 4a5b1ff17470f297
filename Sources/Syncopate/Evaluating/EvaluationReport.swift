/// Several models judged on the same responses, ours first.
public struct EvaluationReport: Sendable, Hashable {
    /// The models in the order they were given; at least one, the first ours.
    public let models: [Model]
    /// Ours against each of the others, in their order.
    public let comparisons: [ModelComparison]
    /// What the figures were made with.
    public let settings: EvaluationSettings

    /// A model by name.
    public struct Model: Sendable, Hashable {
        /// The name it was given.
        public let name: String
        /// What its predictions are worth.
        public let evaluation: Evaluation
    }

    /// Predictions by the name of what made them.
    public struct Predictions: Sendable {
        /// The name to report them by.
        public let name: String
        /// The predictions with what came.
        public let table: PredictionTable

        /// Names a table.
        public init(name: String, table: PredictionTable) {
            self.name = name
            self.table = table
        }
    }

    /// Judges ours and its rivals; `nil` where there are no rows.
    ///
    /// Slices are those of our table, whatever a rival's says of its rows.
    ///
    /// - Throws: ``PredictionFault`` where a rival's table is not about the same responses in the same order.
    public init?(
        ours: Predictions, rivals: [Predictions] = [], settings: EvaluationSettings = EvaluationSettings()
    ) throws(PredictionFault) {
        var judged: [(model: Model, draws: LearnerBootstrap)] = []
        for predictions in [ours] + rivals {
            try ours.table.requireSameRows(as: predictions.table)
            let table = try ours.table.replacing(probabilities: predictions.table.probability)
            let order = RankedPredictions.order(table)
            let ranked = RankedPredictions(table, order: order)
            let draws = LearnerBootstrap(ranked, resamples: settings.resamples, seed: settings.seed)
            guard
                let evaluation = Evaluation(table, order: order, ranked: ranked, bootstrap: draws, settings: settings)
            else { return nil }
            judged.append((Model(name: predictions.name, evaluation: evaluation), draws))
        }
        models = judged.map(\.model)
        let first = judged[0]
        comparisons = judged.dropFirst().map { rival in
            ModelComparison(
                rival: rival.model.name, ours: (first.model.evaluation.metrics, first.draws),
                theirs: (rival.model.evaluation.metrics, rival.draws))
        }
        self.settings = settings
    }
}
