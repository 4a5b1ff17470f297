import Syncopate

/// The engine's own generator, so that a seed means the same class in tests, samples and benchmarks.
public struct SeededGenerator: RandomNumberGenerator {
    private var base: Syncopate.SeededGenerator

    public init(seed: UInt64) { base = .init(seed: seed) }

    public mutating func next() -> UInt64 { base.next() }

    /// A uniform number in 0..<1.
    public mutating func uniform() -> Double { base.uniform() }

    /// A standard normal number.
    public mutating func normal() -> Double { base.normal() }
}
