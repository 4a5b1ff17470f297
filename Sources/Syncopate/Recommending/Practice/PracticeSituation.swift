/// One learner at one moment, with all that choosing asks about worked out once.
struct PracticeSituation {
    /// Identity of the learner.
    let learner: String
    /// As believed now: what has been forgotten since the last answer is gone.
    let state: PracticeState
    let standings: SkillStandings
    /// Probability of having each skill now: of recalling it where it is to be remembered, K.
    let recall: [Double]
    let targets: PracticeTargets
    /// What practising each skill is worth, K.
    let values: SkillValues
    /// The sum of its parts, K.
    let totals: [Double]
    /// What each item would tell, M; empty where nothing is measured.
    let information: [Double]
    let limits: PracticeConstraints.Case
    let stuck: [StuckSkill]
    /// Items to lower a little because they came just now.
    let repeated: RepeatedItems
}

extension Recommender {
    /// Likelihood ratio for "nothing is learnt" from which an item on the skill is no longer given while there are others.
    private static let hopeless = 5_000.0
    /// Where nothing is known of how much a learner practises.
    private static let usualAttemptsADay = 10.0

    /// - Parameters:
    ///   - now: seconds since 1970; no number: the moment of the learner's last answer.
    ///   - mastered: position of a skill to take for mastered, whatever is believed.
    ///   - kept: what remembering each skill is worth where that is worked out already, K.
    func situation(
        of state: PracticeState, learner: String, at now: Double, exposures: ExposureLimit?, mastered: Int? = nil,
        kept: [Double]? = nil
    ) -> PracticeSituation {
        var state = state
        let now = now.isFinite ? max(now, state.last) : max(state.last, 0)
        fade(&state, until: now)
        if let mastered { state.knowledge.setKnown(mastered, 1) }
        let targets = targets.targets(learner: learner, now: now)
        let standings = SkillStandings(state, self, targets, given: mastered)
        let stuck = StuckSkill.all(in: state.knowledge, model: knowledge, targets: targets, least: leastStuck)
        var isStuck = [Bool](repeating: false, count: state.knowledge.count)
        for skill in stuck where skill.likelihoodRatio >= Self.hopeless { isStuck[skill.skill] = true }
        let (isMastered, flags) = marks(standings, targets, isStuck)
        var values = SkillValues(count: state.knowledge.count)
        mastering.add(targets, state.knowledge, standings, to: &values)
        var recall = standings.effective
        if targets.remembers {
            let keeping = KeepingValue(
                model: memory, state: state, targets: targets, now: now, attemptsADay: attemptsADay(state, now))
            if let kept {
                for skill in kept.indices { values[.keeping, skill] += kept[skill] }
            } else {
                keeping.add(to: &values)
            }
            keeping.recall(into: &recall)
        }
        var information: [Double] = []
        if let scale, let ability = state.ability, targets.measured > 0 {
            let about = targets.measuring.map { $0 / targets.measured }
            information = ItemInformation(ability, on: scale, about: about).reduction
        }
        let today = day(of: now) == day(of: state.last) ? state.minutes : 0
        return PracticeSituation(
            learner: learner, state: state, standings: standings, recall: recall, targets: targets, values: values,
            totals: values.totals, information: information,
            limits: PracticeConstraints.Case(
                items: state.items, recent: state.recent, targets: targets, minutesToday: today, isMastered: isMastered,
                isStuck: isStuck,
                flags: flags, exposures: exposures),
            stuck: stuck,
            repeated: RepeatedItems(state.recent) { groups.sizes[groups.groupOfItem[$0]] > 1 })
    }

    /// Which skills are mastered with the certainty asked for, and what decides whether items on each are open, K.
    private func marks(
        _ standings: SkillStandings, _ targets: PracticeTargets, _ isStuck: [Bool]
    ) -> (isMastered: [Bool], flags: [SkillFlags]) {
        var isMastered = isStuck
        var flags = targets.flags
        isMastered.withUnsafeMutableBufferPointer { isMastered in
            flags.withUnsafeMutableBufferPointer { flags in
                for skill in 0..<isMastered.count {
                    isMastered[skill] = standings.mastered[skill] >= settings.certainty
                    if !isMastered[skill], targets.mastering[skill] > 0 { flags[skill].insert(.sought) }
                    guard flags[skill].contains(.needed), !isMastered[skill] || flags[skill].contains(.lasting)
                    else { continue }
                    flags[skill].insert(.open)
                    if !isStuck[skill] { flags[skill].insert(.working) }
                }
            }
        }
        return (isMastered, flags)
    }

    /// How many attempts the learner makes a day: as many as the minutes allow, else as many as on the days so far.
    private func attemptsADay(_ state: PracticeState, _ now: Double) -> Double {
        if let limit = settings.minutesADay { return max(limit / usual, 1) }
        guard let first = state.first else { return Self.usualAttemptsADay }
        let attempts = Double(state.attempts)
        let days = day(of: now) - day(of: first)
        guard days > 0 else { return max(attempts, Self.usualAttemptsADay) }
        return max(attempts / (days + (day(of: now) == day(of: state.last) ? 1 : 0)), 1)
    }
}
