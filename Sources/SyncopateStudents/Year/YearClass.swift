import RealModule
import Syncopate

/// The learners of one year as they are.
///
/// Nothing that is drawn here depends on what anybody does, so that every policy meets the same class and the same weeks.
struct YearClass {
    /// Some of everybody's features are of this mode unless something else is said.
    static let usual = Mode.asyncSolo

    /// True weights, a row per mode of ``WeeklyWorld/modes``.
    let weights: [[Double]]
    /// Learners' own effects, `[learner][mode]`.
    let effects: [[Double]]
    let independence: [Double]
    /// Abilities, `[learner][topic]`, logits.
    private(set) var logits: [[Double]]
    /// Where forgetting leads.
    private let start: [[Double]]
    private let forgetting: Double
    /// What differs this week between learners in the probability that a peer within reach has a topic.
    private var reach: [Double] = []
    private var weekly: SeededGenerator

    init(_ world: YearWorld, topics: Int, weights seed: UInt64, learners: UInt64, weeks: UInt64) {
        var drawn = SeededGenerator(seed: seed)
        weights = world.weights.draw(using: &drawn)
        var generator = SeededGenerator(seed: learners)
        let count = max(world.learners, 1)
        independence = (0..<count).map { _ in generator.normal() }
        effects = (0..<count).map { _ in
            WeeklyWorld.modes.map { $0 == .asyncSolo ? 0 : WeeklyWorld.ownEffect * generator.normal() }
        }
        start = (0..<count).map { _ in
            let general = YearWorld.start.general * generator.normal()
            return (0..<topics).map { _ in YearWorld.start.mean + general + YearWorld.start.topic * generator.normal() }
        }
        logits = start
        forgetting = min(max(world.forgetting, 0), 1)
        weekly = SeededGenerator(seed: weeks)
        reach = independence.map { _ in WeeklyWorld.reachDeviation * weekly.normal() }
    }

    func success(_ learner: Int, _ topic: Int) -> Double { Logistic.probability(logits[learner][topic]) }

    /// Logits that a learner gains on a topic in half an hour of a mode.
    func gain(_ learner: Int, _ topic: Int, _ mode: Mode) -> Double {
        if mode == .blended {
            // Tried alone, then explained to each other.
            return (gain(learner, topic, .asyncSolo) + gain(learner, topic, .livePeer)) / 2
        }
        let place = WeeklyWorld.modes.firstIndex(of: mode) ?? WeeklyWorld.modes.firstIndex(of: Self.usual) ?? 0
        let p = success(learner, topic)
        let mean = logits.reduce(0) { $0 + Logistic.probability($1[topic]) } / Double(logits.count)
        let within = 1 - (1 - mean) * (1 - mean) * (1 - mean)
        let near = min(max(within + reach[learner], 0), 1)
        let x = [1, 1 - 2 * p, 4 * p * (1 - p) - 0.5, independence[learner], near - 0.5]
        let units = zip(x, weights[place]).reduce(effects[learner][place]) { $0 + $1.0 * $1.1 }
        let known = topic > 0 ? success(learner, topic - 1) : 1
        return WeeklyWorld.unit * units * (1 - YearWorld.prerequisite * (1 - known))
    }

    /// Half an hour of work.
    ///
    /// - Returns: what it came to, logits.
    @discardableResult
    mutating func work(_ learner: Int, _ topic: Int, _ mode: Mode) -> Double {
        let gain = gain(learner, topic, mode)
        logits[learner][topic] += gain
        return gain
    }

    /// A week passes.
    mutating func advance() {
        for learner in logits.indices {
            for topic in logits[learner].indices {
                let learnt = logits[learner][topic] - start[learner][topic]
                logits[learner][topic] += YearWorld.drift * weekly.normal() - forgetting * learnt
            }
            reach[learner] = WeeklyWorld.reachDeviation * weekly.normal()
        }
    }
}
