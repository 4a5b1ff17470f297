/// What a teacher can set.
public struct RecommendSettings: Sendable, Hashable {
    /// Most items per learner.
    public var limit: Int
    /// Score from which something counts as done well, a share of the maximum.
    public var goal: Double
    /// What the class is like: which modes it has to offer.
    public var setting: Setting
    /// Live time for small groups, per section; in a lecture its minutes are those of the lesson.
    public var live: LiveTime
    /// The moment the advice is for, seconds since 1970; `nil`: the latest moment in the input, or none.
    public var at: Double?
    /// Settles ties for live seats.
    public var seed: UInt64
    /// What traces say of how learners work alone, by learner id. It stands before what the gradebook alone tells; of
    /// whoever is not in it, or has no trace, the gradebook speaks.
    public var independence: [String: Independence]
    /// What learners gain from others and give to them, by learner id; of others nothing is known.
    public var interdependence: [String: Interdependence] = [:]
    /// Whether more of the work is to be done alone step by step (``IndependenceGrowth``).
    public var growsIndependence = false
    /// The teacher's own plan, which the advice speaks about.
    public var plan = TeacherPlan()
    /// Whether topics are read off the titles where no skill map is given.
    public var readsTopics: Bool
    /// Topics of items as a teacher corrected them, by the item's id; they stand before any map.
    public var movedTopics: [String: String]

    public init(
        limit: Int = 3, goal: Double = 0.7, setting: Setting = Setting(), live: LiveTime = .usual, at: Double? = nil,
        seed: UInt64 = 0, independence: [String: Independence] = [:], readsTopics: Bool = true,
        movedTopics: [String: String] = [:]
    ) {
        self.limit = limit
        self.goal = min(max(goal.isFinite ? goal : 0.7, 0.05), 0.99)
        self.setting = setting
        self.live = live
        self.at = at
        self.seed = seed
        self.independence = independence
        self.readsTopics = readsTopics
        self.movedTopics = movedTopics
    }
}
