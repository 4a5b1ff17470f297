public import Syncopate

/// One class of a ``SessionWorld`` and what the engine says of its live session, beside what is true.
public struct SessionTrial: Sendable {
    /// Who else could say who gains most; all know as little of luck, and some of the truth.
    public enum Rival: String, Sendable, Hashable, CaseIterable {
        /// Seats to whoever is believed to have least of the topic.
        case lowest = "lowest believed mastery"
        /// Seats by the probability that the engine prints, whether or not a learner lacks the topic.
        case probability = "the printed probability"
        /// Mastery and independence as they are; of the modes, what studies say.
        case exact = "mastery and independence exactly, modes by studies"
        /// Mastery and independence as the gradebook has them; weights of the modes and own effects as they are.
        case modes = "modes and own effects exactly, the rest by the gradebook"
        /// Everything but own effects.
        case allButOwn = "everything but own effects"
    }

    /// P(among the best) as printed, per learner.
    public let probabilities: [Double]
    /// Whether each is truly among the best.
    public let isBest: [Bool]
    /// Learners who were seated.
    public let seated: [Int]
    /// Per rival, the share of their seats that go to the truly best.
    public let hits: [Rival: Double]
    /// True gain of the seated over own time beyond that of the class on the whole, chance of success.
    public let advantage: Double

    /// - Returns: `nil` where the engine has no session.
    public init?(_ world: SessionWorld, engine: Engine, seats: Int = 6, seed: UInt64) {
        let drawn = SessionClass(world, seed: seed)
        let settings = RecommendSettings(live: LiveTime(sessions: 1, minutes: 30, seats: seats), seed: seed)
        let advice = engine.recommend(drawn.gradebook, settings: settings)
        guard let cohort = advice.cohorts.first, let topic = cohort.sessions.first,
            let logits = drawn.logits(advice.skills[topic].title)
        else { return nil }
        let places = cohort.modes.map(\.seat)
        guard places.allSatisfy({ $0 != nil }) else { return nil }
        probabilities = places.map { $0?.amongBest ?? 0 }
        seated = places.indices.filter { places[$0]?.isSeated ?? false }
        let truth = drawn.uplifts(
            logits, independence: drawn.sample.diligence, weights: drawn.weights, effects: drawn.effects)
        let best = Set(Self.best(seats, truth))
        isBest = truth.indices.map(best.contains)
        let believed = cohort.learners.map { Logistic.logit(advice.learners[$0].masteries[topic].success) }
        let traits = cohort.independence.map(\.mean)
        var hits: [Rival: Double] = [:]
        for rival in Rival.allCases {
            let merit: [Double] =
                switch rival {
                case .lowest: believed.map { -$0 }
                case .probability: probabilities
                case .exact:
                    drawn.uplifts(
                        logits, independence: drawn.sample.diligence, weights: WeeklyWeights.means, effects: nil)
                case .modes:
                    drawn.uplifts(believed, independence: traits, weights: drawn.weights, effects: drawn.effects)
                case .allButOwn:
                    drawn.uplifts(
                        logits, independence: drawn.sample.diligence, weights: drawn.weights, effects: nil)
                }
            hits[rival] = Double(Self.best(seats, merit).count(where: best.contains)) / Double(seats)
        }
        self.hits = hits
        let whole = truth.reduce(0, +) / Double(truth.count)
        advantage = seated.isEmpty ? 0 : seated.reduce(0) { $0 + truth[$1] } / Double(seated.count) - whole
    }

    /// Share of the seats given that go to the truly best.
    public var hit: Double? {
        seated.isEmpty ? nil : Double(seated.count { isBest[$0] }) / Double(seated.count)
    }

    /// Positions of the largest, equals by position.
    private static func best(_ count: Int, _ values: [Double]) -> [Int] {
        Array(values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }.prefix(count))
    }
}
