/// What a policy of who meets on what may know before it starts, never the truth about a learner.
public struct CohortBrief: Sendable {
    /// The course and nominal parameters; the item of a skill has the skill's position.
    public var course: TutoringBrief
    /// How many learners there are; they are positions.
    public var learners: Int
    /// Seats of a session.
    public var seats: Int

    /// How many skills there are.
    public var skills: Int { course.skillCount }
}
