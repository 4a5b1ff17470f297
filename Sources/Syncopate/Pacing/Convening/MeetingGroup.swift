/// Learners who work on one topic together.
public struct MeetingGroup: Sendable, Hashable {
    /// What a member does in the group.
    public enum Role: Sendable, Hashable {
        /// Is taught, or asks.
        case learn
        /// Likely has it, and explains.
        case explain
        /// Neither likely has it nor lacks it: puts what was found in words, and checks.
        case summarise
    }

    /// Position of the topic.
    public var topic: Int
    /// Positions of the learners, who gains most first.
    public var members: [Int]
    /// One per member.
    public var roles: [Role]
    /// Expected gain of all members together: with a teacher over own time, in the unit of the standings; among
    /// classmates in the nominal unit of ``PeerLesson``. The two do not compare.
    public var value: Double

    public init(topic: Int, members: [Int], roles: [Role], value: Double) {
        self.topic = topic
        self.members = members
        self.roles = roles
        self.value = value
    }
}
