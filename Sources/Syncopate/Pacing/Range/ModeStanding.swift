/// What is known of a learner on a topic as far as it speaks for one mode or another.
public struct ModeStanding: Sendable, Hashable {
    /// Chance of success alone, now.
    public var success: Double
    /// Success from which somebody has the topic.
    public var goal: Double
    /// Expected share of the cohort that has it; `nil` where there is no cohort or nothing is known.
    public var share: Double?
    /// How the learner works alone.
    public var independence: Independence
    /// What the learner gains from others and gives to them.
    public var interdependence: Interdependence
    /// Probability that practice on the topic as it is teaches this learner nothing.
    public var stuck: Double
    /// People of the cohort on the same topic at the same time in the same room, the learner among them.
    public var together: Int
    /// Size of the cohort; 1 where there is none.
    public var cohort: Int

    public init(
        success: Double, goal: Double, share: Double?, independence: Independence,
        interdependence: Interdependence = .prior, stuck: Double = 0, together: Int = 1, cohort: Int
    ) {
        self.success = success
        self.goal = goal
        self.share = share
        self.independence = independence
        self.interdependence = interdependence
        self.stuck = stuck
        self.together = together
        self.cohort = cohort
    }
}
