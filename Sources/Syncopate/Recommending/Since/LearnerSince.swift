/// What happened to one learner since a plan.
public struct LearnerSince: Sendable, Hashable {
    /// Position of the learner in the new gradebook.
    public var learner: Int
    /// Scores that were not there.
    public var newScores: Int
    /// Things that were recommended, live seats not counted.
    public var recommended: Int
    /// Of them, those that were done: a score came in or changed, or the teacher says so.
    public var done: Int
    /// Topics on which scores came in, in the order of the estimate's skills; empty without a skill map.
    public var topics: [TopicChange]

    public init(learner: Int, newScores: Int, recommended: Int, done: Int, topics: [TopicChange]) {
        self.learner = learner
        self.newScores = newScores
        self.recommended = recommended
        self.done = done
        self.topics = topics
    }
}
