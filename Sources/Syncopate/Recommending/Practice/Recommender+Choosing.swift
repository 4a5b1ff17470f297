import Matrices

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
        let advice = advise([(learner, state)], at: time, limit: limit, exposures: exposures, only: only, seed: seed)
        return advice.first
            ?? PracticeAdvice(
                choices: [], stuck: [], mastered: [], open: [], risk: 0, withheld: [:], known: [], recall: [])
    }

    /// Advises a class at once: what every item is worth to every learner is one product of matrices, and only what is
    /// returned is taken apart again.
    ///
    /// - Returns: advice in the order of the learners.
    public func advise(
        _ learners: [(id: String, state: PracticeState)], at time: Double, limit: Int = 3,
        exposures: ExposureLimit? = nil, only: PracticeFilter = PracticeFilter(), seed: UInt64 = 0
    ) -> [PracticeAdvice] {
        let limit = min(max(limit, 1), Self.mostChoices)
        let situations = learners.map { situation(of: $0.state, learner: $0.id, at: time, exposures: exposures) }
        var totals = Matrix<Double>(rows: situations.count, columns: catalogue.skills.count)
        var known = totals
        for (row, situation) in situations.enumerated() {
            for (skill, total) in situation.values.totals.enumerated() {
                totals[row, skill] = total
                known[row, skill] = situation.recall[skill]
            }
        }
        let worth = Matrix.product(totals, shares)
        let success = Matrix.product(known, gains)
        return situations.indices.map { row in
            advise(
                situations[row], worth: worth.row(row), success: success.row(row), limit: limit, only: only,
                seed: seed)
        }
    }

    private func advise(
        _ situation: PracticeSituation, worth: ArraySlice<Double>, success: ArraySlice<Double>, limit: Int,
        only: PracticeFilter, seed: UInt64
    ) -> PracticeAdvice {
        let count = catalogue.items.count
        var first = TopItems(limit: max(limit, settings.choices))
        var pinned = first
        var second = first
        var withheld: [Withheld: Int] = [:]
        for item in 0..<count {
            if let items = only.items, !items.contains(item) { continue }
            if let most = only.minutes, minutes[item] > most { continue }
            let reason = constraints.reason(item, minutes: minutes[item], in: situation.limits)
            if let reason {
                withheld[reason, default: 0] += 1
                guard reason == .mastered || reason == .stuck else { continue }
            }
            let score = score(item, worth: worth[worth.startIndex + item], situation)
            if reason != nil {
                second.offer(item, score)
            } else if constraints.isPinned[item] {
                pinned.offer(item, score)
            } else {
                first.offer(item, score)
            }
        }
        // Where all that is open is mastered or stuck, having another look at either is due.
        let isSecond = first.items.isEmpty && pinned.items.isEmpty
        if isSecond {
            first = second
            withheld[.mastered] = nil
            withheld[.stuck] = nil
        }
        let drawn = drawn(first.items, learner: situation.learner, attempts: situation.state.attempts, seed: seed)
        let ranked = pinned.items.map { (item: $0.item, propensity: 1.0) } + drawn.map { ($0.item, $0.propensity) }
        let choices = ranked.prefix(limit).map { item, propensity in
            choice(
                item, success: floors[item] + success[success.startIndex + item], propensity: propensity,
                last: isSecond ? constraints.reason(item, minutes: minutes[item], in: situation.limits) : nil,
                situation)
        }
        let wanted = situation.targets.mastering.indices.filter { situation.targets.mastering[$0] > 0 }
        let mastered = wanted.filter { situation.limits.isMastered[$0] }
        let risk = mastered.reduce(0) { $0 + 1 - situation.standings.mastered[$1] } / Double(max(mastered.count, 1))
        return PracticeAdvice(
            choices: choices, stuck: situation.stuck, mastered: mastered,
            open: wanted.filter { !situation.limits.isMastered[$0] }, risk: risk, withheld: withheld,
            known: situation.standings.mastered,
            recall: situation.recall.indices.map {
                situation.targets.remembering[$0] > 0 ? situation.recall[$0] : situation.standings.mastered[$0]
            })
    }

    /// The index of an item, to nine decimals: in what order a product is summed must not decide between equals.
    func score(_ item: Int, worth: Double, _ situation: PracticeSituation) -> Double {
        var value = worth
        if !situation.information.isEmpty { value += situation.information[item] }
        return Rounding.decimals(value * pace[item] * (1 - situation.repeated[item, default: 0]), 9)
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
