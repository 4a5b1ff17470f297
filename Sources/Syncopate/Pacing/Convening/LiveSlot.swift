/// A time at which learners can meet.
public struct LiveSlot: Sendable, Hashable {
    /// Who leads it.
    public enum Lead: Sendable, Hashable {
        /// A teacher or tutor: one group, one topic.
        case teacher
        /// Classmates among themselves: as many small groups as find seats, each on one topic.
        case peers
    }

    /// As the input names it; unique.
    public var id: String
    /// Seconds since 1970; `nil`: some time that overlaps no other slot.
    public var start: Double?
    /// Length, above 0.
    public var minutes: Double
    /// Learners it can take, 0 or more.
    public var capacity: Int
    /// Who leads it.
    public var lead: Lead

    public init(id: String, start: Double? = nil, minutes: Double = 30, capacity: Int, lead: Lead = .teacher) {
        self.id = id
        self.start = start
        self.minutes = minutes
        self.capacity = capacity
        self.lead = lead
    }

    /// Whether nobody can be at both: they share more than a moment.
    public func overlaps(_ other: LiveSlot) -> Bool {
        guard let start, let begins = other.start else { return false }
        return start < begins + other.minutes * 60 && begins < start + minutes * 60
    }
}
