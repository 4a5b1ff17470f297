/// What came of one learner's work on a topic in one way, kept from plan to plan.
public struct LearnedGain: Sendable, Hashable {
    /// The learner's id; `nil`: somebody never met again.
    public var learner: String?
    /// Title of the topic, for people.
    public var topic: String
    /// The gain, and what was known before. Its number of a learner is not used.
    public var observation: ModeObservation

    public init(learner: String?, topic: String, observation: ModeObservation) {
        self.learner = learner
        self.topic = topic
        self.observation = observation
    }
}
