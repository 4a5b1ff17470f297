import Syncopate

/// Logs of answers for tests, row by row.
enum PracticeLog {
    /// One answer; skills as the log tags the item with, where it does.
    struct Row {
        var learner = "ada"
        var item: String
        var score: Double
        var at = Double.nan
        var skills: [String] = []
        var status = Status.scored
    }

    static func log(_ rows: [Row]) -> EvidenceLog {
        var log = EvidenceLog()
        for row in rows {
            let learner = log.intern(Learner(id: row.learner))
            let skills = row.skills.map { SkillWeight(skill: $0) }
            let item = log.intern(Item(id: row.item, title: row.item, skills: skills))
            log.append(
                Event(learner: learner, item: item, status: row.status, score: row.score, at: row.at, row: 1))
        }
        return log
    }

    /// Answers by lot of a few learners on these items, an hour to two days apart.
    static func rows(
        _ items: [(id: String, skills: [String])], count: Int, seed: UInt64, learners: Int = 2
    ) -> [Row] {
        var generator = SeededGenerator(seed: seed)
        var now = 1_700_000_000.0
        return (0..<count).map { _ in
            now += 3_600 + Double(generator.next() % 170_000)
            let item = items[Int(generator.next() % UInt64(items.count))]
            return Row(
                learner: "learner \(generator.next() % UInt64(learners))", item: item.id,
                score: Double(generator.next() % 3) / 2, at: now, skills: item.skills)
        }
    }
}
