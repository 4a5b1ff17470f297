import RealModule
import Syncopate

/// One class of a ``SessionWorld``: what a teacher's file shows of it, and what is true.
struct SessionClass {
    let sample: SampleClass
    let gradebook: Gradebook
    /// True weights, a row per mode of ``WeeklyWorld/modes``.
    let weights: [[Double]]
    /// Learners' own effects, `[learner][mode]`.
    let effects: [[Double]]
    /// What differs between learners in P(a peer within reach has it).
    private let reach: [Double]

    init(_ world: SessionWorld, seed: UInt64) {
        var seeds = SeededGenerator(seed: seed)
        sample = SampleClass(
            learners: world.learners, missing: world.missing, diligenceDeviation: world.diligenceDeviation,
            seed: seeds.next())
        gradebook = Gradebook(sample.log(hasMap: world.hasMap))
        var drawn = SeededGenerator(seed: seeds.next())
        weights = world.weights(using: &drawn)
        var learners = SeededGenerator(seed: seeds.next())
        effects = sample.names.map { _ in
            WeeklyWorld.modes.map { $0 == .asyncSolo ? 0 : world.ownEffect * learners.normal() }
        }
        reach = sample.names.map { _ in WeeklyWorld.reachDeviation * learners.normal() }
    }

    /// True log-odds of success of every learner on a question of a topic of usual easiness.
    ///
    /// - Parameter title: the topic's, as the engine has it: of a skill, from a map or read off the titles, or of a column
    ///   that stands for itself.
    func logits(_ title: String) -> [Double]? {
        let named = sample.columns.filter { column in column.skill.map { sample.skills[$0] } == title }
        let columns = named.isEmpty ? sample.columns.filter { $0.title == title } : named
        guard let skill = columns.first?.skill else { return nil }
        let easiness = columns.reduce(0) { $0 + $1.easiness } / Double(columns.count)
        return sample.abilities.map { $0[skill] + easiness }
    }

    /// Gain in the chance of success from the session over the better way in own time.
    ///
    /// - Parameters:
    ///   - logits: log-odds of success, as they are or as they are taken to be.
    ///   - independence: as it is or as it is taken to be.
    ///   - weights: rows as ``WeeklyWorld/modes``.
    ///   - effects: `[learner][mode]`; `nil`: none.
    func uplifts(
        _ logits: [Double], independence: [Double], weights: [[Double]], effects: [[Double]]?
    ) -> [Double] {
        let success = logits.map(Logistic.probability)
        let mean = success.reduce(0, +) / Double(max(success.count, 1))
        let within = 1 - (1 - mean) * (1 - mean) * (1 - mean)
        return logits.indices.map { learner in
            let p = success[learner]
            let near = min(max(within + reach[learner], 0), 1)
            let x = [1, 1 - 2 * p, 4 * p * (1 - p) - 0.5, independence[learner], near - 0.5]
            func gain(_ mode: Int) -> Double {
                let units = zip(x, weights[mode]).reduce(effects?[learner][mode] ?? 0) { $0 + $1.0 * $1.1 }
                return Logistic.probability(logits[learner] + WeeklyWorld.unit * units) - p
            }
            return gain(SessionWorld.session) - (SessionWorld.ownTime.map(gain).max() ?? 0)
        }
    }
}
