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

        public init(topic: String, members: [Int], roles: [MeetingGroup.Role]) {
            self.topic = topic
            self.members = members
            self.roles = roles
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
