/// What to give a learner for whom no item of the file is open: a topic, a kind of task, how many, how hard.
struct Prescriber {
    let gradebook: Gradebook
    let profiles: [ItemProfile]
    let estimate: ClassEstimate
    let settings: RecommendSettings
    /// Positions of the section's learners.
    let cohort: [Int]
    /// How many of them are more likely than not below the goal, per skill.
    let belowGoal: [Int]
    /// Topics the section discusses as a whole this week.
    let discussions: [Int]
    /// Whether learners can meet.
    let hasLiveTime: Bool

    /// Success from which a learner can explain a topic to others.
    static let canExplain = 0.85

    /// The one action for a learner without candidates.
    func prescribe(for learner: Int, mode: ModeAdvice) -> Recommendation {
        let known = estimate.skills.indices.map { estimate.mastery(learner: learner, skill: $0) }
        if known.isEmpty {
            return make(
                .prepare, topic: "", task: "a short starter on what comes first, marked question by question",
                questions: 5, target: 0.6, skill: nil, learner: learner, mode: mode, reasons: [.noGradedWork])
        }
        if let faded = faded(learner: learner, known: known, mode: mode) { return faded }
        if let help = help(learner: learner, known: known, mode: mode) { return help }
        let weakest = known.min { a, b in a.success != b.success ? a.success < b.success : a.skill < b.skill }
        let skill = weakest?.skill ?? 0
        return make(
            .extend, topic: estimate.skills[skill].title, task: "harder questions that combine it with another topic",
            questions: 3, target: 0.7, skill: skill, learner: learner, mode: mode,
            reasons: [
                estimate.scoreCounts[learner] > 0 ? .allDone : .nothingAsked,
                .chanceAlone(topic: estimate.skills[skill].title, success: known[skill].success),
            ])
    }

    /// Points of a score, as a share, from which a fall within a topic is called fading.
    static let fall = 0.15

    /// The topic whose latest score fell most below an earlier one that was done well. Needs a skill map: a column that
    /// is its own skill is seen once and cannot fade.
    private func faded(learner: Int, known: [Mastery], mode: ModeAdvice) -> Recommendation? {
        guard estimate.hasSkillMap else { return nil }
        var first: [Int: Double] = [:]
        var best: (skill: Int, then: Double, now: Double)?
        for cell in gradebook.cells(ofLearner: learner) where gradebook.statuses[cell] == .scored {
            guard let skill = estimate.topic(ofItem: Int(gradebook.columns[cell])), known.indices.contains(skill) else {
                continue
            }
            let score = min(gradebook.scores[cell], 1)
            let highest = first[skill] ?? score
            if highest - score >= Self.fall, highest - score > (best.map { $0.then - $0.now } ?? 0) {
                best = (skill, highest, score)
            }
            first[skill] = max(highest, score)
        }
        guard let best else { return nil }
        let title = estimate.skills[best.skill].title
        return make(
            .review, topic: title, task: "mixed questions of the kind done before", questions: 5, target: 0.8,
            skill: best.skill, learner: learner, mode: mode,
            reasons: [.faded(topic: title, then: best.then, now: best.now)])
    }

    /// The topic this learner has and most classmates lack.
    private func help(learner: Int, known: [Mastery], mode: ModeAdvice) -> Recommendation? {
        guard mode.isCollective, cohort.count >= 2 else { return nil }
        var best: (skill: Int, count: Int)?
        for mastery in known where mastery.success >= Self.canExplain {
            let own = estimate.isBelow(settings.goal, learner: learner, skill: mastery.skill) ? 1 : 0
            let count = belowGoal[mastery.skill] - own
            if count > (best?.count ?? 0) { best = (mastery.skill, count) }
        }
        guard let best, best.count >= 2 else { return nil }
        let title = estimate.skills[best.skill].title
        var help = make(
            .helpPeer, topic: title, task: "explain it to one or two classmates, who then do a question each",
            questions: 2, target: 0.7, skill: best.skill, learner: learner, mode: mode,
            reasons: [.allDone, .classmatesNeed(topic: title, count: best.count, of: cohort.count - 1)])
        // Explaining takes somebody to explain to: in the room where there is live time, else in writing.
        help.mode = hasLiveTime ? .livePeer : .asyncSocial
        return help
    }

    private func make(
        _ action: Action, topic: String, task: String, questions: Int, target: Double, skill: Int?, learner: Int,
        mode: ModeAdvice, reasons: [Reason]
    ) -> Recommendation {
        let minutes = GradebookPolicy.usualMinutes(action)
        var gain = 0.0
        if let skill {
            let odds = estimate.logOdds(learner: learner, skill: skill)
            let now = Logistic.expectation(mean: odds.mean, variance: odds.variance)
            let learnt = GradebookPolicy.learning * (1 - now)
            gain = max(Logistic.expectation(mean: odds.mean + learnt, variance: odds.variance) - now, 0)
        }
        let terms = [Term(.earned, gain), Term(.cost, -GradebookPolicy.minuteCost * minutes)]
        return Recommendation(
            action: action, item: nil,
            prescription: Prescription(topic: topic, task: task, questions: questions, targetSuccess: target),
            mode: mode.mode(forTopic: skill, discussions: discussions),
            score: Rounding.decimals(terms.reduce(0) { $0 + $1.value }, 4),
            terms: terms,
            success: nil, successDeviation: nil, gain: gain, minutes: minutes, minutesAreAssumed: true, reasons: reasons
        )
    }
}
