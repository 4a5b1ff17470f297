import Syncopate
import SyncopateStudents

/// Plans of one kind of world, with and without the proof.
struct SeatRecord {
    /// Of how many the best was proven.
    var proven = 0
    /// What the plan without the proof comes to, as a share of the proven best.
    var shares: [Double] = []
    /// Most seconds that a plan with the proof took.
    var seconds = 0.0

    static func judge(_ world: SeatWorld, problems: Int) -> SeatRecord {
        var record = SeatRecord()
        for seed in 0..<UInt64(max(problems, 0)) {
            let problem = world.problem(seed: seed + 1)
            var best = ConveningPlan(meetings: [], isOptimal: false)
            let taken = Convening.seconds { best = Convener().plan(problem) }
            record.seconds = max(record.seconds, taken)
            guard best.isOptimal, best.value > 0 else { continue }
            record.proven += 1
            record.shares.append(Convener(searchWork: 0).plan(problem).value / best.value)
        }
        return record
    }
}
