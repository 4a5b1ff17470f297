/// Learners take turns, and sessions go through the course in its order, whatever was answered.
public struct FixedRotationPolicy: CohortPolicyFamily {
    public let name = "fixed rotation"

    public init() {}

    public func policy(for brief: CohortBrief, seed: UInt64) -> any CohortPolicy { Chooser(brief: brief) }

    private struct Chooser: CohortPolicy {
        let brief: CohortBrief
        var session = 0

        mutating func observe(learner: Int, skill: Int, score: Double, at time: Double) {}

        mutating func seating(at time: Double) -> CohortSeating? {
            let first = session * brief.seats
            let skill = session % max(brief.skills, 1)
            session += 1
            return CohortSeating(
                skill: skill,
                learners: (first..<first + min(brief.seats, brief.learners)).map { $0 % brief.learners })
        }

        mutating func taught(_ seating: CohortSeating, at time: Double) {}
    }
}
