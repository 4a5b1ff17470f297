/// Holds a plan against the export that came after it.
struct SinceReading {
    let plan: AdvicePlan
    let gradebook: Gradebook
    let profiles: [ItemProfile]
    let estimate: ClassEstimate
    let belief: ModeBelief

    /// Plans for which what was done waits for a score on its topic.
    static let patience = 4

    private let items: [String: Int]
    private let columns: [String: Int]
    /// Items of a learner that were open in the plan, by ids.
    private let open: Set<[String]>
    private let topics: [String: Int]
    /// Rows of the plan that are about somebody of the export, by learner position.
    private let tasks: [Int: [AdvicePlan.Task]]

    init(
        plan: AdvicePlan, gradebook: Gradebook, profiles: [ItemProfile], estimate: ClassEstimate, belief: ModeBelief
    ) {
        self.plan = plan
        self.gradebook = gradebook
        self.profiles = profiles
        self.estimate = estimate
        self.belief = belief
        items = Dictionary(gradebook.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let places = Dictionary(
            gradebook.learners.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        columns = Dictionary(plan.columns.map { ($0.item, $0.scored) }, uniquingKeysWith: { max($0, $1) })
        open = Set(plan.allForecasts.map { [$0.learner, $0.item] })
        // An id before a title, and of equal titles none.
        var topics: [String: Int] = [:]
        let titles = Dictionary(grouping: estimate.skills.indices) { estimate.skills[$0].title.lowercased() }
        for (title, skills) in titles where skills.count == 1 { topics[title] = skills[0] }
        for (place, skill) in estimate.skills.enumerated().reversed() { topics[skill.id.lowercased()] = place }
        self.topics = topics
        var tasks: [Int: [AdvicePlan.Task]] = [:]
        for task in plan.tasks.sorted(by: Self.isBefore) {
            if let place = places[task.learner] { tasks[place, default: []].append(task) }
        }
        self.tasks = tasks
    }

    private static func isBefore(_ a: AdvicePlan.Task, _ b: AdvicePlan.Task) -> Bool {
        // What has waited longest first.
        (-a.waits, a.learner, a.rank, a.item ?? "", a.topic ?? "")
            < (-b.waits, b.learner, b.rank, b.item ?? "", b.topic ?? "")
    }

    /// Whether a learner had no score on an item when the plan was made.
    private func wasOpen(_ learner: String, _ item: String) -> Bool {
        if open.contains([learner, item]) { return true }
        // Without its columns a plan does not say what is new.
        guard !columns.isEmpty else { return false }
        return columns[item] ?? 0 == 0
    }

    /// Everything there is to say.
    func report() -> SinceReport {
        var checks: [CheckedForecast] = []
        var learners: [LearnerSince] = []
        var learning = Learning()
        let forecasts = Dictionary(grouping: plan.allForecasts) { $0.learner }
        let people = plan.learners
        for (place, person) in gradebook.learners.enumerated() where people.contains(person.id) {
            var scores: [String: Double] = [:]
            var fresh: [Int: [(item: Int, score: Double)]] = [:]
            var newScores = 0
            for cell in gradebook.cells(ofLearner: place) where gradebook.statuses[cell] == .scored {
                let item = Int(gradebook.columns[cell])
                let id = gradebook.items[item].id
                scores[id] = gradebook.scores[cell]
                guard profiles[item].role == .evidence, wasOpen(person.id, id) else { continue }
                newScores += 1
                if let topic = estimate.topic(ofItem: item) {
                    fresh[topic, default: []].append((item, gradebook.scores[cell]))
                }
            }
            checks += check(forecasts[person.id] ?? [], of: place, scores: scores)
            let own = (tasks[place] ?? []).filter { $0.waits == 0 && $0.rank > 0 }
            learners.append(
                LearnerSince(
                    learner: place, newScores: newScores, recommended: own.count,
                    done: own.count { isDone($0, scores: scores) },
                    topics: changes(of: place, fresh: fresh)))
            learn(place, fresh: fresh, into: &learning)
        }
        let (found, alone) = ModeLearning(belief: belief).gains(learning.cases)
        let gains = found.map { place, observation in
            LearnedGain(
                learner: learning.cases[place].learner, topic: estimate.skills[learning.cases[place].topic].title,
                observation: observation)
        }
        let rows = plan.tasks.filter { $0.waits == 0 }
        return SinceReport(
            plan: plan.number, at: plan.at, change: ClassChange(from: plan, to: gradebook), learners: learners,
            checks: checks.sorted { ($0.learner, $0.item) < ($1.learner, $1.item) }, gains: plan.gains + gains,
            newGains: gains.count,
            told: SinceReport.Told(
                rows: rows.count, said: rows.count { $0.happened != nil }, inMode: rows.count { Self.mode($0) != nil },
                alone: alone),
            corrections: plan.corrections, waiting: learning.waiting)
    }

    // MARK: Forecasts and changes

    private func check(
        _ forecasts: [AdvicePlan.Forecast], of learner: Int, scores: [String: Double]
    ) -> [CheckedForecast] {
        var seen: Set<String> = []
        return forecasts.compactMap { forecast in
            guard let score = scores[forecast.item], let item = items[forecast.item],
                seen.insert(forecast.item).inserted
            else { return nil }
            return CheckedForecast(
                learner: learner, item: item, predicted: forecast.success, deviation: forecast.deviation,
                came: min(max(score, 0), 1), columnMean: forecast.columnMean,
                isGraded: !estimate.isRightOrWrong(item))
        }
    }

    private func isDone(_ task: AdvicePlan.Task, scores: [String: Double]) -> Bool {
        if case .done = task.happened { return true }
        guard task.happened == nil, let item = task.item, let score = scores[item] else { return false }
        // Figures of a plan have four decimals.
        return task.had.map { abs(score - $0) > 1e-4 } ?? true
    }

    private func changes(of learner: Int, fresh: [Int: [(item: Int, score: Double)]]) -> [TopicChange] {
        guard estimate.hasSkillMap, let then = plan.standings[gradebook.learners[learner].id] else { return [] }
        return fresh.keys.sorted().compactMap { topic in
            let skill = estimate.skills[topic]
            guard let before = then.masteries[skill.id.lowercased()] ?? then.masteries[skill.title.lowercased()],
                let scores = fresh[topic], let evidence = evidence(scores)
            else { return nil }
            let now = estimate.mastery(learner: learner, skill: topic)
            return TopicChange(
                topic: topic, before: before,
                now: AdvicePlan.Chance(success: now.success, deviation: now.deviation), fresh: evidence,
                scores: scores.count)
        }
    }

    private func evidence(_ scores: [(item: Int, score: Double)]) -> FreshEvidence? {
        FreshEvidence(
            scores.map { item, score in
                FreshEvidence.Score(
                    share: score, questions: estimate.questions(ofItem: item), easiness: estimate.easiness(ofItem: item)
                )
            })
    }

    // MARK: Ways of working

    private struct Learning {
        var cases: [ModeLearning.Case] = []
        var waiting: [AdvicePlan.Task] = []
    }

    /// The mode something was done in, where something can be learnt about it.
    private static func mode(_ task: AdvicePlan.Task) -> Mode? {
        guard case .done(let said)? = task.happened else { return nil }
        let mode = said ?? task.mode
        return ModePrior.modes.contains(mode) ? mode : nil
    }

    /// Takes what a learner did per topic together with the scores that came in on other items of it.
    private func learn(
        _ learner: Int, fresh: [Int: [(item: Int, score: Double)]], into learning: inout Learning
    ) {
        let told = (tasks[learner] ?? []).filter { $0.happened != nil }
        let byTopic = Dictionary(grouping: told) { task in task.topic.flatMap { topics[$0.lowercased()] } ?? -1 }
        for topic in byTopic.keys.sorted() where topic >= 0 {
            // Whatever was done in part says neither what doing it nor what leaving it does.
            guard let rows = byTopic[topic], !rows.contains(where: { $0.happened == .partly }) else { continue }
            let done = rows.filter { if case .done = $0.happened { true } else { false } }
            let worked = Set(done.compactMap(\.item))
            let scores = (fresh[topic] ?? []).filter { !worked.contains(gradebook.items[$0.item].id) }
            guard let evidence = evidence(scores) else {
                for var task in rows where task.waits < Self.patience {
                    task.waits += 1
                    learning.waiting.append(task)
                }
                continue
            }
            let first = done.first ?? rows[0]
            guard let before = first.before,
                let then = LogisticNormal.fitting(success: before.success, deviation: before.deviation)
            else { continue }
            learning.cases.append(
                ModeLearning.Case(
                    learner: gradebook.learners[learner].id, topic: topic, way: way(done),
                    minutes: max(done.reduce(0) { $0 + $1.minutes }, 1),
                    situation: situation(first, before: before), change: evidence.mean - then.mean,
                    variance: evidence.variance + then.variance))
        }
    }

    private func way(_ done: [AdvicePlan.Task]) -> ModeLearning.Way {
        guard !done.isEmpty else { return .notDone }
        let modes = Set(done.map { Self.mode($0) })
        if modes.count == 1, let mode = modes.first ?? nil { return .mode(mode) }
        return .open
    }

    private func situation(_ task: AdvicePlan.Task, before: AdvicePlan.Chance) -> ModeSituation {
        let standing = plan.standings[task.learner]
        let mode = Self.mode(task)
        return ModeSituation(
            success: before.success, independence: standing?.independence ?? 0,
            independenceDeviation: standing?.independence == nil ? 1 : standing?.independenceDeviation ?? 1,
            peerReach: task.peerReach, wheelSpin: nil,
            groupSize: mode == .asyncSolo || mode == .asyncSocial ? 1 : mode == task.mode ? task.people : nil)
    }
}
