/// For each of many learners the items nearest to the success asked for.
public struct RankedItems: Sendable, Equatable {
    /// Items a learner, at most.
    public let limit: Int
    /// Positions of the items, learners times ``limit``, the nearest first; -1 where a learner has no more.
    public internal(set) var items: [Int32]
    /// The probability of success on each; NaN where there is none.
    public internal(set) var successes: [Double]
    /// Learners whose state could not be gone on from, and why: they have no items.
    public internal(set) var faults: [Fault] = []

    public struct Fault: Sendable, Equatable {
        /// Position of the learner.
        public let learner: Int
        public let reason: LearnerState.Fault
    }

    init(learners: Int, limit: Int) {
        self.limit = limit
        items = [Int32](repeating: -1, count: learners * limit)
        successes = [Double](repeating: .nan, count: learners * limit)
    }

    /// Bytes that the items and their successes take.
    public var bytes: Int { items.count * (MemoryLayout<Int32>.stride + MemoryLayout<Double>.stride) }

    /// Number of learners.
    public var count: Int { limit > 0 ? items.count / limit : 0 }

    /// The items of one learner and the success expected on each, the nearest first.
    public func choices(of learner: Int) -> [(item: Int, success: Double)] {
        guard learner >= 0, learner < count else { return [] }
        return (learner * limit..<(learner + 1) * limit).prefix { items[$0] >= 0 }
            .map { (Int(items[$0]), successes[$0]) }
    }
}
