/// One learner's seat in one session.
public struct ConveningSeat: Sendable, Hashable {
    /// Position of the meeting in the plan.
    public var meeting: Int
    /// Position of the group in the meeting.
    public var group: Int
    /// What the learner does there.
    public var role: MeetingGroup.Role
    /// P(the learner has the topic).
    public var known: Double
    /// Expected gain of a seat with the teacher over the best of own time; 0 where the learner has the topic, more likely
    /// than not. `nil` among classmates, whose gain is in another unit.
    public var uplift: Double?
    /// Whether an earlier plan did not have the learner in this session.
    public var isNew: Bool
    /// What speaks for the seat, and then against it.
    public var reasons: [Reason]
}
