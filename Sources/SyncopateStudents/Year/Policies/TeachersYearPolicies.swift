import Syncopate

/// Nobody meets.
struct NobodyMeetsYearPolicy: YearPolicy {
    func plan(_ week: YearWeek) -> YearPlan { YearPlan() }
}

/// Learners take turns in meeting about the topic of the week.
struct RotatingYearPolicy: YearPolicy {
    private var next = 0

    mutating func plan(_ week: YearWeek) -> YearPlan {
        let count = week.learners.count
        let seated = (0..<min(week.seats, count)).map { (next + $0) % count }
        next = (next + week.seats) % count
        return YearPlan(topic: week.topics.upperBound, seated: seated)
    }
}

/// Anybody meets, about any topic taught so far.
struct RandomYearPolicy: YearPolicy {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func plan(_ week: YearWeek) -> YearPlan {
        let topic = week.topics.lowerBound + Int(generator.uniform() * Double(week.topics.count))
        let lots = week.learners.map { _ in generator.uniform() }
        let order = week.learners.sorted { (lots[$0], $0) < (lots[$1], $1) }
        return YearPlan(topic: topic, seated: Array(order.prefix(week.seats)))
    }
}

/// Those with the lowest mean score meet, about what they have least of.
struct LowestMasteryYearPolicy: YearPolicy {
    /// Whether everybody's own time goes to what they have the lowest score on, missing work first.
    var plansOwnTime = false

    func plan(_ week: YearWeek) -> YearPlan {
        // Who has no score at all is below everybody.
        let means = week.learners.map { week.book.mean($0) ?? -1 }
        let seated = Array(week.learners.sorted { (means[$0], $0) < (means[$1], $1) }.prefix(week.seats))
        let weakest = week.topics.map { topic -> Double in
            let scores = seated.flatMap { learner in
                (0...week.number).filter { week.book.course.topics[$0] == topic }
                    .compactMap { week.book.score(learner, $0) }
            }
            return scores.isEmpty ? 1 : scores.reduce(0, +) / Double(scores.count)
        }
        let topic = week.topics.min { (weakest[$0], $0) < (weakest[$1], $1) }
        var plan = YearPlan(topic: topic, seated: seated)
        guard plansOwnTime else { return plan }
        plan.tasks = week.learners.map { learner in
            week.book.open(learner, week: week.number)
                .min { (week.book.score(learner, $0) ?? 0, $0) < (week.book.score(learner, $1) ?? 0, $1) }
                .map { YearTask(topic: week.book.course.topics[$0], mode: .asyncSolo, column: $0) }
        }
        return plan
    }
}
