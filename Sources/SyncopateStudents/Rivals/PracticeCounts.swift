import RealModule
import Syncopate

/// How often one learner has tried things, and how much of it was right: what logistic models of practice are made of.
///
/// Kept by the positions of the log that is gone through, so that practice of items and skills nobody was fitted on
/// counts too. A fractional score is that part of a win.
struct PracticeCounts {
    /// Tries and wins; wins are at most tries.
    struct Tally {
        var attempts = 0.0
        var wins = 0.0

        var failures: Double { attempts - wins }

        mutating func add(_ score: Double) {
            attempts += 1
            wins += score
        }
    }

    private(set) var total = Tally()
    private(set) var ofItem: [Tally]
    private(set) var ofSkill: [Tally]

    private init(_ log: ResponseLog) {
        ofItem = Array(repeating: Tally(), count: log.items.count)
        ofSkill = Array(repeating: Tally(), count: log.skills.count)
    }

    /// Goes through the responses in order, giving `body` the position of each with the counts before its bundle.
    static func walk(_ log: ResponseLog, _ body: (_ response: Int, _ counts: borrowing PracticeCounts) -> Void) {
        var counts = PracticeCounts(log)
        for learner in log.learners.indices {
            log.forEachBundle(ofLearner: learner) { bundle, _ in
                for response in bundle { body(response, counts) }
                for response in bundle { counts.record(response, of: log) }
            }
            // Undone, not made anew: a learner has met few of all items.
            for response in log.responses(ofLearner: learner) { counts.forget(response, of: log) }
            counts.total = Tally()
        }
    }

    private mutating func record(_ response: Int, of log: ResponseLog) {
        let score = log.score[response]
        total.add(score)
        ofItem[Int(log.item[response])].add(score)
        for skill in log.skillSets[Int(log.skillSet[response])].skills { ofSkill[Int(skill)].add(score) }
    }

    private mutating func forget(_ response: Int, of log: ResponseLog) {
        ofItem[Int(log.item[response])] = Tally()
        for skill in log.skillSets[Int(log.skillSet[response])].skills { ofSkill[Int(skill)] = Tally() }
    }
}
