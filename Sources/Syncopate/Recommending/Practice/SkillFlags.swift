/// What decides whether items on a skill are open to a learner, as bits: those of an item are those of all its skills.
struct SkillFlags: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    /// A goal needs it.
    static let needed = SkillFlags(rawValue: 1)
    /// It is needed and not done with.
    static let open = SkillFlags(rawValue: 2)
    /// It is open, and practice on it may be working.
    static let working = SkillFlags(rawValue: 4)
    /// It is to be mastered or remembered.
    static let practised = SkillFlags(rawValue: 8)
    /// It is to be measured.
    static let measured = SkillFlags(rawValue: 16)
    /// It stays open when it is mastered: it is to be remembered or measured.
    static let lasting = SkillFlags(rawValue: 32)

    /// It is to be mastered, and is not yet.
    static let sought = SkillFlags(rawValue: 64)

    /// Why items with these bits are not given, as far as that goes by skills; `nil`: they are.
    var withheld: Withheld? {
        if contains(.working) { return nil }
        if contains(.open) { return .stuck }
        return contains(.needed) ? .mastered : .noGoal
    }
}
