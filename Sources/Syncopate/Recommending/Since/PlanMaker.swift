/// Makes the plan of advice: what it forecast, in the form that the next advice starts from.
struct PlanMaker {
    let gradebook: Gradebook
    let profiles: [ItemProfile]
    let estimate: ClassEstimate
    let settings: RecommendSettings

    /// Most open columns of a learner that are forecast beside what is recommended.
    static let forecastLimit = 20

    /// The plan that `advice` comes to.
    func plan(_ advice: ClassAdvice) -> AdvicePlan {
        var plan = AdvicePlan(
            number: (advice.since?.plan ?? 0) + 1, at: settings.at,
            columns: zip(gradebook.items, profiles).map { item, profile in
                AdvicePlan.Column(item: item.id, title: item.title, scored: profile.scored)
            },
            gains: advice.since?.gains ?? [], corrections: advice.since?.corrections ?? [])
        let means = columnMeans()
        var byLearner: [Int: LearnerAdvice] = [:]
        for learner in advice.learners { byLearner[learner.learner] = learner }
        for cohort in advice.cohorts {
            var reach: [Int: Double] = [:]
            for topic in cohort.topics where topic.scores > 0 && cohort.learners.count >= 2 {
                reach[topic.topic] = StandingFeatures.peerReach(share: topic.share)
            }
            var groups: [Int: Int] = [:]
            for mode in cohort.modes {
                if let seat = mode.seat, seat.isSeated { groups[seat.session, default: 0] += 1 }
            }
            let live = settings.setting.live(settings.live, cohort: cohort.learners.count)
            for (place, learner) in cohort.learners.enumerated() {
                guard let own = byLearner[learner] else { continue }
                let id = gradebook.learners[learner].id
                let independence = cohort.independence.indices.contains(place) ? cohort.independence[place] : .prior
                plan.standings[id] = AdvicePlan.Standing(
                    scores: own.scores, independence: independence.mean,
                    independenceDeviation: independence.deviation, masteries: masteries(own))
                for (rank, recommendation) in own.recommendations.enumerated() {
                    plan.tasks.append(task(recommendation, rank: rank + 1, of: learner, reach: reach, means: means))
                }
                if let seat = own.mode.seat, seat.isSeated {
                    plan.tasks.append(
                        AdvicePlan.Task(
                            learner: id, rank: 0, item: nil, topic: estimate.skills[seat.topic].id, mode: .liveTeacher,
                            minutes: Double(live.minutes), before: chance(learner, seat.topic),
                            peerReach: reach[seat.topic], people: groups[seat.session]))
                }
                plan.forecasts += forecasts(of: learner, beside: own, means: means)
            }
        }
        plan.tasks += advice.since?.waiting ?? []
        return plan
    }

    private func masteries(_ learner: LearnerAdvice) -> [String: AdvicePlan.Chance] {
        guard estimate.hasSkillMap else { return [:] }
        return Dictionary(
            learner.masteries.map { mastery in
                (
                    estimate.skills[mastery.skill].id.lowercased(),
                    AdvicePlan.Chance(success: mastery.success, deviation: mastery.deviation)
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    private func chance(_ learner: Int, _ topic: Int) -> AdvicePlan.Chance {
        let mastery = estimate.mastery(learner: learner, skill: topic)
        return AdvicePlan.Chance(success: mastery.success, deviation: mastery.deviation)
    }

    private func task(
        _ recommendation: Recommendation, rank: Int, of learner: Int, reach: [Int: Double], means: [Double?]
    ) -> AdvicePlan.Task {
        let topic =
            recommendation.item.map { estimate.topic(ofItem: $0) }
            ?? recommendation.prescription.flatMap { task in estimate.skills.firstIndex { $0.title == task.topic } }
        var had: Double?
        if let item = recommendation.item, let cell = cell(learner, item), gradebook.statuses[cell] == .scored {
            had = gradebook.scores[cell]
        }
        var expected: AdvicePlan.Chance?
        if let success = recommendation.success, let deviation = recommendation.successDeviation {
            expected = AdvicePlan.Chance(success: success, deviation: deviation)
        }
        return AdvicePlan.Task(
            learner: gradebook.learners[learner].id, rank: rank,
            item: recommendation.item.map { gradebook.items[$0].id },
            topic: topic.map { estimate.skills[$0].id }, mode: recommendation.mode, minutes: recommendation.minutes,
            had: had, expected: expected, columnMean: recommendation.item.flatMap { means[$0] },
            before: topic.map { chance(learner, $0) }, peerReach: topic.flatMap { reach[$0] })
    }

    private func cell(_ learner: Int, _ item: Int) -> Int? {
        gradebook.cells(ofLearner: learner).first { gradebook.columns[$0] == Int32(item) }
    }

    /// Open columns that were not recommended: the next to come, then the latest of what is past.
    private func forecasts(of learner: Int, beside advice: LearnerAdvice, means: [Double?]) -> [AdvicePlan.Forecast] {
        var closed = Set(advice.recommendations.compactMap(\.item))
        for cell in gradebook.cells(ofLearner: learner) {
            switch gradebook.statuses[cell] {
            case .scored, .excused, .notAssigned: closed.insert(Int(gradebook.columns[cell]))
            case .missing, .inProgress, .notYetGraded, .hidden, .unknownBlank: break
            }
        }
        let open = profiles.indices.filter { profiles[$0].role == .evidence && !closed.contains($0) }
        let ahead = open.filter { profiles[$0].phase == .upcoming }.prefix(GradebookPolicy.horizonLength)
        let past = open.filter { profiles[$0].phase != .upcoming }.reversed()
        return (ahead + past).prefix(Self.forecastLimit).map { item in
            let prediction = estimate.prediction(learner: learner, item: item)
            return AdvicePlan.Forecast(
                learner: gradebook.learners[learner].id, item: gradebook.items[item].id,
                success: prediction.success, deviation: prediction.deviation, columnMean: means[item])
        }
    }

    /// Mean score per item; of one without scores that of all scores.
    private func columnMeans() -> [Double?] {
        let worked = profiles.filter { $0.role == .evidence && $0.scored > 0 }
        let scores = worked.reduce(0) { $0 + $1.scored }
        let all = scores > 0 ? worked.reduce(0) { $0 + $1.meanScore * Double($1.scored) } / Double(scores) : nil
        return profiles.map { $0.scored > 0 ? $0.meanScore : all }
    }
}
