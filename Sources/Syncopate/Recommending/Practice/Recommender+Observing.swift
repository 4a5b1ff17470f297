import RealModule

extension Recommender {
    /// Learns from one answer.
    ///
    /// What does not measure mastery, as attendance, is noted and nothing learnt from it.
    ///
    /// Answers are told in the order of their times; one that comes late counts as given at the time of the last.
    ///
    /// - Parameters:
    ///   - item: position in the catalogue. Out of range: nothing changes.
    ///   - score: share of the maximum, held to 0...1; no number: nothing changes.
    ///   - time: seconds since 1970; no number: the time of the last.
    public func observe(item: Int, score: Double, at time: Double, _ state: inout PracticeState) {
        guard catalogue.items.indices.contains(item), score.isFinite else { return }
        let score = min(max(score, 0), 1)
        let now = time.isFinite ? max(time, state.last) : max(state.last, 0)
        fade(&state, until: now)
        if catalogue.items[item].kind.measuresMastery {
            let skills = catalogue.itemSkills[item]
            learn(skills, difficulty: catalogue.items[item].difficulty ?? 0, score: score, at: now, &state)
            if let scale, var ability = state.ability {
                scale.observe(item: item, score: score, belief: &ability)
                state.ability = ability
            }
        }
        note(item, score, now, &state)
    }

    /// Learns from an answer on something that is no item of the catalogue, but whose skills are known.
    ///
    /// - Parameter skills: positions with weights that sum to one.
    func observe(
        skills: [PrerequisiteGraph.Edge], score: Double, at time: Double, _ state: inout PracticeState
    ) {
        guard score.isFinite, !skills.isEmpty else { return }
        let score = min(max(score, 0), 1)
        let now = time.isFinite ? max(time, state.last) : max(state.last, 0)
        fade(&state, until: now)
        learn(skills, difficulty: 0, score: score, at: now, &state)
        // What it took is not known, but a new day begins with it.
        if day(of: now) != day(of: state.last) { state.minutes = 0 }
        state.last = now
    }

    /// Learns from a score by both accounts of learning, and by how well each foresaw it which one to believe.
    private func learn(
        _ skills: [PrerequisiteGraph.Edge], difficulty: Double, score: Double, at now: Double,
        _ state: inout PracticeState
    ) {
        let known = knowledge.success(skills, difficulty: difficulty, state.knowledge)
        let sudden = score * known + (1 - score) * (1 - known)
        let gradual = growth.observe(skills, difficulty: difficulty, score: score, &state.growth)
        let evidence = state.growthEvidence + Double.log(max(gradual, 1e-9) / max(sudden, 1e-9))
        state.growthEvidence = min(max(evidence, -GrowthModel.mostEvidence), GrowthModel.mostEvidence)
        let before = state.knowledge.known
        knowledge.observe(skills, difficulty: difficulty, score: score, &state.knowledge)
        for edge in skills {
            let skill = edge.skill
            guard !isRemembered[skill] else {
                state.memory.observe(skill, score: score, at: now, model: memory)
                continue
            }
            // A skill is not a card: a slip does not undo it, and it has been there to forget only since it was learnt.
            state.memory.observe(
                skill, score: state.knowledge.known[skill], at: now, model: memory, isNew: before[skill] < 0.5)
        }
    }

    /// What is believed at a later moment, when nothing has happened since: some of what was known is lost.
    ///
    /// What was known is still with the probability of recalling it, by whole days since its last practice: within a day
    /// nothing is.
    func fade(_ state: inout PracticeState, until now: Double) {
        guard now > state.last, state.last.isFinite else { return }
        for skill in 0..<state.memory.count {
            guard let trace = state.memory.trace(ofSkill: skill) else { continue }
            let before = ((state.last - trace.last) / MemoryModel.day).rounded(.down)
            let after = ((now - trace.last) / MemoryModel.day).rounded(.down)
            guard after > before else { continue }
            let kept =
                memory.recall(stability: trace.stability, after: after)
                / memory.recall(stability: trace.stability, after: before)
            knowledge.fade(skill, keeping: kept, &state.knowledge)
        }
    }

    private func note(_ item: Int, _ score: Double, _ now: Double, _ state: inout PracticeState) {
        state.attempts += 1
        state.first = state.first ?? now
        var record = state.items[item] ?? ItemPractice()
        record.attempts += 1
        record.best = max(record.best, score)
        record.lastScore = score
        record.last = now
        record.lastAttempt = state.attempts
        state.items[item] = record
        if state.recent.count == PracticeState.recentLimit { state.recent.removeFirst() }
        state.recent.append(item)
        if day(of: now) != day(of: state.last) { state.minutes = 0 }
        state.minutes += minutes[item]
        state.last = now
    }

    /// The learner's day a moment is in, as a number that only the same day has.
    func day(of time: Double) -> Double { ((time + settings.utcOffset) / MemoryModel.day).rounded(.down) }
}
