import RealModule

extension Recommender {
    /// What opening the way to one more skill counts beside teaching one.
    ///
    /// Between a twentieth and a fifth what is learnt in the end hardly differs; more of it and fewer seats go to learners
    /// who lack the skill and are ready.
    private static let opening = 0.05

    /// What a seat in a live session is worth to one learner, for every skill that a goal of theirs needs.
    ///
    /// `P(lacks it and is taught) x (1 - P(own time gets there meanwhile))`, pace by pace: own time never teaches those who
    /// learn nothing from practice, so to them a seat is worth most (the uplift of MODES, section 5: live less the best
    /// that own time does). To that comes a share for what builds on the skill. As many learners as in published counts are
    /// taken to be stuck before any answer (``StuckSkill/baseRate``).
    ///
    /// - Parameters:
    ///   - state: what the log of their answers, and of lessons, says.
    ///   - learner: identity, for goals of their own.
    ///   - time: seconds since 1970; no number: the moment of the last answer.
    ///   - lesson: what the session does.
    /// - Returns: by position of the skill, those only that are worth more than nothing.
    public func meetingValues(
        _ state: PracticeState, learner: String = "", at time: Double, lesson: LiveLesson = LiveLesson()
    ) -> [MeetingValue] {
        let now = time.isFinite ? max(time, state.last) : max(state.last, 0)
        var state = state
        fade(&state, until: now)
        let targets = targets.targets(learner: learner, now: now)
        let standings = SkillStandings(state, self, targets)
        let weight = (0..<state.knowledge.count).map { targets.mastering[$0] + targets.remembering[$0] }
        let open = weight.indices.map { weight[$0] * (1 - standings.mastered[$0]) }
        return weight.indices.compactMap { skill in
            guard targets.isNeeded[skill] else { return nil }
            let builtOn = mastering.builtOn(skill)
            let opened = Self.opening * builtOn.reduce(0) { $0 + open[$1] }
            guard weight[skill] > 0 || opened > 0 else { return nil }
            let gain = lessonGain(skill, state, standings, targets, lesson)
            var value = MeetingValue(
                skill: skill, known: rounded(standings.mastered[skill]), readiness: rounded(gain.readiness),
                stuck: rounded(stuckProbability(skill, state.knowledge)), attempts: state.knowledge.attempts(skill),
                lessons: state.lessons[skill] ?? 0, live: rounded(weight[skill] * gain.live),
                own: rounded(weight[skill] * gain.own), unlocking: rounded(opened * (gain.live - gain.own)), reasons: []
            )
            guard value.value > 0 else { return nil }
            let unlocked = builtOn.filter { weight[$0] > 0 && standings.mastered[$0] < settings.certainty }
            value.reasons = meetingReasons(value, unlocked: unlocked, standings.mastered)
            return value
        }
    }

    /// The same for a class, in the order of the learners.
    public func meetingValues(
        _ learners: [(id: String, state: PracticeState)], at time: Double, lesson: LiveLesson = LiveLesson()
    ) -> [[MeetingValue]] {
        learners.map { meetingValues($0.state, learner: $0.id, at: time, lesson: lesson) }
    }

    /// Probability that the learner lacks a skill and learns nothing from practice on it.
    private func stuckProbability(_ skill: Int, _ belief: KnowledgeBelief) -> Double {
        StuckSkill.likelihood(skill, belief, knowledge).probability
    }

    /// Probability that the session teaches the skill, and the part of it that own time would come to meanwhile.
    private func lessonGain(
        _ skill: Int, _ state: PracticeState, _ standings: SkillStandings, _ targets: PracticeTargets,
        _ lesson: LiveLesson
    ) -> (readiness: Double, live: Double, own: Double) {
        let belief = state.knowledge
        let ready = knowledge.readiness(of: skill, belief)
        let taught = lesson.chance(readiness: ready)
        // Stuck learners are as many as published counts say, not as few as the pace's own prior holds.
        let more = StuckSkill.weight(knowledge.nominal[skill])
        let total = 1 + (more - 1) * belief.stuck(skill)
        var lacking = 0.0
        var reached = 0.0
        for (place, pace) in KnowledgeModel.paces.enumerated() {
            let mass = belief.unknown(skill, pace: place) * (place == 0 ? more : 1) / total
            lacking += mass
            let rate = min(knowledge.nominal[skill].learn * pace, 1)
            reached += mass * (1 - Double.pow(1 - rate, lesson.ownAttempts))
        }
        reached *= ready + KnowledgeModel.unready * (1 - ready)
        let sudden = (live: lacking * taught, own: reached * taught)
        let share = standings.growth
        guard share > SkillStandings.negligible else { return (ready, sudden.live, sudden.own) }
        // Where skills grow nothing is in the way, and a session is as many attempts as would teach as surely.
        let standing = growth.standing(of: skill, threshold: targets.logits[skill], state.growth)
        let (there, toGo) = (standing.there, standing.attempts)
        let step = equivalentAttempts(skill, lesson.ready)
        let live = toGo > 0 ? (1 - there) * min(step / toGo, 1) : 0
        let added = toGo > 0 ? (1 - there) * min(step, max(toGo - lesson.ownAttempts, 0)) / toGo : 0
        return (
            (1 - share) * ready + share, (1 - share) * sudden.live + share * live,
            (1 - share) * sudden.own + share * (live - added)
        )
    }

    /// How many attempts teach a skill as surely as a session does.
    func equivalentAttempts(_ skill: Int, _ chance: Double) -> Double {
        Double.log(1 - min(chance, 0.999)) / Double.log(1 - min(knowledge.nominal[skill].learn, 0.999))
    }

    private func rounded(_ value: Double) -> Double { Rounding.decimals(value, Self.places) }
}
