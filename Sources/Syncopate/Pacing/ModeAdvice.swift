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
}
