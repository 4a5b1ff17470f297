import RealModule
import Syncopate

/// Somebody whose memory of an item has a half-life that grows with what went right (half-life regression; Settles &
/// Meeder 2016, whose features these are).
///
/// Recall is `2^(-days / h)`, `h = 2^(b + c sqrt(right) + .2 sqrt(wrong))` days, with b = N(1,.8) per item and
/// c = exp(N(0,.25)) for the student. Of the answers of a day to an item only the first counts towards h, so that cramming
/// does not pay. A first meeting is right with probability .3; what was never seen is not recalled.
public struct HalfLifeStudent: Student {
    private let bases: [Double]
    private let growth: Double
    private var right: [Double]
    private var wrong: [Double]
    private var lastTimes: [Double?]
    private var generator: SeededGenerator

    init(seed: UInt64, itemCount: Int) {
        var generator = SeededGenerator(seed: seed)
        growth = Double.exp(0.25 * generator.normal())
        bases = (0..<itemCount).map { _ in 1 + 0.8 * generator.normal() }
        right = [Double](repeating: 0, count: itemCount)
        wrong = right
        lastTimes = [Double?](repeating: nil, count: itemCount)
        self.generator = generator
    }

    /// Probability of recalling an item at a time, in seconds; 0 if it was never seen.
    public func recall(of item: Int, at time: Double) -> Double {
        guard let last = lastTimes[item] else { return 0 }
        let halfLife = Double.exp2(bases[item] + growth * right[item].squareRoot() + 0.2 * wrong[item].squareRoot())
        return Double.exp2(-max(time - last, 0) / Day.seconds / halfLife)
    }

    /// Mean over the items.
    public func recall(at time: Double) -> Double {
        bases.indices.reduce(0) { $0 + recall(of: $1, at: time) } / Double(max(bases.count, 1))
    }

    public mutating func attempt(_ item: Int, at time: Double) -> Double {
        let success = lastTimes[item] == nil ? 0.3 : recall(of: item, at: time)
        let score = generator.uniform() < success ? 1.0 : 0.0
        if lastTimes[item].map({ Day.of($0) != Day.of(time) }) ?? true {
            right[item] += score
            wrong[item] += 1 - score
        }
        lastTimes[item] = time
        return score
    }
}
