import Syncopate

/// One class under one policy from the first week to the last.
struct YearRun {
    /// What runs are judged by, the headline first.
    static let figures = [
        TutoringFigure("mean mastery", higherIsBetter: true),
        TutoringFigure("at the goal", higherIsBetter: true),
        TutoringFigure("lowest third", higherIsBetter: true),
    ]

    /// Mean over learners and topics of the chance of success, at the end.
    let mastery: Double
    /// Share of pairs of learner and topic with success at or above the goal.
    let share: Double
    /// Mean mastery of the third of the learners who know least at the start.
    let lowest: Double

    /// In the order of ``figures``.
    var values: [Double] { [mastery, share, lowest] }

    /// - Parameter seed: of the class and its luck, and of the policy's lots.
    init(_ world: YearWorld, _ family: YearPolicyFamily, seed: UInt64) {
        var seeds = SeededGenerator(seed: seed)
        var titles = SeededGenerator(seed: seeds.next())
        let course = YearCourse(world, using: &titles)
        var people = YearClass(
            world, topics: course.count, weights: seeds.next(), learners: seeds.next(), weeks: seeds.next())
        let learners = people.logits.indices
        let least = learners.map { people.logits[$0].reduce(0, +) }
        let third = learners.sorted { (least[$0], $0) < (least[$1], $1) }.prefix(max(learners.count / 3, 1))
        var book = YearBook(course, learners: learners.count)
        var policy = family.make(~seed)
        var luck = SeededGenerator(seed: seeds.next())
        let following = family.isPlan ? min(max(world.following, 0), 1) : 1
        for week in course.topics.indices {
            var marking = SeededGenerator(seed: luck.next())
            for learner in learners {
                people.work(learner, course.topics[week], YearClass.usual)
                let (comes, fate) = (marking.uniform(), marking.uniform())
                let score = Self.score(learner, week, people, course, using: &marking)
                let chance = Logistic.probability(
                    YearWorld.handingIn.constant + YearWorld.handingIn.slope * people.independence[learner])
                let cell: YearBook.Cell =
                    fate < YearWorld.excused
                    ? .excused
                    : comes < chance ? .score(score) : fate > 1 - YearWorld.zeros ? .score(0) : .blank
                book.enter(cell, learner: learner, column: week)
            }
            if var oracle = policy as? any YearOracle {
                oracle.look(at: people)
                policy = oracle
            }
            let plan = policy.plan(YearWeek(number: week, book: book, seats: max(world.seats, 0)))
            let tasks = Self.done(
                plan, book, week: week, seats: world.seats, following: following, lots: luck.next())
            var again = SeededGenerator(seed: luck.next())
            let outcomes = learners.map { learner in
                let task = tasks[learner]
                let gain = people.work(learner, task.topic, task.mode)
                // Drawn for everybody, so that luck stays the same whoever does what.
                let noise = WeeklyWorld.noise * again.normal()
                let score = Self.score(learner, task.column ?? week, people, course, using: &again)
                if let column = task.column, column <= week {
                    book.enter(.score(score), learner: learner, column: column)
                }
                return YearOutcome(learner: learner, task: task, gain: gain + noise)
            }
            policy.observe(outcomes)
            people.advance()
        }
        let success = learners.map { learner in
            people.logits[learner].indices.map { people.success(learner, $0) }
        }
        let pairs = Double(learners.count * course.count)
        mastery = success.joined().reduce(0, +) / pairs
        share = Double(success.joined().count { $0 >= YearWorld.goal }) / pairs
        lowest = third.reduce(0) { $0 + success[$1].reduce(0, +) } / Double(third.count * course.count)
    }

    /// Share of a column's questions that a learner has right now.
    private static func score(
        _ learner: Int, _ column: Int, _ people: YearClass, _ course: YearCourse, using generator: inout SeededGenerator
    ) -> Double {
        let logit = people.logits[learner][course.topics[column]] + course.easiness[column]
        let questions = YearWorld.column.questions
        return Double(generator.successes(of: questions, probability: Logistic.probability(logit))) / Double(questions)
    }

    /// What everybody does: as planned where that is followed, else what is usual.
    ///
    /// Usual is, in own time, anything open; a seat that is not given as planned goes to anybody.
    private static func done(
        _ plan: YearPlan, _ book: YearBook, week: Int, seats: Int, following: Double, lots seed: UInt64
    ) -> [YearTask] {
        var lots = SeededGenerator(seed: seed)
        let course = book.course
        let draws = book.cells.map { _ in
            (seat: lots.uniform(), other: lots.uniform(), task: lots.uniform(), usual: lots.uniform())
        }
        var tasks = draws.indices.map { learner in
            let open = book.open(learner, week: week)
            let usual = open.isEmpty ? nil : open[Int(draws[learner].usual * Double(open.count))]
            let ordinary = YearTask(topic: course.topics[usual ?? week], mode: YearClass.usual, column: usual)
            guard plan.tasks.indices.contains(learner), let planned = plan.tasks[learner],
                draws[learner].task < following
            else { return ordinary }
            return planned
        }
        guard let topic = plan.topic else { return tasks }
        var seen: Set<Int> = []
        let planned = plan.seated.filter { draws.indices.contains($0) && seen.insert($0).inserted }.prefix(
            max(seats, 0))
        let others = draws.indices.filter { !planned.contains($0) }
            .sorted { (draws[$0].other, $0) < (draws[$1].other, $1) }
        let kept = planned.filter { draws[$0].seat < following }
        for learner in kept + others.prefix(planned.count - kept.count) {
            tasks[learner] = YearTask(topic: topic, mode: .liveTeacher)
        }
        return tasks
    }
}
