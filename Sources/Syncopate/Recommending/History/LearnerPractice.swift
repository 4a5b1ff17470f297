/// One learner as a log shows them: their answers, and what is believed after the last.
public struct LearnerPractice: Sendable {
    public var learner: Learner
    public var state: PracticeState
    /// Those that count, in the order of their times.
    public var answers: [PracticeAnswer]

    init(learner: Learner, state: PracticeState, answers: [PracticeAnswer]) {
        self.learner = learner
        self.state = state
        self.answers = answers
    }

    /// A learner without any answer yet.
    public init(new learner: Learner, for recommender: Recommender) {
        self.init(learner: learner, state: recommender.newLearner, answers: [])
    }
}
