/// A skill that another one builds on.
public struct Prerequisite: Sendable, Hashable {
    /// The stable identity of the skill that is needed first.
    public var skill: String
    /// How much hinges on it, above 0 and up to 1: at 1 the other skill is hardly learnt without it, near 0 it helps a little.
    public var weight: Double

    public init(skill: String, weight: Double = 1) {
        self.skill = skill
        self.weight = weight
    }
}
