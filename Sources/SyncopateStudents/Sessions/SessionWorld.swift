import Syncopate

/// Classes of which nothing but a gradebook is seen, and one live session for six: who truly gains most from it is known.
///
/// A class is a ``SampleClass``; how diligent a learner is in handing in is their independence. The true gain of half an
/// hour is `.5 (x'w + u)` logits as in ``WeeklyWorld``, with weights drawn about what studies say.
public struct SessionWorld: Sendable, Hashable {
    /// Learners of a class.
    public var learners = 30
    /// Whether columns name their skill; without, every column is a topic.
    public var hasMap = true
    /// Share of past work that never came.
    public var missing = 0.06
    /// Standard deviation of the logarithm of how often a learner's work does not come.
    public var diligenceDeviation = 1.2
    /// Probability that the live modes of a class add nothing to own time but what chance gives.
    public var idle = 0.0
    /// Standard deviation of what a learner gains more or less than others in a mode, units.
    public var ownEffect = WeeklyWorld.ownEffect

    public init() {}

    /// What a session is compared with and the session itself, as rows of ``WeeklyWorld/modes``.
    static let ownTime = [0, 1]
    static let session = 3

    /// Weights of one class, a row per mode of ``WeeklyWorld/modes``.
    func weights(using generator: inout SeededGenerator) -> [[Double]] {
        var weights = WeeklyWeights.believed.draw(using: &generator)
        let means = WeeklyWeights.means
        // Drawn for every class, so that worlds of another probability share the rest.
        guard generator.uniform() < idle else { return weights }
        for mode in 2..<4 {
            for feature in weights[mode].indices {
                weights[mode][feature] += (means[0][feature] + means[1][feature]) / 2 - means[mode][feature]
            }
        }
        return weights
    }
}
