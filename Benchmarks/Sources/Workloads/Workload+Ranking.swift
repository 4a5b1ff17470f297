import RankedCourses
import Syncopate

extension Workload {
    /// Items for many learners by a fitted model.
    static let ranking = [
        Workload("scoring-tile", "learners scored on 1,000 items over 400 sets of skills", 64, "learner", repeats: 4) {
            _ in try ranked(RankedCourse(skills: 60, items: 1_000, sets: 400, isPlain: false, learners: 12), limit: 1)
        },
        Workload("top-k", "best 20 of 20,000 items over 20 sets of skills", 64, "learner", repeats: 4) { _ in
            try ranked(RankedCourse(skills: 20, items: 20_000, sets: 20, isPlain: true, learners: 12), limit: 20)
        },
    ]

    private static func ranked(_ course: RankedCourse, limit: Int) -> Work {
        let some = (0..<8).map { course.state(of: $0) }
        let states = (0..<64).map { some[$0 % some.count] }
        var settings = RankingSettings()
        settings.limit = limit
        let ranker = ItemRanker(course.bank, settings: settings)
        return { _ in ranker.rank(states).items.reduce(0) { $0 &+ Int($1) } }
    }
}
