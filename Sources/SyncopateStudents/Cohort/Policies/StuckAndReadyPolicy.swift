/// The skill that most learners are stuck on and ready for, by rule: fifteen attempts, not called known, and all it builds
/// on called so by knowledge tracing at .95. Seats left over go to others who are ready for it.
public struct StuckAndReadyPolicy: CohortPolicyFamily {
    public let name = "stuck and ready"
    /// What a seat for somebody ready counts beside one for somebody stuck and ready.
    static let filling = 1e-3

    public init() {}

    public func policy(for brief: CohortBrief, seed: UInt64) -> any CohortPolicy {
        Chooser(notes: CohortNotes(brief), lot: CohortLot(seed: seed))
    }

    private struct Chooser: CohortPolicy {
        var notes: CohortNotes
        var lot: CohortLot

        mutating func observe(learner: Int, skill: Int, score: Double, at time: Double) {
            notes.observe(learner: learner, skill: skill, score: score)
        }

        mutating func seating(at time: Double) -> CohortSeating? {
            let brief = notes.brief
            let merit = (0..<brief.learners).map { learner in
                (0..<brief.skills).map { skill -> Double in
                    guard notes.isOpen(learner, skill) else { return 0 }
                    return notes.attempts[learner][skill] >= OwnTimePractice.limit ? 1 : filling
                }
            }
            return lot.seating(merit, brief: brief)
        }

        mutating func taught(_ seating: CohortSeating, at time: Double) {}
    }
}
