import RealModule
import Syncopate

/// Invented learners and live slots, for judging who is seated by what the best plan comes to.
///
/// Ability is N(0, .8) in general and N(0, .8) per topic, less .3, in logits; a learner's candidates are the three
/// topics with a chance p nearest to one half. With independence t, N(0, 1), own time gains `2 logistic(.8 + .9 t) p (1
/// - p)`, and a seat with the teacher `1.7 p (1 - p) (1.3 + .505 (1 - p) - .428 p)` (the slopes are those of Tetzlaff
/// 2025 for learners with little and much prior knowledge). A learner can come to a slot with probability .7, has one
/// session, and a slot has one topic.
public struct SeatWorld: Sendable, Hashable {
    /// How many there are.
    public var learners: Int, topics: Int, slots: Int
    /// Seats of a slot.
    public var capacity: Int

    public init(learners: Int, topics: Int, slots: Int, capacity: Int) {
        self.learners = learners
        self.topics = topics
        self.slots = slots
        self.capacity = capacity
    }

    /// Worlds small enough for the best plan to be found.
    public static let small = [
        SeatWorld(learners: 30, topics: 8, slots: 3, capacity: 5),
        SeatWorld(learners: 30, topics: 12, slots: 4, capacity: 5),
        SeatWorld(learners: 60, topics: 12, slots: 6, capacity: 6),
    ]

    /// One of these worlds.
    public func problem(seed: UInt64) -> ConveningProblem {
        var generator = SeededGenerator(seed: seed)
        let people = (0..<learners).map { _ in
            let ability = 0.8 * generator.normal()
            let independence = generator.normal()
            let known = (0..<topics).map { _ in
                let logit = ability + 0.8 * generator.normal() - 0.3
                return 1 / (1 + Double.exp(-logit))
            }
            let nearest = known.indices.sorted { (abs(known[$0] - 0.5), $0) < (abs(known[$1] - 0.5), $1) }.prefix(3)
            let standings = nearest.map { topic in
                let p = known[topic]
                let own = 2 / (1 + Double.exp(-0.8 - 0.9 * independence)) * p * (1 - p)
                let live = 1.7 * p * (1 - p) * (1.3 + 0.505 * (1 - p) - 0.428 * p)
                return TopicStanding(topic: topic, known: p, uplift: live - own)
            }
            return ConveningLearner(
                standings: standings, available: (0..<slots).map { _ in generator.uniform() < 0.7 })
        }
        return ConveningProblem(
            topics: topics, slots: (0..<slots).map { LiveSlot(id: "slot \($0 + 1)", capacity: capacity) },
            learners: people)
    }
}
