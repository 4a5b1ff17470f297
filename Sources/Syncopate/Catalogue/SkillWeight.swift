/// How much of a skill an item exercises.
public struct SkillWeight: Sendable, Hashable {
    /// The skill's stable identity.
    public var skill: String
    /// Relative weight, greater than zero; weights of one item are normalised to sum to one where they are used.
    public var weight: Double

    public init(skill: String, weight: Double = 1) {
        self.skill = skill
        self.weight = weight
    }
}
