/// What a policy is judged by.
public enum TutoringPurpose: Sendable, Hashable {
    /// Every skill known, in as few attempts as can be.
    case master
    /// As much recalled as can be, at every moment.
    case remember
    /// As much recalled as can be at one moment, in seconds since the start.
    case rememberUntil(Double)
    /// The ability known, from as few items as can be (``TutoringPolicy/ability``).
    case measure
}
