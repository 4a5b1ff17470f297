/// Takes one cohort from topics to seats to a mode for every learner.
///
/// Per topic first: what the class as a whole does about it. Then the scarce live time, by within-class difference in
/// gain. Whoever has no seat is told that own time serves, where the evidence says so, or that it makes no difference.
struct ModeAdvisor {
    let gradebook: Gradebook
    let profiles: [ItemProfile]
    let estimate: ClassEstimate
    let settings: RecommendSettings
    let prior: ModePrior
    let independenceLoading: Double

    /// Below this probability of gaining more than a classmate picked at random, own time is advised; above it nothing
    /// separates.
    static let separates = 0.4

    /// Topics a class can discuss as a whole in a week beside everything else.
    static let discussionLimit = 2

    /// The topics to discuss as a whole: of those about half the class have, the ones nearest to half, where most have
    /// somebody to explain to.
    private func discussions(_ topics: [TopicAdvice]) -> [Int] {
        topics.filter { $0.decision == .discuss }
            .sorted { a, b in
                let (first, second) = (abs(a.share - 0.5), abs(b.share - 0.5))
                return first != second ? first < second : a.topic < b.topic
            }
            .prefix(Self.discussionLimit).map(\.topic)
    }

    /// Advice for one cohort.
    ///
    /// - Parameter cohort: positions of its learners in the gradebook.
    func advise(_ cohort: [Int]) -> CohortAdvice {
        let evidence = Independence.estimate(
            cohort: cohort, gradebook: gradebook, profiles: profiles, loading: independenceLoading)
        let scores = estimate.scoresPerSkill(cohort: cohort)
        let topics = topicPositions(scores: scores)
        let advice = topics.map { topic in
            let parts = cohort.map { estimate.parts(learner: $0, skill: topic) }
            return TopicAdvice(
                topic: topic, title: estimate.skills[topic].title,
                standings: parts.map { (mean: $0.mean, variance: $0.own) }, shared: parts.first?.shared ?? 0,
                goal: settings.goal, scores: scores[topic])
        }
        let allocation = SeatAllocation(
            prior: prior, live: settings.live, goal: settings.goal, seed: settings.seed,
            hasEvidence: scores.contains { $0 > 0 })
        let (sessions, seats) = allocation.allocate(
            topics: advice.map { advice in
                SeatAllocation.Topic(
                    position: advice.topic,
                    sharedVariance: cohort.first.map { estimate.parts(learner: $0, skill: advice.topic).shared } ?? 0,
                    isHad: advice.decision == .ownTime)
            }, count: cohort.count
        ) { learner, topic in
            let parts = estimate.parts(learner: cohort[learner], skill: topic)
            return SeatAllocation.Standing(
                mean: parts.mean, variance: parts.own, independence: evidence.learners[learner].mean,
                independenceDeviation: evidence.learners[learner].deviation)
        }
        let byTopic = Dictionary(advice.map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
        let classScores = cohort.reduce(0) { $0 + estimate.scoreCounts[$1] }
        let modes = cohort.indices.map { place in
            mode(
                of: cohort[place], independence: evidence.learners[place], handedIn: evidence.share, seat: seats[place],
                cohortSize: cohort.count, classScores: classScores, topics: byTopic)
        }
        return CohortAdvice(
            section: cohort.first.map { gradebook.learners[$0].section } ?? "", learners: cohort, topics: advice,
            discussions: discussions(advice),
            sessions: sessions, modes: modes, independence: evidence.learners)
    }

    /// What can be met about: what has been worked on, or where nothing has, what comes first.
    private func topicPositions(scores: [Int]) -> [Int] {
        let worked = estimate.skills.indices.filter { scores[$0] > 0 }
        return worked.isEmpty ? Array(estimate.skills.indices.prefix(1)) : worked
    }

    private func mode(
        of learner: Int, independence: Independence, handedIn: Double, seat: Seat?, cohortSize: Int, classScores: Int,
        topics: [Int: TopicAdvice]
    ) -> ModeAdvice {
        var reasons: [Reason] = []
        var mode = Mode.asyncSolo
        let isCollective = cohortSize >= 2
        if !isCollective {
            reasons.append(.noCohort)
        } else if let seat {
            if settings.live.isNone { reasons.append(.noLiveTime) }
            if seat.isSeated {
                mode = .liveTeacher
                reasons.append(seatReason(seat, topic: estimate.skills[seat.topic].title))
            } else {
                mode = seat.aboveClassmate < Self.separates ? .asyncSolo : .either
                if !settings.live.isNone { reasons.append(noSeatReason(seat, learner: learner)) }
                reasons.append(
                    mode == .asyncSolo
                        ? .gainsLeast(probability: 1 - seat.aboveClassmate)
                        : .notSeparated(probability: seat.aboveClassmate))
            }
            if let topic = topics[seat.topic] {
                if topic.scores > 0 {
                    reasons.append(
                        .classShare(topic: topic.title, share: topic.share, low: topic.low, high: topic.high))
                }
                reasons.append(
                    .chanceAlone(
                        topic: topic.title, success: estimate.mastery(learner: learner, skill: seat.topic).success))
            }
        } else {
            reasons.append(settings.live.isNone ? .noLiveTime : .nobodyNeedsMeeting)
        }
        if isCollective {
            reasons.append(
                independence.asked > 0
                    ? .handedIn(own: independence.handedIn, asked: independence.asked, classmates: handedIn)
                    : .independenceUnknown)
            if independence.asked > 0, !independence.isKnown { reasons.append(.independenceUnknown) }
            reasons.append(.evidenceFrom(classScores: classScores, learnerScores: estimate.scoreCounts[learner]))
        }
        return ModeAdvice(
            mode: mode, isCollective: isCollective, topic: seat.map { estimate.skills[$0.topic].title }, seat: seat,
            reasons: reasons)
    }

    private func seatReason(_ seat: Seat, topic: String) -> Reason {
        if seat.propensity < 1 { return .drawnByLot(chance: seat.propensity) }
        if seat.isForAll { return .seatForAll(topic: topic) }
        return .amongBest(probability: seat.amongBest, seats: settings.live.seats)
    }

    private func noSeatReason(_ seat: Seat, learner: Int) -> Reason {
        if seat.propensity < 1 { return .drawnByLot(chance: 1 - seat.propensity) }
        let title = estimate.skills[seat.topic].title
        let hasTopic = estimate.chance(learner: learner, skill: seat.topic, goal: settings.goal) >= 0.5
        return hasTopic ? .hasTopic(topic: title) : .seatsTaken(seats: settings.live.seats)
    }
}
