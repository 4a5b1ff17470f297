/// Two learners whose responses are copies of each other by a ``TwinRule``.
public struct TwinPair: Sendable, Hashable {
    /// Position of a learner in the log that was searched.
    public let first: Int
    /// Position of the other: in the same log, and then after `first`; or in the reference log, if there was one.
    public let second: Int
    /// How many responses, by item and occurrence, both have.
    public let shared: Int
    /// How many of these have the same outcome.
    public let agreeing: Int

    public init(first: Int, second: Int, shared: Int, agreeing: Int) {
        self.first = first
        self.second = second
        self.shared = shared
        self.agreeing = agreeing
    }

    /// Share of the shared responses with the same outcome, 0...1.
    public var agreement: Double { Double(agreeing) / Double(max(shared, 1)) }
}
