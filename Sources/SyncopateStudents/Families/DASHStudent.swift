import RealModule
import Syncopate

/// Somebody whose recall comes from difficulty, ability and study history, and fades as a power of time (DASH; Lindsey,
/// Shroyer, Pashler & Mozer 2014), with the values of Reddy, Levine & Dragan (2017), as in their program.
///
/// `m = sigmoid(-d + sum over windows of w (ln(1+c) + ln(1+n)))` with difficulty d = N(1,1), c right of n attempts in a
/// window of a fifth of the run, and w = 1/25, 1/16, 1/9, 1/4, 1 from the first to the last; only windows before the current
/// one count. Recall is `m / (1 + r t)^f` after t seconds, with `r = exp(N(0,.01))` and `f = exp(-exp(N(1,1)))`. Items were
/// last seen at exp(N(0,.01)) seconds after the start.
public struct DASHStudent: RecallingStudent {
    private static let windows = 5
    private let difficulties: [Double]
    private let exponents: [Double]
    private let rate: Double
    private var lastTimes: [Double]
    /// `[item][window]`.
    private var right: [[Double]]
    private var tried: [[Double]]
    /// Probability at delay zero, per item, from the windows before the current one.
    private var fresh: [Double]
    private var steps = 0
    private let windowSize: Int
    private var generator: SeededGenerator

    /// - Parameter steps: of the whole run.
    init(seed: UInt64, itemCount: Int = 30, steps: Int = RecallRecord.steps) {
        var generator = SeededGenerator(seed: seed)
        difficulties = (0..<itemCount).map { _ in 1 + generator.normal() }
        exponents = (0..<itemCount).map { _ in Double.exp(-Double.exp(1 + generator.normal())) }
        rate = Double.exp(0.01 * generator.normal())
        lastTimes = (0..<itemCount).map { _ in Double.exp(0.01 * generator.normal()) }
        right = [[Double]](repeating: [Double](repeating: 0, count: Self.windows), count: itemCount)
        tried = right
        windowSize = max(steps / Self.windows, 1)
        fresh = difficulties.map { 1 / (1 + Double.exp($0)) }
        self.generator = generator
    }

    private var window: Int { min(steps / windowSize, Self.windows - 1) }

    private func recall(of item: Int, after seconds: Double) -> Double {
        fresh[item] * retention(of: item, after: seconds)
    }

    private func retention(of item: Int, after seconds: Double) -> Double {
        Double.pow(1 + rate * max(seconds, 0), -exponents[item])
    }

    public func recall(at time: Double) -> [Double] {
        lastTimes.indices.map { recall(of: $0, after: time - lastTimes[$0]) }
    }

    /// The current window counts here as if it were over, for else an attempt would teach nothing.
    public func gain(of item: Int, at time: Double, ahead: Double) -> Double {
        let now = window
        let p = recall(of: item, after: time - lastTimes[item])
        let before = history(of: item, windows: now + 1)
        func success(_ history: Double) -> Double { 1 / (1 + Double.exp(difficulties[item] - history)) }
        let tries = Double.log((2 + tried[item][now]) / (1 + tried[item][now]))
        let rights = Double.log((2 + right[item][now]) / (1 + right[item][now]))
        let weight = Self.weight(ofWindow: now)
        let after =
            p * success(before + weight * (tries + rights)) + (1 - p) * success(before + weight * tries)
        return after * retention(of: item, after: ahead)
            - success(before) * retention(of: item, after: time + ahead - lastTimes[item])
    }

    public mutating func attempt(_ item: Int, at time: Double) -> Double {
        let score = generator.uniform() < recall(of: item, after: time - lastTimes[item]) ? 1.0 : 0.0
        let before = window
        steps += 1
        let now = window
        right[item][now] += score
        tried[item][now] += 1
        lastTimes[item] = time
        if now != before { refresh(before: now) }
        return score
    }

    private mutating func refresh(before current: Int) {
        for item in fresh.indices {
            fresh[item] = 1 / (1 + Double.exp(difficulties[item] - history(of: item, windows: current)))
        }
    }

    /// What the first windows add to the log-odds.
    private func history(of item: Int, windows: Int) -> Double {
        (0..<windows).reduce(0) { total, window in
            let logs = Double.log(1 + right[item][window]) + Double.log(1 + tried[item][window])
            return total + Self.weight(ofWindow: window) * logs
        }
    }

    private static func weight(ofWindow window: Int) -> Double {
        let place = Double(windows - window)
        return 1 / (place * place)
    }
}
