/// Where the route of one learner next meets that of classmates.
public struct MeetingPoint: Sendable, Hashable {
    /// A classmate who comes by.
    public struct Companion: Sendable, Hashable {
        /// Position of the learner in the order of what was asked about.
        public var learner: Int
        /// Topics of the classmate's route before it.
        public var steps: Int
        /// Minutes of the classmate's work before it.
        public var minutes: Double
        /// Whether the classmate more likely than not has it.
        public var has: Bool
    }

    /// Title of the topic.
    public var topic: String
    /// Who, nearest in time first; at most ``RouteMeeting/mostCompanions``.
    public var companions: [Companion]
    /// Topics of one's own route before it.
    public var steps: Int
    /// Minutes of one's own work before it.
    public var minutes: Double
    /// Whether the learner more likely than not has it.
    public var has: Bool

    /// Whether some of those who meet have it, and some do not.
    public var isMixed: Bool {
        let all = companions.map(\.has) + [has]
        return all.contains(true) && all.contains(false)
    }

    /// Why there.
    public var reason: Reason {
        let who = companions.count == 1 ? "a classmate comes" : "\(companions.count) classmates come"
        let start = "\(who) by within \(Rounding.words(RouteMeeting.window, 0)) minutes of work"
        return isMixed
            ? .fact(
                code: "meets_mixed", sentence: start + ", and some have it and some do not: it can be explained")
            : .fact(
                code: "meets",
                sentence: start + (has ? "; all of them likely have it" : "; nobody of them likely has it yet"))
    }
}
