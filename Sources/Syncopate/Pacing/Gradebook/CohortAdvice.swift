/// What one section does together and apart.
public struct CohortAdvice: Sendable, Hashable {
    /// The section as the file names it; empty where it has none.
    public var section: String
    /// Positions of its learners in the gradebook.
    public var learners: [Int]
    /// Every topic that has been worked on.
    public var topics: [TopicAdvice]
    /// Topics to discuss as a whole class this week, as positions among the estimate's skills; at most two.
    public var discussions: [Int]
    /// Topic of each live session, as positions among the estimate's skills; fewer than stated where nobody needs one.
    public var sessions: [Int]
    /// One per learner, in the order of `learners`.
    public var modes: [ModeAdvice]
    /// One per learner, in the order of `learners`.
    public var independence: [Independence]
    /// What the teacher's own plan means for the section, in its order.
    public var plan: [PlannedTopic] = []
}
