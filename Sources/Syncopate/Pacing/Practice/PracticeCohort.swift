import RealModule

/// One section of learners who practise from a catalogue.
struct PracticeCohort {
    let pacing: PracticePacing
    let learners: [LearnerPractice]
    let advice: [PracticeAdvice]
    let time: Double

    private var recommender: Recommender { pacing.recommender }
    private var skills: [Skill] { recommender.catalogue.skills }
    private var isCollective: Bool { learners.count >= 2 && pacing.setting.hasCohort }
    private var live: LiveTime {
        isCollective ? pacing.setting.live(pacing.live, cohort: learners.count) : .none
    }

    /// Skills of the live sessions, and a mode per learner.
    func advise() -> (sessions: [Int], modes: [ModeAdvice], plan: [PlannedTopic]) {
        let values = isCollective ? meetingValues() : learners.map { _ in [] }
        let sessions = sessions(values)
        let chooser = ModeChooser(
            setting: pacing.setting, live: live, cohortSize: isCollective ? learners.count : 1,
            classScores: learners.reduce(0) { $0 + $1.answers.count }, classGains: pacing.evidence.count,
            handedIn: .nan)
        var odds: [Int: [ModeSimulation.Odds]] = [:]
        var modes = learners.indices.map { place in
            let (session, skill, isSeated) = standing(of: place, sessions)
            let all = odds[skill] ?? simulate(skill)
            odds[skill] = all
            let own = all[place]
            let share = isCollective ? share(of: skill) : nil
            var seat: Seat?
            if isCollective, let session {
                seat = Seat(
                    topic: skill, session: session, isSeated: isSeated,
                    isForAll: sessions.indices.contains(session) && sessions[session].learners.count < live.seats,
                    uplift: own.uplift.mean,
                    upliftDeviation: own.uplift.deviation, amongBest: own.amongBest,
                    aboveClassmate: own.aboveClassmate, propensity: 1)
            }
            return chooser.choose(
                for: ModeCase(
                    topic: skills[skill].title, hasTopic: advice[place].known[skill] >= 0.5, share: share,
                    standing: ModeStanding(
                        success: success(place, skill), goal: goal(skill), share: share?.mean,
                        independence: independence(of: place), interdependence: interdependence(of: place),
                        stuck: advice[place].stuck.first { $0.skill == skill }?.probability ?? 0,
                        cohort: isCollective ? learners.count : 1),
                    independence: independence(of: place), interdependence: interdependence(of: place),
                    scores: learners[place].answers.count,
                    gains: pacing.evidence.count(of: learners[place].learner.id), seat: seat,
                    seatFacts: seatFacts(values[place].first { $0.skill == skill }), options: options(own)))
        }
        let week = CohortWeek(
            setting: pacing.setting, live: live, size: learners.count, growsIndependence: pacing.growsIndependence)
        let tasks = learners.indices.map { work(of: $0, mode: modes[$0]) }
        week.settle(&modes, work: tasks)
        if isCollective {
            let points = RouteMeeting.points(
                tasks.enumerated().map { place, list in route(of: place, list) }, has: { advice[$0].known[$1] })
            for place in modes.indices { modes[place].meetingPoint = points[place] }
        }
        let planned = plan()
        for place in modes.indices { modes[place].plan = planned.learners[place] }
        return (sessions.map(\.skill), modes, planned.topics)
    }

    /// What the teacher's own plan means for the section.
    private func plan() -> (topics: [PlannedTopic], learners: [[PlannedTime]]) {
        guard !pacing.plan.entries.isEmpty else { return ([], learners.map { _ in [] }) }
        let catalogue = recommender.catalogue
        let reading = TeacherPlanReading(
            plan: pacing.plan,
            names: TopicNames(
                topics: catalogue.skills, items: catalogue.items),
            belief: pacing.evidence.belief, setting: pacing.setting, live: live, isCollective: isCollective)
        return reading.read(
            section: learners.first?.learner.section ?? "", count: learners.count,
            topicOfItem: { catalogue.mainSkill(ofItem: $0) },
            standing: { skill in
                TeacherPlanReading.Standing(
                    title: skills[skill].title, learners: standings(skill), known: advice.map { $0.known[skill] },
                    sharedVariance: 0, scores: learners.reduce(0) { $0 + $1.answers.count })
            })
    }

    // MARK: Who meets

    private func meetingValues() -> [[MeetingValue]] {
        recommender.meetingValues(learners.map { (id: $0.learner.id, state: $0.state) }, at: time)
    }

    /// One session after the other: the skill and the free learners that gain most together.
    private func sessions(_ values: [[MeetingValue]]) -> [MeetingChoice] {
        // Who more likely than not has it is better off with something else, however many seats there are.
        var free = values.map { $0.filter { $0.known < 0.5 } }
        var sessions: [MeetingChoice] = []
        for _ in 0..<(live.isNone ? 0 : live.sessions) {
            guard let choice = MeetingChoice.best(free, seats: live.seats) else { break }
            sessions.append(choice)
            for learner in choice.learners { free[learner] = [] }
        }
        return sessions
    }

    /// The session a learner is in, else the first; without sessions the skill that is practised first.
    private func standing(of place: Int, _ sessions: [MeetingChoice]) -> (session: Int?, skill: Int, isSeated: Bool) {
        for (number, session) in sessions.enumerated() where session.learners.contains(place) {
            return (number, session.skill, true)
        }
        if let first = sessions.first { return (0, first.skill, false) }
        let item = advice[place].choices.first?.item
        let skill = item.flatMap { recommender.catalogue.mainSkill(ofItem: $0) } ?? advice[place].open.first ?? 0
        // A live session that there is none of, to say how the learner would stand for it.
        return (live.isNone && pacing.setting.kind == .classroom ? 0 : nil, skill, false)
    }

    private func seatFacts(_ value: MeetingValue?) -> [Reason] {
        guard let value else { return [] }
        return value.reasons.filter(\.isFor).map {
            Reason.fact(code: $0.code, sentence: $0.sentence(recommender.catalogue))
        }
    }

    // MARK: What is known

    /// A log of answers says nothing of it: what was not answered was perhaps never asked.
    private func independence(of place: Int) -> Independence {
        Independence.prior.replaced(by: pacing.independence[learners[place].learner.id])
    }

    private func interdependence(of place: Int) -> Interdependence {
        pacing.interdependence[learners[place].learner.id] ?? .prior
    }

    /// The log-odds of success alone, as a mean and a variance over having the skill and not.
    private func logOdds(_ place: Int, _ skill: Int) -> (mean: Double, variance: Double) {
        let chances = recommender.knowledge.chances(ofSkill: skill)
        let (with, without) = (Logistic.logit(chances.with), Logistic.logit(chances.without))
        let known = advice[place].known[skill]
        return (known * with + (1 - known) * without, known * (1 - known) * (with - without) * (with - without))
    }

    private func success(_ place: Int, _ skill: Int) -> Double { success(advice[place].known[skill], skill) }

    private func success(_ known: Double, _ skill: Int) -> Double {
        let chances = recommender.knowledge.chances(ofSkill: skill)
        return known * chances.with + (1 - known) * chances.without
    }

    /// Success of whoever is called mastered.
    private func goal(_ skill: Int) -> Double { success(recommender.settings.certainty, skill) }

    private func share(of skill: Int) -> (mean: Double, low: Double, high: Double)? {
        Self.share(advice.map { $0.known[skill] })
    }

    /// Expected share of a cohort that has a skill; one pseudo-learner keeps two from looking certain.
    ///
    /// - Parameter known: probability of having it, per learner; `nil` for none.
    static func share(_ known: [Double]) -> (mean: Double, low: Double, high: Double)? {
        guard !known.isEmpty else { return nil }
        let count = Double(known.count)
        let mean = known.reduce(0, +) / count
        let spread = known.reduce(0.25) { $0 + $1 * (1 - $1) }
        let reach = TopicAdvice.reachOfFourFifths * spread.squareRoot() / count
        return (mean, max(0, mean - reach), min(1, mean + reach))
    }

    private func simulate(_ skill: Int) -> [ModeSimulation.Odds] {
        let minutes = live.isNone ? LiveTime.usual.minutes : live.minutes
        return ModeSimulation(
            belief: pacing.evidence.belief, modes: isCollective ? pacing.setting.modes(live: live) : [.asyncSolo],
            minutes: minutes, seats: max(live.seats, 1), cohort: learners.count
        ).run(standings(skill), sharedVariance: 0)
    }

    /// What is known of everybody on a skill.
    private func standings(_ skill: Int) -> [SeatAllocation.Standing] {
        let reach = isCollective ? share(of: skill).map { StandingFeatures.peerReach(share: $0.mean) } : 0
        return learners.indices.map { place in
            let odds = logOdds(place, skill)
            let trait = independence(of: place)
            return SeatAllocation.Standing(
                mean: odds.mean, variance: odds.variance, independence: trait.mean,
                independenceDeviation: trait.deviation,
                learner: pacing.evidence.number(of: learners[place].learner.id), peerReach: reach,
                stuck: advice[place].stuck.first { $0.skill == skill }?.probability)
        }
    }

    private func options(_ odds: ModeSimulation.Odds) -> [ModeOption] {
        odds.options(isCollective ? pacing.setting.modes(live: live) : [.asyncSolo])
    }

    // MARK: What there is to do

    private func work(of place: Int, mode: ModeAdvice) -> [CohortWeek.Work] {
        let isDated = recommender.catalogue.goals.contains { goal in
            goal.by != nil && goal.learners?.contains(learners[place].learner.id) ?? true
        }
        return advice[place].choices.map { choice in
            let skill = recommender.catalogue.mainSkill(ofItem: choice.item)
            return CohortWeek.Work(
                topic: skill, title: skill.map { skills[$0].title }, minutes: choice.minutes,
                mode: mode.mode(ofItem: choice.item, in: recommender.catalogue), isDated: isDated,
                success: choice.success)
        }
    }

    /// What is practised now, then the skills that are still open.
    private func route(of place: Int, _ work: [CohortWeek.Work]) -> [RouteStop] {
        RouteStop.route(work)
            + advice[place].open.map { skill in
                RouteStop(topic: skill, title: skills[skill].title, minutes: Double(LiveTime.usual.minutes))
            }
    }
}
