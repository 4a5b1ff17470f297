/// How fast the ratings of ``EloRival`` move: steps of `step / (1 + fading n)` after `n` updates of the same rating, the
/// uncertainty function of Pelanek (2016).
public struct EloSettings: Sendable, Hashable {
    /// The step of one kind of rating.
    public struct Pace: Sendable, Hashable {
        /// Length of the first step, logits per unit of surprise.
        public var step: Double
        /// How much shorter steps get with every update.
        public var fading: Double

        public init(step: Double, fading: Double) {
            self.step = step
            self.fading = fading
        }

        func length(after updates: Double) -> Double { step / (1 + fading * updates) }
    }

    /// The learner's ability on everything.
    public var learner: Pace
    /// What the learner's ability on a skill differs by.
    public var skill: Pace
    /// Difficulty of an item, and of each of its skills.
    public var item: Pace

    public init(
        learner: Pace = Pace(step: 0.4, fading: 0.05), skill: Pace = Pace(step: 0.4, fading: 0.05),
        item: Pace = Pace(step: 0.8, fading: 0.05)
    ) {
        self.learner = learner
        self.skill = skill
        self.item = item
    }

    /// What is tried for each pace.
    static let grid: [Pace] = [0.1, 0.2, 0.4, 0.8, 1.6].flatMap { step in
        [0, 0.02, 0.05, 0.1, 0.2, 0.5].map { Pace(step: step, fading: $0) }
    }
}
