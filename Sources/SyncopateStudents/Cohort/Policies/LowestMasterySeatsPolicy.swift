/// The learners with the lowest mean mastery meet on the skill that they have least of, as dashboards that sort by mastery
/// suggest.
public struct LowestMasterySeatsPolicy: CohortPolicyFamily {
    public let name = "lowest mastery"

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
            let order = lot.order(by: (0..<brief.learners).map { -notes.mastery($0) })
            let learners = Array(order.prefix(brief.seats))
            let lacking = (0..<brief.skills).map { skill in
                -learners.reduce(0) { $0 + notes.known($1, skill) }
            }
            return CohortSeating(skill: lot.best(lacking), learners: learners)
        }

        mutating func taught(_ seating: CohortSeating, at time: Double) {}
    }
}
