import RealModule

/// SplitMix64 (Steele, Lea & Flood 2014): a small generator whose stream is the same on every machine.
///
/// Randomness comes into the engine only as a seed in its settings.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A uniform number in 0..<1, with 53 random bits.
    package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A standard normal number, by Box and Muller (1958).
    package mutating func normal() -> Double {
        let radius = (-2 * Double.log(1 - uniform())).squareRoot()
        return radius * Double.cos(2 * .pi * uniform())
    }

    /// How many of `trials` succeed, each with `probability`.
    package mutating func successes(of trials: Int, probability: Double) -> Int {
        var count = 0
        for _ in 0..<max(trials, 0) where uniform() < probability { count += 1 }
        return count
    }
}
