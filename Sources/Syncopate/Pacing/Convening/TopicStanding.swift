/// Where one learner stands on one topic that could be met about.
public struct TopicStanding: Sendable, Hashable {
    /// Position of the topic.
    public var topic: Int
    /// P(the learner has it), 0...1.
    public var known: Double
    /// Expected gain of a seat with the teacher over the best of own time, in whatever unit all standings share; a seat of
    /// 0 or less is never given.
    public var uplift: Double

    public init(topic: Int, known: Double, uplift: Double) {
        self.topic = topic
        self.known = known
        self.uplift = uplift
    }
}
