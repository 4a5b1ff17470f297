import RealModule

/// How recall fades and how practice makes it last: the equations of FSRS version 6 (Ye and others 2022-2025, "A
/// stochastic shortest path algorithm for optimizing spaced repetition scheduling" and its published successors), with
/// their published default weights, fitted on some hundred million reviews of flash cards.
///
/// A score below one half counts as forgotten ("again"), anything else as recalled ("good"). Values in, values out; time
/// is seconds since 1970 outside and days inside.
public struct MemoryModel: Sendable, Hashable {
    /// The 21 weights, named `w0` to `w20` in the publication.
    public let weights: [Double]
    /// So that recall is .9 when as many days have gone by as the stability says.
    private let factor: Double
    /// What the weights alone say of gains and losses: e to the power of `w8`, `w17 w18` and `w17 (w18 - 2)`.
    private let recalledGain: Double
    private let sameDayGain: Double
    private let sameDayLoss: Double

    /// The default weights of FSRS-6.
    public static let published = MemoryModel(weights: [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ])

    static let shortestStability = 0.001
    static let longestStability = 36_500.0
    static let day = 86_400.0

    /// - Parameter weights: 21 of them. Another number stops the program.
    init(weights: [Double]) {
        precondition(weights.count == 21, "\(weights.count) weights for a model of 21")
        self.weights = weights
        factor = Double.pow(0.9, -1 / weights[20]) - 1
        recalledGain = Double.exp(weights[8])
        sameDayGain = Double.exp(weights[17] * weights[18])
        sameDayLoss = Double.exp(weights[17] * (weights[18] - 2))
    }

    /// Probability of recall `days` after the last practice: a power law, 1 at once. Days below zero count as none.
    public func recall(stability: Double, after days: Double) -> Double {
        Self.power(1 + factor * max(days, 0) / stability, -weights[20])
    }

    /// The recall after more days beside that after fewer: what is left of the one by the time of the other.
    func kept(stability: Double, from days: Double, to later: Double) -> Double {
        Self.power((stability + factor * later) / (stability + factor * days), -weights[20])
    }

    /// A power of a number above zero: by logarithm and exponential, which is faster than `pow` and as good here.
    private static func power(_ base: Double, _ exponent: Double) -> Double {
        Double.exp(exponent * Double.log(base))
    }

    /// Probability of recalling it at a moment.
    ///
    /// - Parameter scale: what a day counts as.
    public func recall(_ trace: MemoryTrace, at time: Double, scale: Double = 1) -> Double {
        recall(stability: trace.stability, after: (time - trace.last) / Self.day * scale)
    }

    /// The trace after the first practice.
    public func begin(score: Double, at time: Double) -> MemoryTrace {
        let isRecalled = score >= 0.5
        return MemoryTrace(
            stability: Self.held(weights[isRecalled ? 2 : 0]),
            difficulty: Self.heldDifficulty(initialDifficulty(rating: isRecalled ? 3 : 1)), last: time)
    }

    /// The trace after another practice. A moment before the last one counts as the last.
    ///
    /// - Parameter scale: what a day counts as.
    public func practised(_ trace: MemoryTrace, score: Double, at time: Double, scale: Double = 1) -> MemoryTrace {
        let days = max(time - trace.last, 0) / Self.day * scale
        let recall = days < 1 ? 1 : recall(stability: trace.stability, after: days)
        return MemoryTrace(
            stability: stability(trace, days: days, recall: recall, score: score),
            difficulty: nextDifficulty(trace.difficulty, isRecalled: score >= 0.5), last: max(time, trace.last))
    }

    /// Stability after another practice.
    ///
    /// - Parameter recall: probability of recall after these days; not looked at within a day.
    func stability(_ trace: MemoryTrace, days: Double, recall: Double, score: Double) -> Double {
        let isRecalled = score >= 0.5
        if days < 1 { return Self.held(sameDay(trace.stability, isRecalled: isRecalled)) }
        return Self.held(isRecalled ? recalled(trace, recall) : forgotten(trace, recall))
    }

    /// Stability after a second practice on the same day: little is added, and the less the firmer it is.
    private func sameDay(_ stability: Double, isRecalled: Bool) -> Double {
        let firm = Self.power(stability, -weights[19])
        return stability * (isRecalled ? max(sameDayGain * firm, 1) : sameDayLoss * firm)
    }

    /// Stability after recalling: more is gained the nearer it was to being forgotten.
    private func recalled(_ trace: MemoryTrace, _ recall: Double) -> Double {
        let gain =
            recalledGain * (11 - trace.difficulty) * Self.power(trace.stability, -weights[9])
            * (Double.exp((1 - recall) * weights[10]) - 1)
        return trace.stability * (1 + gain)
    }

    /// Stability after forgetting: never more than it was.
    private func forgotten(_ trace: MemoryTrace, _ recall: Double) -> Double {
        let long =
            weights[11] * Self.power(trace.difficulty, -weights[12])
            * (Self.power(trace.stability + 1, weights[13]) - 1) * Double.exp((1 - recall) * weights[14])
        return min(long, trace.stability / sameDayGain)
    }

    private func initialDifficulty(rating: Double) -> Double {
        weights[4] - Double.exp(weights[5] * (rating - 1)) + 1
    }

    /// Failing makes it harder, the less the harder it is already, and everything drifts a little to the easiest
    /// beginning. That end point is used as it comes out, below 1: held to 1 it would be another model.
    private func nextDifficulty(_ difficulty: Double, isRecalled: Bool) -> Double {
        let change = isRecalled ? 0 : 2 * weights[6]
        let damped = difficulty + (10 - difficulty) * change / 9
        return Self.heldDifficulty(weights[7] * initialDifficulty(rating: 4) + (1 - weights[7]) * damped)
    }

    private static func held(_ stability: Double) -> Double {
        stability.isFinite ? min(max(stability, shortestStability), longestStability) : shortestStability
    }

    private static func heldDifficulty(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }
}
