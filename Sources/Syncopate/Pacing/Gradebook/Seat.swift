/// A learner's standing for the live seats of one session.
public struct Seat: Sendable, Hashable {
    /// Position of the session's topic among the estimate's skills.
    public var topic: Int
    /// Number of the session, from 0.
    public var session: Int
    /// Whether the learner has a seat in it.
    public var isSeated: Bool
    /// Whether there was a seat for everybody who lacks the topic.
    public var isForAll: Bool
    /// Expected gain in the chance of success on the topic, from the live session over the best own-time mode.
    public var uplift: Double
    /// Standard deviation of that difference, shared effects of the modes included.
    public var upliftDeviation: Double
    /// P(among the cohort's best `seats` for this session), if meeting helps as studies say: where it adds nothing, who gains
    /// most is chance.
    public var amongBest: Double
    /// P(gains more from the session than a classmate picked at random), likewise.
    public var aboveClassmate: Double
    /// Probability with which this outcome was chosen: 1 unless a lot was drawn.
    public var propensity: Double
}
