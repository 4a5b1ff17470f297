/// What an item measures, as far as that is known.
///
/// Only `work` is evidence of mastery and can be recommended. The other kinds stand in
/// gradebooks beside it and measure something else.
public enum ItemKind: String, Sendable, Hashable, CaseIterable {
    /// Graded work on some skill: the usual case.
    case work
    /// Presence: roll call, attendance.
    case attendance
    /// Taking part, whatever the result: participation, completion, "read the syllabus".
    case participation
    /// Points on top: bonus, extra credit.
    case bonus
    /// A survey, a form, a signature: graded for being there.
    case administrative

    /// Whether a score on such an item says something about mastery.
    public var measuresMastery: Bool { self == .work }
}
