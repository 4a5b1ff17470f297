/// What a column of a gradebook measures, as far as its title, its points and its scores tell.
public enum ColumnKind: String, Sendable, Hashable, CaseIterable {
    /// Graded work on some skill.
    case work
    /// Presence.
    case attendance
    /// Full marks for whoever handed in or took part.
    case participation
    /// Points on top, or a piece that only some were asked for.
    case bonus
    /// A survey, a form, a signature.
    case administrative
    /// One score for every member of a group.
    case copied
    /// Whoever does well on the rest does badly here.
    case against
    /// Everybody at the maximum, but for one or two.
    case ceiling
    /// The same score for all.
    case constant

    /// The words a teacher reads.
    public var words: String {
        switch self {
        case .work: "work"
        case .attendance: "attendance"
        case .participation: "participation"
        case .bonus: "bonus"
        case .administrative: "administrative"
        case .copied: "copied group scores"
        case .against: "against the rest"
        case .ceiling: "all at the maximum"
        case .constant: "the same score for all"
        }
    }

    /// What a kind of item makes of a column.
    init(_ kind: ItemKind) {
        switch kind {
        case .work: self = .work
        case .attendance: self = .attendance
        case .participation: self = .participation
        case .bonus: self = .bonus
        case .administrative: self = .administrative
        }
    }
}
