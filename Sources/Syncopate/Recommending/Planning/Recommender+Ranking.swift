extension Recommender {
    /// What a plan asks of the recommender thousands of times: the order of ``advise(_:learner:at:limit:exposures:seed:)``
    /// without reasons, terms and counts. A test holds the two together.
    struct Ranking {
        /// Best first; empty where nothing may be given.
        var items: [Int] = []
        /// Expected score on the first.
        var success = 0.0
        /// What the first is for; told only where asked.
        var action = PracticeAction.learn
        /// Whether something is withheld because of the day's minutes.
        var isShort = false
        /// Whether every skill to be mastered is, with the certainty asked for.
        let isAllMastered: Bool
        /// Whether something is to be remembered or measured.
        let isEndless: Bool
        /// Probability of knowing each skill, K.
        let known: [Double]
        /// Weight of remembering each skill, K, and what practising it is worth for that.
        let remembering: [Double]
        let kept: [Double]
    }

    /// - Parameters:
    ///   - limit: most items.
    ///   - leavingOut: items that do not come again now.
    ///   - kept: what remembering each skill is worth where that is worked out already, K.
    ///   - isTold: whether the first says what it is for.
    func ranking(
        _ state: PracticeState, learner: String, at time: Double, limit: Int, exposures: ExposureLimit?, seed: UInt64,
        leavingOut: Set<Int> = [], kept: [Double]? = nil, isTold: Bool = false
    ) -> Ranking {
        let situation = situation(of: state, learner: learner, at: time, exposures: exposures, kept: kept)
        let targets = situation.targets
        let remembers = targets.remembering.contains { $0 > 0 }
        var ranking = Ranking(
            isAllMastered: targets.mastering.indices.allSatisfy {
                targets.mastering[$0] == 0 || situation.limits.isMastered[$0]
            }, isEndless: remembers || targets.measuring.contains { $0 > 0 }, known: situation.standings.mastered,
            remembering: targets.remembering,
            kept: remembers ? kept ?? targets.remembering.indices.map { situation.values[.keeping, $0] } : [])
        rank(&ranking, situation, state, limit: limit, leavingOut: leavingOut, seed: seed, at: time)
        if let first = ranking.items.first {
            ranking.success = floors[first]
            for edge in catalogue.itemSkills[first] {
                ranking.success += gains[edge.skill, first] * situation.recall[edge.skill]
            }
            if isTold { ranking.action = choice(first, success: 0, propensity: 1, situation).action }
        }
        return ranking
    }

    private func rank(
        _ ranking: inout Ranking, _ situation: PracticeSituation, _ state: PracticeState, limit: Int,
        leavingOut: Set<Int>, seed: UInt64,
        at time: Double
    ) {
        guard settings.choices == 1 else {
            // Lots are drawn in one place only.
            let advice = advise(
                state, learner: situation.learner, at: time, limit: limit + leavingOut.count,
                exposures: situation.limits.exposures, seed: seed)
            ranking.items = Array(advice.choices.map(\.item).filter { !leavingOut.contains($0) }.prefix(limit))
            ranking.isShort = advice.withheld[.minutes] != nil
            return
        }
        let totals = situation.values.totals
        let (information, repeated, limits) = (situation.information, situation.repeated, situation.limits)
        var first = TopItems(limit: limit)
        var pinned = first
        var second = first
        for item in catalogue.items.indices {
            if leavingOut.contains(item) { continue }
            let reason = constraints.reason(item, minutes: minutes[item], in: limits)
            if let reason, reason != .mastered, reason != .stuck {
                if reason == .minutes { ranking.isShort = true }
                continue
            }
            var worth = 0.0
            for edge in catalogue.itemSkills[item] { worth += edge.weight * totals[edge.skill] }
            if !information.isEmpty { worth += information[item] }
            // As the recommender's own score, without handing the whole situation on.
            let score = Rounding.decimals(worth * pace[item] * (1 - repeated[item, default: 0]), 9)
            if reason != nil {
                second.offer(item, score)
            } else if constraints.isPinned[item] {
                pinned.offer(item, score)
            } else {
                first.offer(item, score)
            }
        }
        if first.items.isEmpty, pinned.items.isEmpty { first = second }
        ranking.items = (pinned.items + first.items).prefix(limit).map(\.item)
    }
}
