/// One figure, measured once a round.
public struct BenchMetric: Sendable, Hashable {
    /// What is measured, in words with underscores, such as `step_requests`.
    public let name: String
    /// Such as `1/s`, `s`, `B`, or nothing for a share.
    public let unit: String
    public let isHigherBetter: Bool
    /// In the order of the rounds.
    public var samples: [Double]

    public init(_ name: String, _ unit: String, isHigherBetter: Bool, _ samples: [Double] = []) {
        self.name = name
        self.unit = unit
        self.isHigherBetter = isHigherBetter
        self.samples = samples
    }

    /// The middle one; of an even number the mean of the two in the middle. NaN of none.
    public var median: Double {
        let sorted = samples.sorted()
        guard !sorted.isEmpty else { return .nan }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
