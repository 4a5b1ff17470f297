/// What is due comes first: of the items whose recall, by FSRS with default weights, is down to the threshold, the one
/// nearest to forgotten; without any, a new item; without any, the one nearest to forgotten.
public struct DueFirstPolicy: PolicyFamily {
    public var name: String { "due first at \(threshold)" }
    /// Recall below which an item is due.
    public let threshold: Double

    /// - Parameter threshold: 0...1; Anki's default is .9.
    public init(threshold: Double = 0.9) { self.threshold = threshold }

    public func suits(_ brief: TutoringBrief) -> Bool { ReviewMemories.suits(brief) }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(threshold: threshold, memories: ReviewMemories(brief))
    }

    private struct Chooser: TutoringPolicy {
        let threshold: Double
        var memories: ReviewMemories

        mutating func next(at time: Double) -> Int {
            let day = Day.of(time)
            var weakest = 0
            var least = Double.infinity
            var new: Int?
            for (item, memory) in memories.memories.enumerated() {
                guard let memory else {
                    new = new ?? item
                    continue
                }
                let recall = ReviewMemories.model.recall(memory, onDay: day)
                if recall < least {
                    least = recall
                    weakest = item
                }
            }
            return least < threshold ? weakest : new ?? weakest
        }

        mutating func observe(_ item: Int, score: Double, at time: Double) {
            memories.observe(item, score: score, at: time)
        }
    }
}
