/// What to give a learner for whom no item of the file is open: a topic, a kind of task, how many, how hard.
struct Prescriber {
    let gradebook: Gradebook
    let profiles: [ItemProfile]
    let estimate: ClassEstimate
    let settings: RecommendSettings

    /// Success from which a learner can explain a topic to others.
    static let canExplain = 0.85

    /// The one action for a learner without candidates.
    ///
    /// - Parameter cohort: positions of the learner's section, the learner included.
    func prescribe(for learner: Int, cohort: [Int], mode: ModeAdvice) -> Recommendation {
        let known = estimate.skills.indices.map { estimate.mastery(learner: learner, skill: $0) }
        if known.isEmpty {
            return make(
                .prepare, topic: "", task: "a short starter on what comes first, marked question by question",
                questions: 5, target: 0.6, skill: nil, learner: learner, mode: mode, reasons: [.noGradedWork])
        }
        if let faded = faded(learner: learner, known: known) { return faded.with(mode: mode) }
        if let help = help(learner: learner, cohort: cohort, known: known, mode: mode) { return help }
        let weakest = known.min { a, b in a.success != b.success ? a.success < b.success : a.skill < b.skill }
        let skill = weakest?.skill ?? 0
        return make(
            .extend, topic: estimate.skills[skill].title, task: "harder questions that combine it with another topic",
            questions: 3, target: 0.7, skill: skill, learner: learner, mode: mode,
            reasons: [.allDone, .chanceAlone(topic: estimate.skills[skill].title, success: known[skill].success)])
    }

    /// A topic of which an item was once done well and which is now expected below the goal. Needs a skill map: a
    /// column that is its own skill is seen once and cannot fade.
    private func faded(learner: Int, known: [Mastery]) -> Recommendation? {
        guard estimate.hasSkillMap else { return nil }
        var best: (skill: Int, then: Double)?
        for cell in gradebook.cells(ofLearner: learner) where gradebook.statuses[cell] == .scored {
            let item = Int(gradebook.columns[cell])
            let score = gradebook.scores[cell]
            guard score >= 0.8, let skill = estimate.topic(ofItem: item), known.indices.contains(skill),
                known[skill].success < settings.goal
            else { continue }
            if best.map({ known[skill].success < known[$0.skill].success }) ?? true { best = (skill, score) }
        }
        guard let best else { return nil }
        let title = estimate.skills[best.skill].title
        return make(
            .review, topic: title, task: "mixed questions of the kind done before", questions: 5, target: 0.8,
            skill: best.skill, learner: learner, mode: nil,
            reasons: [.faded(topic: title, then: min(best.then, 1), now: known[best.skill].success)])
    }

    /// The topic this learner has and most classmates lack.
    private func help(learner: Int, cohort: [Int], known: [Mastery], mode: ModeAdvice) -> Recommendation? {
        guard mode.isCollective, cohort.count >= 2 else { return nil }
        var best: (skill: Int, count: Int)?
        for mastery in known where mastery.success >= Self.canExplain {
            let count = estimate.belowGoal(skill: mastery.skill, cohort: cohort, except: learner, goal: settings.goal)
            if count > (best?.count ?? 0) { best = (mastery.skill, count) }
        }
        guard let best, best.count >= 2 else { return nil }
        let title = estimate.skills[best.skill].title
        var help = make(
            .helpPeer, topic: title, task: "explain it to one or two classmates, who then do a question each",
            questions: 2, target: 0.7, skill: best.skill, learner: learner, mode: mode,
            reasons: [.allDone, .classmatesNeed(topic: title, count: best.count, of: cohort.count - 1)])
        help.mode = .livePeer
        return help
    }

    private func make(
        _ action: Action, topic: String, task: String, questions: Int, target: Double, skill: Int?, learner: Int,
        mode: ModeAdvice?, reasons: [Reason]
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
            mode: mode?.mode ?? .asyncSolo, score: Rounding.decimals(terms.reduce(0) { $0 + $1.value }, 4),
            terms: terms,
            success: nil, successDeviation: nil, gain: gain, minutes: minutes, minutesAreAssumed: true, reasons: reasons
        )
    }
}

extension Recommendation {
    /// The same with the learner's mode: a live seat is for its own topic, so beside one it is own time.
    fileprivate func with(mode: ModeAdvice) -> Recommendation {
        var copy = self
        copy.mode = mode.seat?.isSeated == true ? .asyncSolo : mode.mode
        return copy
    }
}
