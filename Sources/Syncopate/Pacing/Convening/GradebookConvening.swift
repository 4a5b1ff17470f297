/// What a gradebook says about who should meet, and about what.
struct GradebookConvening {
    let gradebook: Gradebook
    let estimate: ClassEstimate
    let settings: RecommendSettings
    let belief: ModeBelief
    /// One topic and what is believed of everybody on it.
    private let topics: [Topic]
    private let independence: (learners: [Independence], share: Double)
    private let classScores: Int
    private let allocation: SeatAllocation
    /// Minutes of a usual session among the slots.
    private let minutes: Int

    private struct Topic {
        var advice: TopicAdvice
        var sharedVariance: Double
        var standings: [SeatAllocation.Standing]
        /// P(the learner has it), per learner.
        var known: [Double]
        /// Expected gain of a seat with a teacher over own time, per learner; 0 for who likely has it.
        var uplifts: [Double]
    }

    init(
        gradebook: Gradebook, profiles: [ItemProfile], estimate: ClassEstimate, settings: RecommendSettings,
        priors: Engine.Priors, modes: ModeEvidence, slots: [LiveSlot]
    ) {
        self.gradebook = gradebook
        self.estimate = estimate
        self.settings = settings
        belief = modes.belief
        let cohort = Array(gradebook.learners.indices)
        var independence = Independence.estimate(
            cohort: cohort, gradebook: gradebook, profiles: profiles, loading: priors.independenceLoading)
        for learner in cohort {
            let traced = settings.independence[gradebook.learners[learner].id]
            independence.learners[learner] = independence.learners[learner].replaced(by: traced)
        }
        let minutes = Self.minutes(of: slots)
        let scores = estimate.scoresPerSkill(cohort: cohort)
        let hasEvidence = scores.contains { $0 > 0 }
        let allocation = SeatAllocation(
            belief: modes.belief, live: LiveTime(sessions: 1, minutes: minutes, seats: 1), modes: [.liveTeacher],
            goal: settings.goal, seed: settings.seed, hasEvidence: hasEvidence)
        // What has been worked on; where nothing has, what comes first.
        let positions =
            hasEvidence ? estimate.skills.indices.filter { scores[$0] > 0 } : Array(estimate.skills.indices.prefix(1))
        topics = positions.map { position in
            let parts = cohort.map { estimate.parts(learner: $0, skill: position) }
            let shared = parts.first?.shared ?? 0
            let advice = TopicAdvice(
                topic: position, title: estimate.skills[position].title,
                standings: parts.map { (mean: $0.mean, variance: $0.own) }, shared: shared, goal: settings.goal,
                scores: scores[position])
            let reach = advice.scores > 0 ? StandingFeatures.peerReach(share: advice.share) : nil
            let standings = zip(cohort, parts).map { learner, parts in
                SeatAllocation.Standing(
                    mean: parts.mean, variance: parts.own, independence: independence.learners[learner].mean,
                    independenceDeviation: independence.learners[learner].deviation,
                    learner: modes.number(of: gradebook.learners[learner].id), peerReach: reach)
            }
            let known = cohort.map { estimate.chance(learner: $0, skill: position, goal: settings.goal) }
            return Topic(
                advice: advice,
                sharedVariance: shared, standings: standings, known: known,
                uplifts: cohort.map { learner in
                    guard known[learner] < 0.5 || !hasEvidence else { return 0 }
                    let uplift = allocation.expectedUplift(standings[learner], cohort: cohort.count)
                    return modes.count > 0 ? max(uplift, 0) : Self.floored(uplift)
                })
        }
        self.allocation = allocation
        self.independence = independence
        self.minutes = minutes
        classScores = cohort.reduce(0) { $0 + estimate.scoreCounts[$1] }
    }

    /// The problem's side of it.
    ///
    /// - Parameter advice: what everybody is to do in own time, in gradebook order.
    func convening(_ advice: [LearnerAdvice]) -> ConveningCase {
        // Chances to be among those who gain most, per topic and number of seats: sessions share them.
        var odds: [[Int]: [Double]] = [:]
        return ConveningCase(
            topics: topics.map { topic in
                let skill = estimate.skills[topic.advice.topic]
                return ConveningTopic(id: skill.id, title: skill.title)
            },
            standings: gradebook.learners.indices.map { learner in
                topics.indices.map { place in
                    TopicStanding(
                        topic: place, known: Rounding.tying(topics[place].known[learner]),
                        uplift: Rounding.tying(topics[place].uplifts[learner]))
                }
            },
            ownTime: advice.map { $0.recommendations.map(task) },
            classFacts: { topics.indices.contains($0) ? classFacts(topics[$0]) : [] },
            seatFacts: { learner, place, seats in
                guard topics.indices.contains(place) else { return [] }
                let topic = topics[place]
                let drawn = odds[[place, seats]] ?? amongBest(topic, seats: seats)
                odds[[place, seats]] = drawn
                return seat(learner, topic, seats, drawn[learner])
            },
            // How somebody works alone says nothing about a group.
            peerFacts: { learner, _ in estimate.scoreCounts[learner] == 0 ? [.noEvidenceYet] : [] },
            gives: gradebook.learners.map { (settings.interdependence[$0.id] ?? .prior).gives })
    }

    /// Chance to be among the `seats` learners who gain most, per learner.
    private func amongBest(_ topic: Topic, seats: Int) -> [Double] {
        ModeSimulation(
            belief: belief, modes: [.asyncSolo, .liveTeacher], minutes: minutes, seats: max(seats, 1),
            cohort: gradebook.learners.count
        )
        .run(topic.standings, sharedVariance: topic.sharedVariance).map(\.amongBest)
    }

    // MARK: Facts

    private func classFacts(_ topic: Topic) -> [Reason] {
        guard topic.advice.scores > 0 else { return [.evidenceFrom(classScores: classScores, learnerScores: 0)] }
        return [
            .classShare(
                topic: topic.advice.title, share: topic.advice.share, low: topic.advice.low, high: topic.advice.high)
        ]
    }

    private func seat(_ learner: Int, _ topic: Topic, _ seats: Int, _ amongBest: Double) -> [Reason] {
        let wanted = topic.uplifts.count { $0 > 0 }
        var reasons: [Reason] = [
            wanted <= seats
                ? .seatForAll(topic: topic.advice.title) : .amongBest(probability: amongBest, seats: seats)
        ]
        let success = estimate.mastery(learner: learner, skill: topic.advice.topic).success
        reasons.append(.chanceAlone(topic: topic.advice.title, success: success))
        return reasons + work(of: learner) + growth(learner, topic, success: success)
    }

    /// The part of the session that is tried alone, where working alone is to grow.
    private func growth(_ learner: Int, _ topic: Topic, success: Double) -> [Reason] {
        guard settings.growsIndependence else { return [] }
        let own = independence.learners[learner]
        if let reason = IndependenceGrowth.nothingToFade(own) { return [reason] }
        // The gain over own time as it is expected, before seats that nobody gains more from were given to all who lack it.
        let gain = allocation.expectedUplift(topic.standings[learner], cohort: gradebook.learners.count)
        return [
            IndependenceGrowth.ofSession(
                minutes: Double(minutes), success: success, independence: own, uplift: gain
            ).reason
        ]
    }

    /// How the learner works alone, as far as the file and traces tell.
    private func work(of learner: Int) -> [Reason] {
        let own = independence.learners[learner]
        var reasons: [Reason] = []
        if estimate.scoreCounts[learner] == 0 {
            reasons.append(.noEvidenceYet)
        } else if own.asked > 0 {
            reasons.append(.handedIn(own: own.handedIn, asked: own.asked, classmates: independence.share))
        }
        if own.source == .traces {
            reasons.append(.tracesOfIndependence(trait: own.mean, deviation: own.deviation, count: own.traces))
        }
        return reasons.isEmpty ? [.independenceUnknown()] : reasons
    }

    private func task(_ recommendation: Recommendation) -> OwnTimeTask {
        let item = recommendation.item.map { gradebook.items[$0] }
        let given = recommendation.prescription.map { task in
            (task.topic.isEmpty ? "" : "\(task.topic): ") + "\(task.questions) questions: \(task.task)"
        }
        return OwnTimeTask(
            item: item?.id, title: item?.title ?? given ?? "", action: recommendation.action.rawValue,
            words: recommendation.action.words, minutes: recommendation.minutes, success: recommendation.success,
            reasons: recommendation.reasons)
    }

    /// Uplift where studies alone say whether meeting helps at all, which is the same for everybody and cancels: whoever
    /// lacks a topic may have a seat that nobody gains more from, in the order of who gains most.
    private static func floored(_ uplift: Double) -> Double {
        let least = 1e-4
        return uplift >= least ? uplift : least * least / (2 * least - uplift)
    }

    /// The mean length of what there is, which all seats are weighed by alike.
    private static func minutes(of slots: [LiveSlot]) -> Int {
        // What is longer than a day is no session, and would make every way of working enough.
        let lengths = slots.map(\.minutes).filter { $0 > 0 && $0 <= 1440 }
        guard !lengths.isEmpty else { return LiveTime.usual.minutes }
        let mean = lengths.reduce(0, +) / Double(lengths.count)
        return max(Int(mean.rounded()), 1)
    }
}
