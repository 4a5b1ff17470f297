import Syncopate

/// How the true weights of the modes are drawn for a run; a row per mode of ``WeeklyWorld/modes``.
public enum WeeklyWeights: String, Sendable, Hashable, CaseIterable {
    /// About what studies say, with the deviations of that.
    case believed
    /// Live is what own time is, less .25 and less .2 where need is greatest, and takes independence.
    case reversed
    /// The same as believed, but that peers who know it do as much harm as they were believed to do good.
    case harmfulPeers
    /// All modes are the same, for everybody.
    case equal

    /// What studies say: weights of the constant, need, edge, independence and reach.
    static let means: [[Double]] = [
        [1.00, 0.00, 0.20, 0.30, 0.00],
        [1.05, 0.00, 0.30, 0.20, 0.30],
        [1.15, 0.00, 0.50, 0.05, 0.60],
        [1.25, 0.45, 0.20, -0.05, 0.00],
    ]
    /// Standard deviations of the true weights about that, in every mode.
    static let deviations = [0.30, 0.30, 0.30, 0.20, 0.30]

    /// Whether learners gain more or less than others in a mode.
    var hasOwnEffects: Bool { self != .equal }

    func draw(using generator: inout SeededGenerator) -> [[Double]] {
        var weights = Self.means.map { row in
            zip(row, Self.deviations).map { $0 + $1 * generator.normal() }
        }
        switch self {
        case .believed: break
        case .reversed:
            for mode in 2..<4 {
                weights[mode] = zip(weights[mode - 2], [0.25, 0.2, 0, 0, 0]).map { $0 - $1 + 0.1 * generator.normal() }
                weights[mode][3] = 0.3 + 0.1 * generator.normal()
            }
        case .harmfulPeers:
            for mode in weights.indices { weights[mode][4] -= 2 * Self.means[mode][4] }
        case .equal: weights = weights.map { _ in [1.05, 0, 0.3, 0.15, 0] }
        }
        return weights
    }
}
