extension MasteryModel {
    /// The probability of every response of a log, each before its own outcome, and that of anything of the same moment,
    /// was used. Items and skills are joined by id.
    ///
    /// A log cut short gives the same probabilities for the responses it has.
    public func predictions(_ log: ResponseLog, workers: Workers = .one) -> [Double] {
        let words = LogVocabulary(self, log)
        var probabilities = [Double](repeating: 0.5, count: log.count)
        probabilities.withUnsafeMutableBufferPointer { buffer in
            let probabilities = Shared(buffer)
            TracingDesign.inPieces(log, workers) { learners in
                var follower = ModelFollower(self)
                for learner in learners {
                    follower.reset()
                    follow(log.responses(ofLearner: learner), log, words, &follower) { index, expectation in
                        probabilities[index] = expectation.forecast.probability
                    }
                }
            }
        }
        return probabilities
    }

    /// Walks one learner's responses.
    func follow(
        _ range: Range<Int>, _ log: ResponseLog, _ words: LogVocabulary, _ follower: inout ModelFollower,
        record: (Int, ModelFollower.Expectation) -> Void
    ) {
        var bundle: [(ModelFollower.Question, ModelFollower.Expectation)] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = log.bundleEnd(from: start, within: range)
            bundle.removeAll(keepingCapacity: true)
            let previous = words.vocabulary.known(set: follower.history.previousSet)
            for index in start..<end {
                let question = words.question(index, log)
                let expectation = follower.expect(question, previousKnownSet: previous)
                record(index, expectation)
                bundle.append((question, expectation))
            }
            for (offset, (question, expectation)) in bundle.enumerated() {
                follower.observe(question, expectation, score: log.score[start + offset])
            }
            start = end
        }
    }
}
