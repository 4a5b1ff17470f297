/// One session that is to take place.
public struct LiveMeeting: Sendable, Hashable {
    /// Position of the slot.
    public var slot: Int
    /// With a teacher one group; among classmates one or more.
    public var groups: [MeetingGroup]

    public init(slot: Int, groups: [MeetingGroup]) {
        self.slot = slot
        self.groups = groups
    }
}
