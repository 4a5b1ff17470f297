/// Anybody meets on any skill.
public struct RandomSeatsPolicy: CohortPolicyFamily {
    public let name = "random"

    public init() {}

    public func policy(for brief: CohortBrief, seed: UInt64) -> any CohortPolicy {
        Chooser(brief: brief, lot: CohortLot(seed: seed))
    }

    private struct Chooser: CohortPolicy {
        let brief: CohortBrief
        var lot: CohortLot

        mutating func observe(learner: Int, skill: Int, score: Double, at time: Double) {}

        mutating func seating(at time: Double) -> CohortSeating? {
            let skill = lot.order(brief.skills).first ?? 0
            return CohortSeating(skill: skill, learners: Array(lot.order(brief.learners).prefix(brief.seats)))
        }

        mutating func taught(_ seating: CohortSeating, at time: Double) {}
    }
}
