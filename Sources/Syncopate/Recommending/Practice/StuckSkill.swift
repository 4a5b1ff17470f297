/// A skill on which practice is not working for a learner (wheel-spinning; Beck & Gong 2013), told by likelihood.
public struct StuckSkill: Sendable, Hashable {
    /// Position of the skill.
    public var skill: Int
    /// Attempts at it so far.
    public var attempts: Double
    /// How many times likelier the answers are if nothing is learnt from practice as it is than if something is.
    public var likelihoodRatio: Double
    /// Probability that nothing is learnt from it.
    public var probability: Double
    /// Position of the prerequisite most likely missing; `nil` where none is in doubt, and the skill itself wants
    /// another way: somebody who explains, together and live.
    public var missing: Int?
}
