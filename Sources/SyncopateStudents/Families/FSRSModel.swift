import RealModule

/// FSRS-6, the memory model of Anki's scheduler (Ye, Su & Cao 2022 and open-spaced-repetition), for answers that are right
/// ("good") or wrong ("again").
///
/// Checked against the package py-fsrs. Times are whole days.
public struct FSRSModel: Sendable, Hashable {
    /// Memory of an item.
    public struct Memory: Sendable, Hashable {
        /// Days until recall is down to .9.
        public var stability: Double
        /// 1...10.
        public var difficulty: Double
        /// Day of the last review.
        public var lastDay: Int

        public init(stability: Double, difficulty: Double, lastDay: Int) {
            self.stability = stability
            self.difficulty = difficulty
            self.lastDay = lastDay
        }
    }

    /// The twenty-one weights w0...w20.
    public let weights: [Double]
    private let factor: Double

    /// The published default weights.
    public static let standard = FSRSModel(weights: standardWeights)

    static let standardWeights = [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]

    /// - Parameter weights: w0...w20; any other number gives the default weights.
    public init(weights: [Double]) {
        self.weights = weights.count == Self.standardWeights.count ? weights : Self.standardWeights
        factor = Double.pow(0.9, -1 / self.weights[20]) - 1
    }

    /// Probability of recall a number of days after the last review.
    public func recall(_ memory: Memory, onDay day: Int) -> Double {
        recall(stability: memory.stability, days: Double(max(day - memory.lastDay, 0)))
    }

    private func recall(stability: Double, days: Double) -> Double {
        Double.pow(1 + factor * days / stability, -weights[20])
    }

    /// The memory after a first meeting.
    ///
    /// - Parameters:
    ///   - stabilityFactor: multiplies the initial stability.
    ///   - difficultyShift: is added to the initial difficulty before it is held to 1...10.
    public func first(
        right: Bool, onDay day: Int, stabilityFactor: Double = 1, difficultyShift: Double = 0
    ) -> Memory {
        Memory(
            stability: max(weights[right ? 2 : 0] * stabilityFactor, 0.001),
            difficulty: Self.held(initialDifficulty(rating: right ? 3 : 1) + difficultyShift), lastDay: day)
    }

    /// The memory after a review, with the short-term rule for a second one on the same day.
    public func next(_ memory: Memory, right: Bool, onDay day: Int) -> Memory {
        let stability: Double
        if day <= memory.lastDay {
            stability = shortTerm(memory.stability, right: right)
        } else {
            let recall = recall(memory, onDay: day)
            stability = right ? afterRecall(memory, recall: recall) : afterLapse(memory, recall: recall)
        }
        // Damped near 10, then pulled to the difficulty of an easy first answer, which is not held to 1...10 here.
        let change = -weights[6] * (right ? 0 : -2) * (10 - memory.difficulty) / 9
        let reverted =
            weights[7] * initialDifficulty(rating: 4) + (1 - weights[7]) * (memory.difficulty + change)
        return Memory(stability: max(stability, 0.001), difficulty: Self.held(reverted), lastDay: day)
    }

    private func initialDifficulty(rating: Double) -> Double {
        weights[4] - Double.exp(weights[5] * (rating - 1)) + 1
    }

    private func shortTerm(_ stability: Double, right: Bool) -> Double {
        let growth =
            Double.exp(weights[17] * ((right ? 0 : -2) + weights[18])) * Double.pow(stability, -weights[19])
        return stability * (right ? max(growth, 1) : growth)
    }

    private func afterRecall(_ memory: Memory, recall: Double) -> Double {
        let growth =
            Double.exp(weights[8]) * (11 - memory.difficulty) * Double.pow(memory.stability, -weights[9])
            * (Double.exp((1 - recall) * weights[10]) - 1)
        return memory.stability * (1 + growth)
    }

    private func afterLapse(_ memory: Memory, recall: Double) -> Double {
        let longTerm =
            weights[11] * Double.pow(memory.difficulty, -weights[12])
            * (Double.pow(memory.stability + 1, weights[13]) - 1) * Double.exp((1 - recall) * weights[14])
        return min(longTerm, memory.stability / Double.exp(weights[17] * weights[18]))
    }

    private static func held(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }
}
