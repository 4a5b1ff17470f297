extension Recommender {
    /// Most items in one piece of advice.
    public static let mostChoices = 100

    /// Advises one learner.
    ///
    /// - Parameters:
    ///   - state: what the log of their answers says.
    ///   - learner: identity, for goals of their own and for the lot.
    ///   - time: seconds since 1970; no number: the moment of the last answer.
    ///   - limit: most items, 1...100.
    ///   - exposures: what other learners were given, where a test bank is shared; `nil`: no limit.
    ///   - only: what may be given this time.
    ///   - seed: of the lot between near-equal items.
    public func advise(
        _ state: PracticeState, learner: String = "", at time: Double, limit: Int = 3, exposures: ExposureLimit? = nil,
        only: PracticeFilter = PracticeFilter(), seed: UInt64 = 0
    ) -> PracticeAdvice {
        let limit = min(max(limit, 1), Self.mostChoices)
        let situation = situation(of: state, learner: learner, at: time, exposures: exposures)
        let selection = selection(situation, limit: max(limit, settings.choices), only: only)
        var choices: [PracticeChoice] = []
        choices.reserveCapacity(limit)
        var memo = ChoiceMemo()
        for (item, _) in selection.pinned.items.prefix(limit) {
            choices.append(choice(item, propensity: 1, isSecond: selection.isSecond, situation, &memo))
        }
        guard settings.choices > 1 else {
            for (item, _) in selection.open.items.prefix(limit - choices.count) {
                choices.append(choice(item, propensity: 1, isSecond: selection.isSecond, situation, &memo))
            }
            return advice(choices, selection.withheld.all, situation)
        }
        let drawn = drawn(selection.open.items, learner: learner, attempts: situation.state.attempts, seed: seed)
        for (item, propensity) in drawn.prefix(limit - choices.count) {
            choices.append(choice(item, propensity: propensity, isSecond: selection.isSecond, situation, &memo))
        }
        return advice(choices, selection.withheld.all, situation)
    }

    /// Advises a class: each learner as alone.
    ///
    /// - Returns: advice in the order of the learners.
    public func advise(
        _ learners: [(id: String, state: PracticeState)], at time: Double, limit: Int = 3,
        exposures: ExposureLimit? = nil, only: PracticeFilter = PracticeFilter(), seed: UInt64 = 0
    ) -> [PracticeAdvice] {
        learners.map {
            advise($0.state, learner: $0.id, at: time, limit: limit, exposures: exposures, only: only, seed: seed)
        }
    }

    private func choice(
        _ item: Int, propensity: Double, isSecond: Bool, _ situation: PracticeSituation, _ memo: inout ChoiceMemo
    ) -> PracticeChoice {
        choice(
            item, success: answered.success(on: item) { situation.recall[$0] }, propensity: propensity,
            last: isSecond ? constraints.reason(item, minutes: minutes[item], in: situation.limits) : nil, situation,
            &memo)
    }

    private func advice(
        _ choices: [PracticeChoice], _ withheld: [Withheld: Int], _ situation: PracticeSituation
    ) -> PracticeAdvice {
        let targets = situation.targets
        let known = situation.standings.mastered
        var mastered: [Int] = []
        var open: [Int] = []
        open.reserveCapacity(targets.wanted.count)
        var risk = 0.0
        for skill in targets.wanted {
            if situation.limits.isMastered[skill] {
                mastered.append(skill)
                risk += 1 - known[skill]
            } else {
                open.append(skill)
            }
        }
        var recall = known
        if targets.remembers {
            for skill in recall.indices where targets.remembering[skill] > 0 { recall[skill] = situation.recall[skill] }
        }
        return PracticeAdvice(
            choices: choices, stuck: situation.stuck, mastered: mastered, open: open,
            risk: risk / Double(max(mastered.count, 1)), withheld: withheld, known: known, recall: recall)
    }

    /// Draws which of the near-equal items comes first.
    func drawn(
        _ items: [(item: Int, score: Double)], learner: String, attempts: Int, seed: UInt64
    ) -> [(item: Int, propensity: Double)] {
        guard settings.choices > 1, let best = items.first else { return items.map { ($0.item, 1) } }
        let near = items.prefix(settings.choices)
            .prefix { $0.score >= best.score - settings.nearness * abs(best.score) }
        guard !near.isEmpty else { return items.map { ($0.item, 1) } }
        var generator = SeededGenerator(seed: seed ^ LearnerLot.hash(learner, attempts))
        let chosen = Int(generator.next() % UInt64(near.count))
        var order = items.map(\.item)
        order.insert(order.remove(at: chosen), at: 0)
        let probability = 1 / Double(near.count)
        return order.map { item in (item, near.contains { $0.item == item } ? probability : 0) }
    }
}
