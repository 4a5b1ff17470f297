extension PredictionTable {
    /// All responses of a log with what a model expected of each, in the order of the log.
    ///
    /// - Parameters:
    ///   - log: the responses.
    ///   - probabilities: what was expected of each, 0...1, one per response.
    ///   - isKnownItem: whether the model knew the item at this position of `log.items`. Empty: all were known.
    public init(
        _ log: ResponseLog, probabilities: [Double], isKnownItem: [Bool] = []
    ) throws(PredictionFault) {
        guard probabilities.count == log.count else {
            throw .countMismatch(expected: log.count, found: probabilities.count)
        }
        guard isKnownItem.isEmpty || isKnownItem.count == log.items.count else {
            throw .countMismatch(expected: log.items.count, found: isKnownItem.count)
        }
        self.init(learners: log.learners, items: log.items)
        reserveCapacity(log.count)
        var met: [Int32: Int32] = [:]
        for learner in log.learners.indices {
            met.removeAll(keepingCapacity: true)
            let responses = log.responses(ofLearner: learner)
            for index in responses {
                let item = log.item[index]
                let repeats = met[item, default: 0]
                met[item] = repeats + 1
                // Where either time is unknown the difference is NaN, which is what an unknown gap is.
                let gap = index > responses.lowerBound ? log.at[index] - log.at[index - 1] : .nan
                try append(
                    Prediction(
                        learner: Int32(learner), item: item, row: log.row[index], score: log.score[index],
                        probability: probabilities[index], position: Int32(index - responses.lowerBound), gap: gap,
                        repeats: repeats, isNewItem: isKnownItem.isEmpty ? false : !isKnownItem[Int(item)]))
            }
        }
    }
}
