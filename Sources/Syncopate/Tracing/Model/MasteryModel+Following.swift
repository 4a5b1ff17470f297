extension MasteryModel {
    /// What each learner's responses leave behind, in the order of the log's learners.
    ///
    /// The same as giving a ``MasteryTracker`` of each learner everything, responses of one moment all at once. Items and
    /// skills are joined by id.
    public func states(after log: ResponseLog, workers: Workers = .one) -> [LearnerState] {
        let words = LogVocabulary(self, log)
        var states = [LearnerState](repeating: LearnerState(bytes: []), count: log.learners.count)
        states.withUnsafeMutableBufferPointer { buffer in
            let states = Shared(buffer)
            TracingDesign.inPieces(log, workers) { learners in
                var follower = ModelFollower(self)
                for learner in learners {
                    follower.reset()
                    follow(log.responses(ofLearner: learner), log, words, &follower) { _, _ in }
                    states[learner] = follower.state(words.vocabulary)
                }
            }
        }
        return states
    }
}
