import InventedCourses
import Syncopate

extension Workload {
    /// What is believed of a learner, answer by answer and anew.
    static let beliefs = [
        Workload("belief-update", "answers told to the recommender, learner by learner", 2_000, "answer", repeats: 10) {
            _ in
            let course = try PracticeSetup.course()
            let recommender = Recommender(catalogue: course.catalogue)
            let logs = (0..<20).map { course.answers(learner: $0, most: 200) }
            var states = [PracticeState](repeating: recommender.newLearner, count: 20)
            return { round in
                for learner in states.indices {
                    for number in 0..<100 {
                        let answer = logs[learner].isEmpty ? nil : logs[learner][number % logs[learner].count]
                        recommender.observe(
                            item: answer?.item ?? number, score: answer?.score ?? 1,
                            at: 1_760_000_000 + Double(round) * 86_400 + Double(number) * 60, &states[learner])
                    }
                }
                return states.count { $0.last > 0 }
            }
        },
        Workload(
            "belief-rebuild", "records of 100 answers read, and what is believed after them", 20, "record", repeats: 5
        ) {
            _ in
            var setup = try PracticeSetup()
            let written = setup.records(answers: 100).prefix(20).map { setup.keeper.bytes(of: $0) }
            var keeper = setup.keeper
            return { _ in try written.reduce(0) { try $0 + keeper.record(from: $1).answers } }
        },
    ]
}
