/// A session of an earlier plan, its topics by their names, which outlast positions.
public struct EarlierMeeting: Sendable, Hashable {
    /// Learners who were to work on one topic.
    public struct Group: Sendable, Hashable {
        /// Identity of the topic.
        public var topic: String
        /// Positions of the learners.
        public var members: [Int]
        /// One per member.
        public var roles: [MeetingGroup.Role]
        /// Expected gain of all members together.
        public var value: Double

        public init(topic: String, members: [Int], roles: [MeetingGroup.Role], value: Double) {
            self.topic = topic
            self.members = members
            self.roles = roles
            self.value = value
        }
    }

    /// Position of the slot.
    public var slot: Int
    public var groups: [Group]

    public init(slot: Int, groups: [Group]) {
        self.slot = slot
        self.groups = groups
    }
}
