/// Makes the brief of one section out of what is believed and advised of it.
struct SectionBriefing {
    let gradebook: Gradebook
    /// As the section sees them.
    let profiles: [ItemProfile]
    let estimate: ClassEstimate
    let settings: RecommendSettings
    let advice: ClassAdvice
    let cohort: CohortAdvice
    private let scores: [Int]
    private let handingIn: HandingIn
    /// Scored cells per learner of the section and topic.
    private let cells: [[Int: (count: Int, sum: Double)]]
    private let columns: [Int: [Int]]
    private let atGoal: [Int: Int]

    init(
        gradebook: Gradebook, profiles: [ItemProfile], estimate: ClassEstimate, settings: RecommendSettings,
        advice: ClassAdvice, cohort: CohortAdvice
    ) {
        self.gradebook = gradebook
        self.profiles = profiles
        self.estimate = estimate
        self.settings = settings
        self.advice = advice
        self.cohort = cohort
        scores = estimate.scoresPerSkill(cohort: cohort.learners)
        handingIn = HandingIn(cohort: cohort.learners, gradebook: gradebook, profiles: profiles)
        let topics = gradebook.items.indices.map { estimate.topic(ofItem: $0) }
        var columns: [Int: Set<Int>] = [:]
        var atGoal: [Int: Int] = [:]
        cells = cohort.learners.map { learner in
            var own: [Int: (count: Int, sum: Double)] = [:]
            for cell in gradebook.cells(ofLearner: learner) where gradebook.statuses[cell] == .scored {
                let item = Int(gradebook.columns[cell])
                guard let topic = topics[item] else { continue }
                columns[topic, default: []].insert(item)
                let score = min(max(gradebook.scores[cell], 0), 1)
                own[topic, default: (0, 0)].count += 1
                own[topic, default: (0, 0)].sum += score
                if gradebook.scores[cell] >= settings.goal { atGoal[topic, default: 0] += 1 }
            }
            return own
        }
        self.columns = columns.mapValues { $0.sorted() }
        self.atGoal = atGoal
    }

    func brief() -> SectionBrief {
        let worked = cohort.topics.filter { $0.scores > 0 }
            .sorted { $0.share != $1.share ? $0.share < $1.share : $0.topic < $1.topic }
        let isTogether = cohort.learners.count >= 2 && settings.setting.hasCohort
        func topics(_ decision: TopicAdvice.Decision) -> [BriefTopic] {
            isTogether
                ? worked.filter { $0.decision == decision && !cohort.discussions.contains($0.topic) }.map(topic) : []
        }
        let (board, exceptions) = ownTime()
        return SectionBrief(
            section: cohort.section, learners: cohort.learners, reteach: topics(.teachAll),
            discuss: isTogether ? worked.filter { cohort.discussions.contains($0.topic) }.map(topic) : [],
            undecided: (topics(.discuss) + topics(.mixed))
                .sorted {
                    $0.advice.share != $1.advice.share
                        ? $0.advice.share < $1.advice.share : $0.advice.topic < $1.advice.topic
                },
            had: topics(.ownTime), groups: isTogether ? groups() : [], board: board, exceptions: exceptions,
            readiness: ReadinessFinder(
                gradebook: gradebook, profiles: profiles, estimate: estimate, cohort: cohort.learners,
                goal: settings.goal, scores: scores
            ).find(),
            quiet: handingIn.quiet().map { quiet in
                var quiet = quiet
                quiet.learner = cohort.learners[quiet.learner]
                return quiet
            },
            silent: handingIn.silent.map { cohort.learners[$0] },
            pastWork: handingIn.pieces.map(\.count).max() ?? 0,
            scores: cohort.learners.reduce(0) { $0 + estimate.scoreCounts[$1] },
            withoutScores: cohort.learners.count { estimate.scoreCounts[$0] == 0 })
    }

    private func topic(_ advice: TopicAdvice) -> BriefTopic {
        BriefTopic(
            advice: advice, learners: cohort.learners.count, columns: columns[advice.topic] ?? [],
            scores: cells.reduce(0) { $0 + ($1[advice.topic]?.count ?? 0) }, scoresAtGoal: atGoal[advice.topic] ?? 0)
    }

    // MARK: Together

    private func groups() -> [BriefGroup] {
        let isLesson = settings.setting.kind == .lecture
        let live = settings.setting.live(settings.live, cohort: cohort.learners.count)
        let hasSeats = cohort.modes.map { $0.seat?.isSeated ?? false }
        return cohort.sessions.enumerated().compactMap { number, skill in
            guard let advice = cohort.topics.first(where: { $0.topic == skill }) else { return nil }
            let seated = cohort.modes.indices.filter { place in
                cohort.modes[place].seat.map { $0.isSeated && $0.session == number } ?? false
            }
            let seats = seated.compactMap { cohort.modes[$0].seat }
            let waiting =
                isLesson
                ? []
                : cohort.learners.indices.filter { place in
                    !hasSeats[place]
                        && estimate.isBelow(settings.goal, learner: cohort.learners[place], skill: skill)
                }
            return BriefGroup(
                topic: topic(advice), minutes: live.minutes, seats: live.seats, isLesson: isLesson,
                isForAll: !seats.isEmpty && seats.allSatisfy(\.isForAll),
                isLot: seats.contains { $0.propensity < 1 },
                members: isLesson
                    ? []
                    : seated.map { member($0, skill: skill) }.sorted {
                        $0.success != $1.success ? $0.success < $1.success : $0.learner < $1.learner
                    },
                handedIn: handingIn.share, meanwhile: meanwhile(waiting, skill: skill))
        }
    }

    private func member(_ place: Int, skill: Int) -> BriefGroup.Member {
        let own = cells[place][skill] ?? (0, 0)
        let learner = cohort.learners[place]
        return BriefGroup.Member(
            learner: learner, success: estimate.mastery(learner: learner, skill: skill).success, scores: own.count,
            meanScore: own.count > 0 ? own.sum / Double(own.count) : .nan,
            handedIn: handingIn.pieces[place].count(where: \.came), asked: handingIn.pieces[place].count,
            amongBest: cohort.modes[place].seat?.amongBest ?? 0)
    }

    /// What is open on the topic itself, else what comes first.
    private func meanwhile(_ places: [Int], skill: Int) -> [BriefTask] {
        BriefTask.grouped(
            places.compactMap { place in
                let learner = cohort.learners[place]
                let list = recommendations(learner)
                let own = list.first { $0.item.flatMap { estimate.topic(ofItem: $0) } == skill } ?? list.first
                return own.map { (learner, $0) }
            }, topic: topicTitle)
    }

    // MARK: Own time

    private func recommendations(_ learner: Int) -> [Recommendation] {
        advice.learners.indices.contains(learner) ? advice.learners[learner].recommendations : []
    }

    private func ownTime() -> (board: [BriefTask], exceptions: [BriefTask]) {
        let lists = cohort.learners.map(recommendations)
        let chosen = BoardLines.choose(lists)
        var (board, rest): ([(Int, Recommendation)], [(Int, Recommendation)]) = ([], [])
        for (place, learner) in cohort.learners.enumerated() {
            if let choice = chosen[place] {
                board.append((learner, lists[place][choice]))
            } else if let first = lists[place].first {
                rest.append((learner, first))
            }
        }
        return (
            BriefTask.grouped(board, topic: topicTitle),
            BriefTask.grouped(rest, topic: topicTitle)
        )
    }

    /// Title of the topic of an item, where that is not the item itself.
    private func topicTitle(_ item: Int) -> String? {
        guard estimate.hasSkillMap, let topic = estimate.topic(ofItem: item) else { return nil }
        let title = estimate.skills[topic].title
        return title == gradebook.items[item].title ? nil : title
    }
}
