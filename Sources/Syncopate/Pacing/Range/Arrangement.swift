/// Where a way of learning lies on the range between together and apart, in its five aspects.
///
/// Synchronous and asynchronous are the ends of a range rather than a switch: people may share a room and go at their own
/// pace, or be far apart and work on the same task before the same date.
public struct Arrangement: Sendable, Hashable {
    /// Whether it happens when the learner likes, or when others do it too.
    public enum Time: String, Sendable, Hashable, CaseIterable {
        case own, shared
    }

    /// Where it happens.
    public enum Place: String, Sendable, Hashable, CaseIterable {
        case any
        case sameRoom = "same_room"
        case sameCall = "same_call"
    }

    /// What sets the speed.
    public enum Pace: String, Sendable, Hashable, CaseIterable {
        case own = "self"
        /// The class or group goes on together.
        case cohort
        /// One's own, up to a date.
        case deadline
    }

    /// Whether others are on the way as well.
    public enum Pathway: String, Sendable, Hashable, CaseIterable {
        case own
        case sharedTopic = "shared_topic"
        case sharedItem = "shared_item"
    }

    /// With whom.
    public enum Space: String, Sendable, Hashable, CaseIterable {
        case solo
        /// Classmates in writing, each in their own time.
        case writtenPeer = "written_peer"
        case pair
        case smallGroup = "small_group"
        case whole

        /// Largest group called small; beyond it a group is as good as a class.
        public static let largestSmallGroup = 8

        /// The space of so many people on the same topic, the learner among them, out of a cohort of a size.
        public init(together: Int, of cohort: Int) {
            switch together {
            case ...1: self = .solo
            case _ where together >= cohort && cohort > 2: self = .whole
            case 2: self = .pair
            case ...Self.largestSmallGroup: self = .smallGroup
            default: self = .whole
            }
        }
    }

    public var time: Time
    public var place: Place
    public var pace: Pace
    public var pathway: Pathway
    public var space: Space

    public init(time: Time, place: Place, pace: Pace, pathway: Pathway, space: Space) {
        self.time = time
        self.place = place
        self.pace = pace
        self.pathway = pathway
        self.space = space
    }
}
