import RealModule
import Syncopate

/// Somebody who forgets exponentially, less so after every review (EFC; Reddy, Levine & Dragan 2017, as in their program).
///
/// The chance of recall is `exp(-d (now - last) / s)` with the item's rate d = exp(N(ln .077, 1)) and strength s, which is 1
/// plus the number of reviews, right or wrong. Items were last seen at exp(N(0,1)) seconds after the start; recall is
/// certain before that.
public struct ExponentialForgettingStudent: RecallingStudent {
    private let rates: [Double]
    private var lastTimes: [Double]
    private var strengths: [Double]
    private var generator: SeededGenerator

    init(seed: UInt64, itemCount: Int = 30) {
        var generator = SeededGenerator(seed: seed)
        rates = (0..<itemCount).map { _ in 0.077 * Double.exp(generator.normal()) }
        lastTimes = (0..<itemCount).map { _ in Double.exp(generator.normal()) }
        strengths = [Double](repeating: 1, count: itemCount)
        self.generator = generator
    }

    private func recall(of item: Int, since time: Double, strength: Double, at now: Double) -> Double {
        Double.exp(-rates[item] * max(now - time, 0) / strength)
    }

    public func recall(at time: Double) -> [Double] {
        rates.indices.map { recall(of: $0, since: lastTimes[$0], strength: strengths[$0], at: time) }
    }

    public func gain(of item: Int, at time: Double, ahead: Double) -> Double {
        let later = time + ahead
        return recall(of: item, since: time, strength: strengths[item] + 1, at: later)
            - recall(of: item, since: lastTimes[item], strength: strengths[item], at: later)
    }

    public mutating func attempt(_ item: Int, at time: Double) -> Double {
        let success = recall(of: item, since: lastTimes[item], strength: strengths[item], at: time)
        strengths[item] += 1
        lastTimes[item] = time
        return generator.uniform() < success ? 1 : 0
    }
}
