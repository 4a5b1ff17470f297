/// Learners are banded by mean mastery, and the bands take turns, each on the skill that most of it is ready for and
/// lacks, by knowledge tracing at .95.
public struct HomogeneousBandsPolicy: CohortPolicyFamily {
    public let name = "homogeneous bands"

    public init() {}

    public func policy(for brief: CohortBrief, seed: UInt64) -> any CohortPolicy {
        Chooser(notes: CohortNotes(brief), lot: CohortLot(seed: seed))
    }

    private struct Chooser: CohortPolicy {
        var notes: CohortNotes
        var lot: CohortLot
        var session = 0

        mutating func observe(learner: Int, skill: Int, score: Double, at time: Double) {
            notes.observe(learner: learner, skill: skill, score: score)
        }

        mutating func seating(at time: Double) -> CohortSeating? {
            let brief = notes.brief
            let order = lot.order(by: (0..<brief.learners).map { notes.mastery($0) })
            let bands = max((brief.learners + brief.seats - 1) / max(brief.seats, 1), 1)
            let band = session % bands
            session += 1
            // The last band is filled up from the one before.
            let start = max(min(band * brief.seats, brief.learners - brief.seats), 0)
            let learners = Array(order.dropFirst(start).prefix(brief.seats))
            let open = (0..<brief.skills).map { skill in
                Double(learners.count { notes.isOpen($0, skill) })
            }
            return CohortSeating(skill: lot.best(open), learners: learners)
        }

        mutating func taught(_ seating: CohortSeating, at time: Double) {}
    }
}
