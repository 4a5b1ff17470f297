/// Where a skill stands if it grows bit by bit, beside the threshold of the goals that are for everybody.
struct GrowthStanding: Sendable, Hashable {
    /// Probability of success on a typical item.
    var success: Double
    /// Probability that the skill is there.
    var there: Double
    /// Attempts still to go by expectation.
    var attempts: Double
}
