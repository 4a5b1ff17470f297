/// What can be seen of a learner's independence.
///
/// Attendance at live sessions is none of them, on purpose: it says where a learner was, and the choice of mode would feed
/// on itself.
public enum TraceKind: String, Sendable, Hashable, CaseIterable {
    /// Handed in by the due date: 0 or 1.
    case onTime = "on_time"
    /// How early among those who handed in on time, as a normal quantile; above zero is earlier.
    case rank
    /// Share of what was assigned that was attempted, 0...1.
    case attempted
    /// Active weeks among the cohort, as a normal quantile.
    case activeWeeks = "active_weeks"
    /// The longest gap among the cohort, as a normal quantile; above zero is shorter.
    case gap
    /// Went on after failing and got there: 0 or 1. What was given up is 0.
    case persisted
    /// Asked for help where it was needed, or did not where it was not: 0 or 1.
    case help
    /// Did not answer wrongly in haste: 1 where the answer was no rapid wrong one.
    case unhurried
    /// How near stated confidence was to what happened, `1 - (confidence - correct)^2`, 0...1.
    case calibration
    /// Practised without having to: 0 or 1.
    case voluntary

    /// The side of the trait that it speaks about beside the trait itself; `nil`: the trait alone.
    public var facet: IndependenceFacet? {
        switch self {
        case .onTime, .rank, .attempted: nil
        case .activeWeeks, .gap, .voluntary: .selfMotivated
        case .persisted, .unhurried: .selfReliant
        case .help: .resourceful
        case .calibration: .confident
        }
    }

    /// Whether it is a place among the cohort rather than an outcome in 0...1.
    public var isRelative: Bool {
        switch self {
        case .rank, .activeWeeks, .gap: true
        default: false
        }
    }
}
