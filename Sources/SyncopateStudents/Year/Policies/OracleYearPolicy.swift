import Syncopate

/// Sees every ability and what every mode is worth to everybody, and takes what adds most success at once.
struct OracleYearPolicy: YearOracle {
    private var truth: YearClass?

    mutating func look(at truth: YearClass) { self.truth = truth }

    func plan(_ week: YearWeek) -> YearPlan {
        guard let truth else { return YearPlan() }
        let offered = Array(Set(week.topics).union(topicsAhead(week))).sorted()
        func added(_ learner: Int, _ topic: Int, _ mode: Mode) -> Double {
            let logit = truth.logits[learner][topic]
            return Logistic.probability(logit + truth.gain(learner, topic, mode)) - Logistic.probability(logit)
        }
        var tasks: [YearTask?] = []
        var alone: [Double] = []
        for learner in week.learners {
            var best: (task: YearTask, value: Double)?
            for topic in offered {
                for mode in [Mode.asyncSolo, .asyncSocial] {
                    let value = added(learner, topic, mode)
                    if value > best?.value ?? -.infinity { best = (YearTask(topic: topic, mode: mode), value) }
                }
            }
            tasks.append(best?.task)
            alone.append(best?.value ?? 0)
        }
        var meeting: (topic: Int, seated: [Int], value: Double)?
        for topic in offered {
            let uplifts = week.learners.map { added($0, topic, .liveTeacher) - alone[$0] }
            let order = week.learners.filter { uplifts[$0] > 0 }
                .sorted { (-uplifts[$0], $0) < (-uplifts[$1], $1) }.prefix(week.seats)
            let value = order.reduce(0) { $0 + uplifts[$1] }
            if value > meeting?.value ?? 0 { meeting = (topic, Array(order), value) }
        }
        return YearPlan(topic: meeting?.topic, seated: meeting?.seated ?? [], tasks: tasks)
    }

    /// Topics of the columns to come that an export has.
    private func topicsAhead(_ week: YearWeek) -> [Int] {
        let topics = week.book.course.topics
        return Array(topics[week.number..<min(week.number + 1 + YearWorld.ahead, topics.count)])
    }
}
