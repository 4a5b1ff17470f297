/// One skill of an item, with all that an answer on the item asks of it.
struct AnsweredSkill: Sendable, Hashable {
    /// Position.
    var skill: Int
    /// Share of the item; those of one item sum to one.
    var weight: Double
    /// Probability of success on an item of this difficulty and this skill alone, having it and not.
    var with: Double
    var without: Double
}
