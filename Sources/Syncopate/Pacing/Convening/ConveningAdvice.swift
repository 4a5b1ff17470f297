/// Who meets when, about what, why, and what everybody does in their own time.
public struct ConveningAdvice: Sendable, Hashable {
    /// One learner's part of it.
    public struct Learner: Sendable, Hashable {
        /// In the order of the meetings; empty where the learner meets nobody.
        public var seats: [ConveningSeat]
        /// Why there is no seat; `nil` where there is one.
        public var noSeat: NoSeatReason?
        /// What to do in own time, first things first.
        public var ownTime: [OwnTimeTask]
    }

    /// What could be met about.
    public var topics: [ConveningTopic]
    /// When learners can meet, in the order of the input.
    public var slots: [LiveSlot]
    /// The meetings.
    public var plan: ConveningPlan
    /// Per meeting and group, what a teacher can check about its topic.
    public var facts: [[[Reason]]]
    /// One per learner, in their order.
    public var learners: [Learner]
    /// Topics of an earlier plan that are none of ``topics`` any more: their groups do not meet.
    public var lostTopics: [String]
    /// Positions of learners who could come, and are no longer in a session that an earlier plan had them in, but for
    /// those of ``lostTopics``: they gain nothing by it any more, the request excludes it, or their group fell apart.
    public var left: [Int]
    /// Topics that were read off the titles, if they were.
    public var topicMap: TopicMap?
    /// Values of the gradebook that were read as missing work; none where there is no gradebook.
    public var doubtful: [DoubtfulScore] = []

    /// Positions of slots at which nobody meets.
    public var freeSlots: [Int] {
        let used = Set(plan.meetings.map(\.slot))
        return slots.indices.filter { !used.contains($0) }
    }
}
