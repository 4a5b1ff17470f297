/// Takes one cohort from topics to seats to a mode for every learner.
///
/// Per topic first: what the class as a whole does about it. Then the scarce live time, by within-class difference in
/// gain. Whoever has no seat goes on in the way that is usual in the class's setting, or is told that it makes no
/// difference.
struct ModeAdvisor {
    let gradebook: Gradebook
    let profiles: [ItemProfile]
    let estimate: ClassEstimate
    let settings: RecommendSettings
    /// What there is to go by about the modes.
    let evidence: ModeEvidence
    let independenceLoading: Double
    /// Positions of the cohort's learners in the gradebook.
    let cohort: [Int]

    /// Topics a class can discuss as a whole in a week beside everything else.
    static let discussionLimit = 2

    /// Whether there is anybody to be with.
    var isCollective: Bool { cohort.count >= 2 && settings.setting.hasCohort }

    /// Live time there is.
    var live: LiveTime { isCollective ? settings.setting.live(settings.live, cohort: cohort.count) : .none }

    /// The topics to discuss as a whole: of those about half the class have, the ones nearest to half, where most have
    /// somebody to explain to. A lesson for all is one already, and a mastery-based room has no hour for it.
    private func discussions(_ topics: [TopicAdvice]) -> [Int] {
        guard isCollective, settings.setting.kind == .classroom else { return [] }
        return topics.filter { $0.decision == .discuss }
            .sorted { a, b in
                let (first, second) = (abs(a.share - 0.5), abs(b.share - 0.5))
                return first != second ? first < second : a.topic < b.topic
            }
            .prefix(Self.discussionLimit).map(\.topic)
    }

    /// Advice for the cohort. How the week's work mixes with it is added by ``CohortWeek``.
    func advise() -> CohortAdvice {
        var independence = Independence.estimate(
            cohort: cohort, gradebook: gradebook, profiles: profiles, loading: independenceLoading)
        for (place, learner) in cohort.enumerated() {
            let traced = settings.independence[gradebook.learners[learner].id]
            independence.learners[place] = independence.learners[place].replaced(by: traced)
        }
        let scores = estimate.scoresPerSkill(cohort: cohort)
        let topics = topicPositions(scores: scores)
        let advice = topics.map { topic in
            let parts = cohort.map { estimate.parts(learner: $0, skill: topic) }
            return TopicAdvice(
                topic: topic, title: estimate.skills[topic].title,
                standings: parts.map { (mean: $0.mean, variance: $0.own) }, shared: parts.first?.shared ?? 0,
                goal: settings.goal, scores: scores[topic])
        }
        let live = live
        let allocation = SeatAllocation(
            belief: evidence.belief, live: live,
            modes: isCollective ? settings.setting.modes(live: live) : [.asyncSolo],
            goal: settings.goal, seed: settings.seed, hasEvidence: scores.contains { $0 > 0 })
        // Where nothing of a topic was scored, nobody knows who could help whom.
        let reach = Dictionary(
            advice.map { ($0.topic, $0.scores > 0 ? StandingFeatures.peerReach(share: $0.share) : nil) },
            uniquingKeysWith: { first, _ in first })
        // What fewest have is what the modes are about where nobody meets.
        let rarest = advice.indices.min { advice[$0].share < advice[$1].share } ?? 0
        let (sessions, seats, options) = allocation.allocate(
            rarest: rarest,
            topics: advice.map { advice in
                SeatAllocation.Topic(
                    position: advice.topic,
                    sharedVariance: cohort.first.map { estimate.parts(learner: $0, skill: advice.topic).shared } ?? 0,
                    isHad: advice.decision == .ownTime)
            }, count: cohort.count
        ) { learner, topic in
            let parts = estimate.parts(learner: cohort[learner], skill: topic)
            return SeatAllocation.Standing(
                mean: parts.mean, variance: parts.own, independence: independence.learners[learner].mean,
                independenceDeviation: independence.learners[learner].deviation,
                learner: evidence.number(of: gradebook.learners[cohort[learner]].id),
                peerReach: isCollective ? reach[topic] ?? nil : 0)
        }
        let byTopic = Dictionary(advice.map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
        let classScores = cohort.reduce(0) { $0 + estimate.scoreCounts[$1] }
        let chooser = ModeChooser(
            setting: settings.setting, live: live, cohortSize: isCollective ? cohort.count : 1,
            classScores: classScores, classGains: evidence.count, handedIn: independence.share)
        let fallback = topics.indices.contains(rarest) ? topics[rarest] : nil
        let modes = cohort.indices.map { place in
            let topic = (settings.setting.kind == .lecture ? sessions.first : seats[place]?.topic) ?? fallback
            return chooser.choose(
                for: known(
                    cohort[place], topic: topic, advice: topic.flatMap { byTopic[$0] },
                    independence: independence.learners[place], seat: seats[place], options: options[place]))
        }
        return CohortAdvice(
            section: cohort.first.map { gradebook.learners[$0].section } ?? "", learners: cohort, topics: advice,
            discussions: discussions(advice), sessions: isCollective ? sessions : [], modes: modes,
            independence: independence.learners)
    }

    /// What can be met about: what has been worked on, or where nothing has, what comes first.
    private func topicPositions(scores: [Int]) -> [Int] {
        let worked = estimate.skills.indices.filter { scores[$0] > 0 }
        return worked.isEmpty ? Array(estimate.skills.indices.prefix(1)) : worked
    }

    /// What the choice of a learner's mode rests on.
    private func known(
        _ learner: Int, topic: Int?, advice: TopicAdvice?, independence: Independence, seat: Seat?,
        options: [ModeOption]
    ) -> ModeCase {
        let share = isCollective ? advice.flatMap { $0.scores > 0 ? ($0.share, $0.low, $0.high) : nil } : nil
        let among = settings.interdependence[gradebook.learners[learner].id] ?? .prior
        return ModeCase(
            topic: topic.map { estimate.skills[$0].title },
            hasTopic: topic.map { estimate.chance(learner: learner, skill: $0, goal: settings.goal) >= 0.5 } ?? false,
            share: share,
            standing: topic.map {
                ModeStanding(
                    success: estimate.mastery(learner: learner, skill: $0).success, goal: settings.goal,
                    share: share?.0, independence: independence, interdependence: among,
                    cohort: isCollective ? cohort.count : 1)
            }, independence: independence, interdependence: among, scores: estimate.scoreCounts[learner],
            gains: evidence.count(of: gradebook.learners[learner].id), seat: seat, options: options)
    }
}
