/// What one learner keeps of one thing learnt: how firmly, how hard it is for them, and since when.
public struct MemoryTrace: Sendable, Hashable {
    /// Days until recall falls to nine in ten.
    public var stability: Double
    /// How hard it is to strengthen, 1...10.
    public var difficulty: Double
    /// Seconds since 1970 of the last time it was practised.
    public var last: Double

    public init(stability: Double, difficulty: Double, last: Double) {
        self.stability = stability
        self.difficulty = difficulty
        self.last = last
    }
}
