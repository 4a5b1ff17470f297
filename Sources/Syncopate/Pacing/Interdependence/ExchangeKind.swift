/// What can be seen of a learner among others.
///
/// That somebody was there is none of them: attendance at live sessions says where a learner was, and the choice of mode
/// would feed on itself.
public enum ExchangeKind: String, Sendable, Hashable, CaseIterable {
    /// After help from somebody, got the next one alone: 0 or 1.
    case helpPaidOff = "help_paid_off"
    /// Helped when a classmate asked: 0 or 1.
    case helpGiven = "help_given"
    /// Share of classmates, 0...1, who got it after this learner explained it.
    case explained
    /// How much more than groups of the like the learner's group scored beside what the learner scores alone, as a normal
    /// quantile among classmates.
    case groupBesideOwn = "group_beside_own"

    /// The side that it speaks about; `nil`: both.
    public var facet: InterdependenceFacet? {
        switch self {
        case .helpPaidOff: .gains
        case .helpGiven, .explained: .gives
        case .groupBesideOwn: nil
        }
    }

    /// Whether it is a place among classmates rather than an outcome in 0...1.
    public var isRelative: Bool { self == .groupBesideOwn }
}
