/// Together, apart, or no matter: for one learner in the coming week.
public struct ModeAdvice: Sendable, Hashable {
    public var mode: Mode
    /// Whether there is a cohort to be synchronous with.
    public var isCollective: Bool
    /// Title of the topic the mode is about; `nil` where there is none.
    public var topic: String?
    /// The learner's standing for the live seats; `nil` without a session.
    public var seat: Seat?
    /// Facts behind it.
    public var reasons: [Reason]

    /// The mode for one topic: a live seat is for its own topic, a whole-class discussion is tried alone first, and
    /// beside a seat other things are done in own time.
    ///
    /// - Parameter discussions: topics the class discusses as a whole this week.
    func mode(forTopic topic: Int?, discussions: [Int]) -> Mode {
        guard isCollective else { return .asyncSolo }
        if let seat, seat.isSeated, seat.topic == topic { return .liveTeacher }
        if let topic, discussions.contains(topic) { return .blended }
        return seat?.isSeated == true ? .asyncSolo : mode
    }
}
