/// What was measured, where, and of what.
public struct BenchReport: Sendable {
    /// A fact about the machine, the program or what it was given: not a measurement.
    public struct Fact: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What a kind of request took.
    public struct Request: Sendable {
        public let name: String
        public let latencies: Latencies
        public let errors: Int
    }

    /// The machine and the program.
    public var machine: [Fact] = []
    /// What it was given to do.
    public var settings: [Fact] = []
    /// One hash of all decisions; `nil` where rounds that should be alike decided differently.
    public var signature: String?
    /// Decisions that went into it.
    public var decisions = 0
    public var metrics: [BenchMetric] = []
    public var requests: [Request] = []
    public var loads: [LoadPoint] = []

    public init() {}

    /// Adds a figure of a round.
    public mutating func add(_ name: String, _ unit: String, isHigherBetter: Bool = true, _ sample: Double) {
        if let place = metrics.firstIndex(where: { $0.name == name }) {
            metrics[place].samples.append(sample)
        } else {
            metrics.append(BenchMetric(name, unit, isHigherBetter: isHigherBetter, [sample]))
        }
    }

    public func metric(_ name: String) -> BenchMetric? { metrics.first { $0.name == name } }
}
