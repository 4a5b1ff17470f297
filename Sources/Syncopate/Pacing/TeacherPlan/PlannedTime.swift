/// What one entry of a teacher's plan means for one learner.
public struct PlannedTime: Sendable, Hashable {
    /// Title of the topic.
    public var topic: String
    /// When, in the teacher's words.
    public var day: String
    /// As planned.
    public var way: TeacherPlanWay
    public var minutes: Double
    /// P(the learner has it already).
    public var known: Double
    /// What the planned way does, and what others would add.
    public var outlook: PlanOutlook
}
