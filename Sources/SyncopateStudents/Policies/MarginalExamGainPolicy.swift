/// The attempt that adds most to the expected recall on the day of the exam, by FSRS with default weights.
///
/// For an item seen before: recall now, times recall at the exam after a right answer, plus the rest times that after a
/// wrong one, less recall at the exam without the attempt. For a new item: the same with the brief's prior as recall now
/// and nothing without. The first of equals.
public struct MarginalExamGainPolicy: PolicyFamily {
    public let name = "marginal exam gain"

    public init() {}

    public func suits(_ brief: TutoringBrief) -> Bool {
        guard case .rememberUntil = brief.purpose else { return false }
        return ReviewMemories.suits(brief)
    }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        var exam = 0.0
        if case .rememberUntil(let time) = brief.purpose { exam = time }
        return Chooser(exam: Day.of(exam), prior: brief.nominal.prior, memories: ReviewMemories(brief))
    }

    private struct Chooser: TutoringPolicy {
        let exam: Int
        let prior: Double
        var memories: ReviewMemories

        mutating func next(at time: Double) -> Int {
            let day = Day.of(time)
            let model = ReviewMemories.model
            let newGain =
                prior * model.recall(model.first(right: true, onDay: day), onDay: exam)
                + (1 - prior) * model.recall(model.first(right: false, onDay: day), onDay: exam)
            var best = 0
            var bestGain = -Double.infinity
            for (item, memory) in memories.memories.enumerated() {
                var gain = newGain
                if let memory {
                    let recall = model.recall(memory, onDay: day)
                    gain =
                        recall * model.recall(model.next(memory, right: true, onDay: day), onDay: exam)
                        + (1 - recall) * model.recall(model.next(memory, right: false, onDay: day), onDay: exam)
                        - model.recall(memory, onDay: exam)
                }
                if gain > bestGain {
                    best = item
                    bestGain = gain
                }
            }
            return best
        }

        mutating func observe(_ item: Int, score: Double, at time: Double) {
            memories.observe(item, score: score, at: time)
        }
    }
}
