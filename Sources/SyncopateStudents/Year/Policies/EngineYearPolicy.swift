import Syncopate

/// The engine, on every week's export, learning how much meeting helps from what was seen to come of it.
struct EngineYearPolicy: YearPolicy {
    /// Which parts of the advice are the plan.
    enum Part: Sendable, Hashable {
        case all
        /// Who meets on what.
        case sessions
        /// What is done in own time; nobody meets.
        case ownTime
    }

    let engine: Engine
    let part: Part
    private var gains: [ModeObservation] = []
    /// Of the last week: what was known of a learner on a topic.
    private var situation: (_ outcome: YearOutcome) -> ModeSituation? = { _ in nil }

    init(engine: Engine, part: Part) {
        self.engine = engine
        self.part = part
    }

    mutating func plan(_ week: YearWeek) -> YearPlan {
        let course = week.book.course
        let gradebook = Gradebook(week.book.log(week: week.number))
        let settings = RecommendSettings(
            limit: 1, goal: YearWorld.goal,
            live: part == .ownTime
                ? .none : LiveTime(sessions: 1, minutes: YearWorld.minutes, seats: week.seats),
            seed: UInt64(week.number))
        let evidence = ModeEvidence(
            prior: engine.priors.modes, observations: gains, learners: gradebook.learners.map(\.id))
        let advice = engine.recommend(gradebook, settings: settings, modes: evidence)
        situation = { Self.situation(of: $0, advice, course, seats: week.seats) }
        var plan = YearPlan()
        if let cohort = advice.cohorts.first, let topic = cohort.sessions.first, part != .ownTime {
            plan.topic = course.topic(titled: advice.skills[topic].title)
            plan.seated = zip(cohort.learners, cohort.modes).filter { $0.1.seat?.isSeated ?? false }.map(\.0)
        }
        guard part != .sessions else { return plan }
        plan.tasks = advice.learners.map { $0.recommendations.first.flatMap { Self.task($0, course) } }
        return plan
    }

    private static func task(_ recommendation: Recommendation, _ course: YearCourse) -> YearTask? {
        let mode: Mode =
            switch recommendation.mode {
            case .asyncSocial, .livePeer, .blended: recommendation.mode
            case .asyncSolo, .parallel, .either, .liveTeacher: .asyncSolo
            }
        if let column = recommendation.item {
            return YearTask(topic: course.topics[column], mode: mode, column: column)
        }
        return recommendation.prescription.flatMap { course.topic(titled: $0.topic) }
            .map { YearTask(topic: $0, mode: mode) }
    }

    private static func situation(
        of outcome: YearOutcome, _ advice: ClassAdvice, _ course: YearCourse, seats: Int
    ) -> ModeSituation? {
        guard let cohort = advice.cohorts.first, advice.learners.indices.contains(outcome.learner),
            cohort.independence.indices.contains(outcome.learner)
        else { return nil }
        let topic = outcome.task.topic
        let column = outcome.task.column
        let place =
            advice.skills.firstIndex { skill in column.map { course.titles[$0] == skill.title } ?? false }
            ?? advice.skills.firstIndex { course.topic(titled: $0.title) == topic }
        let independence = cohort.independence[outcome.learner]
        let share = cohort.topics.first { $0.topic == place }?.share
        return ModeSituation(
            success: place.map { advice.learners[outcome.learner].masteries[$0].success },
            independence: independence.mean, independenceDeviation: independence.deviation,
            peerReach: share.map { 1 - (1 - $0) * (1 - $0) * (1 - $0) }, wheelSpin: nil,
            groupSize: outcome.task.mode == .liveTeacher ? seats : outcome.task.mode == .livePeer ? 4 : 1)
    }

    mutating func observe(_ outcomes: [YearOutcome]) {
        for outcome in outcomes where WeeklyWorld.modes.contains(outcome.task.mode) {
            guard let situation = situation(outcome) else { continue }
            gains.append(
                ModeObservation(
                    mode: outcome.task.mode, situation: situation, learner: outcome.learner, gain: outcome.gain,
                    minutes: Double(YearWorld.minutes)))
        }
    }
}
