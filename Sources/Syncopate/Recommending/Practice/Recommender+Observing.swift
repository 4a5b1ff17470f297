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
    ///   - certainty: how far the score can be relied on, held to 0...1 (``Certainty``); no number: as 1.
    ///   - time: seconds since 1970; no number: the time of the last.
    public func observe(
        item: Int, score: Double, certainty: Double = 1, at time: Double, _ state: inout PracticeState
    ) {
        guard catalogue.items.indices.contains(item), score.isFinite else { return }
        let certainty = Certainty(certainty)
        let score = min(max(score, 0), 1)
        let now = time.isFinite ? max(time, state.last) : max(state.last, 0)
        if answered.measuresMastery[item] {
            answered.withSkills(of: item) {
                learn($0, difficulty: answered.difficulty[item], score: score, certainty, at: now, &state)
            }
            if let scale, var ability = state.ability {
                state.ability = nil
                scale.observe(item: item, score: score, certainty: certainty, belief: &ability)
                state.ability = ability
            }
        }
        note(item, score, now, &state)
    }

    /// Learns from an answer on something that is no item of the catalogue, but whose skills are known.
    ///
    /// Of abilities that are measured nothing is learnt from it: its place on their scale is not known.
    ///
    /// - Parameters:
    ///   - skills: positions with weights above zero, of which only the proportions count; a skill named twice has the
    ///     sum. None, a position out of range or a weight that is none: nothing changes.
    ///   - difficulty: logits by which it is harder than a typical item, held to -100...100; no number: as 0.
    ///   - score: share of the maximum, held to 0...1; no number: nothing changes.
    ///   - certainty: how far the score can be relied on, held to 0...1 (``Certainty``); no number: as 1.
    ///   - time: seconds since 1970; no number: the time of the last answer.
    public func observe(
        skills: [PrerequisiteGraph.Edge], difficulty: Double = 0, score: Double, certainty: Double = 1, at time: Double,
        _ state: inout PracticeState
    ) {
        guard score.isFinite, let skills = Self.shares(skills, of: catalogue.skills.count) else { return }
        let certainty = Certainty(certainty)
        let difficulty = difficulty.isFinite ? min(max(difficulty, -100), 100) : 0
        let score = min(max(score, 0), 1)
        let now = time.isFinite ? max(time, state.last) : max(state.last, 0)
        let answered = skills.map { edge in
            let (with, without) = knowledge.chances(ofSkill: edge.skill, difficulty: difficulty)
            return AnsweredSkill(skill: edge.skill, weight: edge.weight, with: with, without: without)
        }
        answered.withUnsafeBufferPointer {
            learn($0, difficulty: difficulty, score: score, certainty, at: now, &state)
        }
        // What it took is not known, but a new day begins with it.
        if day(of: now) != day(of: state.last) { state.minutes = 0 }
        state.last = now
    }

    /// Learns from a score by both accounts of learning, and by how well each foresaw it which one to believe.
    private func learn(
        _ skills: UnsafeBufferPointer<AnsweredSkill>, difficulty: Double, score: Double, _ certainty: Certainty,
        at now: Double, _ state: inout PracticeState
    ) {
        for edge in skills {
            fade(around: edge.skill, &state, until: now)
            if state.growth[edge.skill].isSettled { state.unsettled.append(edge.skill) }
        }
        withUnsafeTemporaryAllocation(of: Double.self, capacity: skills.count) { before in
            var known = 0.0
            for (place, edge) in skills.enumerated() {
                before[place] = state.knowledge.known(edge.skill)
                known += edge.weight * (before[place] * edge.with + (1 - before[place]) * edge.without)
            }
            let sudden = score * known + (1 - score) * (1 - known)
            let gradual = growth.observe(
                skills, difficulty: difficulty, score: score, certainty: certainty, &state.growth)
            let evidence =
                state.growthEvidence + certainty.share * Double.log(max(gradual, 1e-9) / max(sudden, 1e-9))
            state.growthEvidence = min(max(evidence, -GrowthModel.mostEvidence), GrowthModel.mostEvidence)
            knowledge.observe(skills, score: score, certainty: certainty, &state.knowledge)
            for (place, edge) in skills.enumerated() {
                let skill = edge.skill
                guard !isRemembered[skill] else {
                    state.memory.observe(
                        skill, score: score, certainty: certainty, expected: before[place], at: now, model: memory)
                    continue
                }
                // A skill is not a card: a slip does not undo it, and it has been there to forget only since it was
                // learnt.
                state.memory.observe(
                    skill, score: state.knowledge.known(skill), at: now, model: memory, isNew: before[place] < 0.5)
            }
        }
    }

    /// What is believed at a later moment, when nothing has happened since: some of what was known is lost.
    ///
    /// What was known is still with the probability of recalling it, by whole days since its last practice: within a day
    /// nothing is.
    func fade(_ state: inout PracticeState, until now: Double) {
        for skill in 0..<state.memory.count { fade(skill, &state, until: now) }
    }

    /// The same for one skill.
    private func fade(_ skill: Int, _ state: inout PracticeState, until now: Double) {
        guard let days = state.memory.unfaded(skill, at: now), let trace = state.memory.trace(ofSkill: skill) else {
            return
        }
        let kept = memory.kept(stability: trace.stability, from: days.from, to: days.to)
        knowledge.fade(skill, keeping: kept, &state.knowledge)
        state.memory.note(fadedDays: days.to, skill)
    }

    /// What is believed at a later moment of a skill and what it builds on: all that an answer on it looks at.
    func fade(around skill: Int, _ state: inout PracticeState, until now: Double) {
        fade(skill, &state, until: now)
        for place in knowledge.parents.places(skill) {
            fade(knowledge.parents[place].skill, &state, until: now)
        }
    }

    /// Weights as shares of one; `nil` where there are none, or some are of no skill.
    private static func shares(_ skills: [PrerequisiteGraph.Edge], of count: Int) -> [PrerequisiteGraph.Edge]? {
        var shares: [PrerequisiteGraph.Edge] = []
        var total = 0.0
        for edge in skills {
            guard (0..<count).contains(edge.skill), edge.weight > 0, edge.weight.isFinite else { return nil }
            total += edge.weight
            if let place = shares.firstIndex(where: { $0.skill == edge.skill }) {
                shares[place].weight += edge.weight
            } else {
                shares.append(edge)
            }
        }
        guard !shares.isEmpty, total.isFinite else { return nil }
        // Shares that are some already stay as they are to the last bit.
        if abs(total - 1) > 1e-9 { for place in shares.indices { shares[place].weight /= total } }
        return shares
    }

    private func note(_ item: Int, _ score: Double, _ now: Double, _ state: inout PracticeState) {
        state.attempts += 1
        state.first = state.first ?? now
        state.items.note(item, score, at: now, attempt: state.attempts)
        state.recent.append(item)
        if day(of: now) != day(of: state.last) { state.minutes = 0 }
        state.minutes += minutes[item]
        state.last = now
    }

    /// The learner's day a moment is in, as a number that only the same day has.
    func day(of time: Double) -> Double { ((time + settings.utcOffset) / MemoryModel.day).rounded(.down) }
}
