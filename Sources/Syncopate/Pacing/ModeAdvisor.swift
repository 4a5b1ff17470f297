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

    /// Below this probability of gaining more than half the class, own time is advised; above it nothing separates.
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
            TopicAdvice(
                topic: topic, title: estimate.skills[topic].title,
                chances: cohort.map { estimate.chance(learner: $0, skill: topic, goal: settings.goal) },
                scores: scores[topic])
        }
        let allocation = SeatAllocation(
            prior: prior, live: settings.live, goal: settings.goal, seed: settings.seed,
            hasEvidence: scores.contains { $0 > 0 })
        let (sessions, seats) = allocation.allocate(topics: topics, count: cohort.count) { learner, topic in
            let odds = estimate.logOdds(learner: cohort[learner], skill: topic)
            return SeatAllocation.Standing(
                mean: odds.mean, variance: odds.variance, independence: evidence.learners[learner].mean,
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
            if seat.isSeated {
                mode = .liveTeacher
                reasons.append(
                    seat.propensity < 1
                        ? .drawnByLot(chance: seat.propensity)
                        : .amongBest(probability: seat.amongBest, seats: settings.live.seats))
            } else {
                mode = seat.upperHalf < Self.separates ? .asyncSolo : .either
                let title = estimate.skills[seat.topic].title
                let hasTopic = estimate.chance(learner: learner, skill: seat.topic, goal: settings.goal) >= 0.5
                reasons.append(
                    seat.propensity < 1
                        ? .drawnByLot(chance: 1 - seat.propensity)
                        : hasTopic ? .hasTopic(topic: title) : .seatsTaken(seats: settings.live.seats))
                reasons.append(
                    mode == .asyncSolo
                        ? .gainsLeast(probability: 1 - seat.upperHalf) : .notSeparated(probability: seat.upperHalf))
            }
            if let topic = topics[seat.topic] {
                reasons.append(
                    .classShare(topic: topic.title, share: topic.share, low: topic.low, high: topic.high))
                reasons.append(
                    .chanceAlone(
                        topic: topic.title, success: estimate.mastery(learner: learner, skill: seat.topic).success))
            }
        } else if settings.live.isNone {
            reasons.append(.noLiveTime)
        } else {
            reasons.append(.nobodyNeedsMeeting)
        }
        if isCollective {
            reasons.append(
                independence.asked > 0
                    ? .handedIn(own: independence.handedIn, asked: independence.asked, classmates: handedIn)
                    : .independenceUnknown)
            reasons.append(
                .evidenceFrom(studies: true, classScores: classScores, learnerScores: estimate.scoreCounts[learner]))
        }
        return ModeAdvice(
            mode: mode, isCollective: isCollective, topic: seat.map { estimate.skills[$0.topic].title }, seat: seat,
            reasons: reasons)
    }
}
