import Foundation

/// Zeros entered for scores, as a gradebook has them for missing work.
struct Planting {
    /// Whose scores they take the place of.
    enum Pattern: String, CaseIterable, Encodable {
        /// Each score alike.
        case uniform
        /// Some learners' more than others': rates are log-normal with deviation 1 of the logarithm, at most .9.
        case learner
    }

    var pattern: Pattern
    /// Share of the scores, on average; zero plants nothing.
    var rate: Double
    /// Tells draws apart.
    var seed: UInt64

    /// What stands in the gradebook for a score; the same for the same place and seed.
    func entered(_ place: String, learner: Int, column: Int, score: Double) -> Double {
        guard rate > 0 else { return score }
        var rate = rate
        if pattern == .learner {
            var generator = SplitMix64(text: "neglect/\(seed)/\(place)/\(learner)")
            rate = min(rate * exp(generator.normal() - 0.5), 0.9)
        }
        var generator = SplitMix64(text: "zero/\(seed)/\(place)/\(learner)/\(column)")
        return generator.uniform() < rate ? 0 : score
    }
}

extension SplitMix64 {
    /// Seeded by a text (FNV-1a: Swift's own hashes differ from run to run).
    init(text: String) {
        self.init(seed: text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }

    /// A number from 0 to just below 1.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A standard normal number, by Box and Muller (1958).
    mutating func normal() -> Double {
        (-2 * log(1 - uniform())).squareRoot() * cos(2 * Double.pi * uniform())
    }
}
