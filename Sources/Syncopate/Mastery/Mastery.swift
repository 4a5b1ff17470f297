/// How well a learner has a skill: the probability of success on a typical item of it, asked now.
public struct Mastery: Sendable, Hashable {
    /// Position among the estimate's skills.
    public var skill: Int
    /// Posterior mean of the probability of success.
    public var success: Double
    /// Posterior standard deviation of that probability: what is not known of the learner, without the marking's scatter.
    public var deviation: Double
}
