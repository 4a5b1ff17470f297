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

    /// Expected gain of all together.
    public var value: Double { meetings.reduce(0) { $0 + $1.groups.reduce(0) { $0 + $1.value } } }
}
