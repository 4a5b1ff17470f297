/// Who meets when, about what.
public struct ConveningPlan: Sendable, Hashable {
    /// Sessions that take place, in the order of the slots; a slot nobody gains from has none.
    public var meetings: [LiveMeeting]
    /// Whether no other plan is worth more: proven for the seats with a teacher where the problem is small.
    public var isOptimal: Bool

    public init(meetings: [LiveMeeting], isOptimal: Bool) {
        self.meetings = meetings
        self.isOptimal = isOptimal
    }

    /// Sum over all groups. A plan that has groups with a teacher and among classmates adds up two units
    /// (``MeetingGroup/value``), so it compares with plans of the same slots only.
    public var value: Double { meetings.reduce(0) { $0 + $1.groups.reduce(0) { $0 + $1.value } } }
}
