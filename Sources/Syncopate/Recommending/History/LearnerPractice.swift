/// One learner as a log shows them: their answers, and what is believed after the last.
public struct LearnerPractice: Sendable {
    public var learner: Learner
    public var state: PracticeState
    /// Those that count, in the order of their times.
    public var answers: [PracticeAnswer]
}
