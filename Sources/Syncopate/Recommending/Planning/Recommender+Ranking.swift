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
        var ranking = Ranking(
            isAllMastered: targets.wanted.allSatisfy { situation.limits.isMastered[$0] },
            isEndless: targets.remembers || targets.measured > 0, known: situation.standings.mastered,
            remembering: targets.remembering,
            kept: targets.remembers
                ? kept ?? targets.remembering.indices.map { situation.values[.keeping, $0] } : [])
        rank(&ranking, situation, state, limit: limit, leavingOut: leavingOut, seed: seed, at: time)
        if let first = ranking.items.first {
            ranking.success = answered.success(on: first) { situation.recall[$0] }
            if isTold { ranking.action = choice(first, success: 0, propensity: 1, situation).action }
        }
        return ranking
    }

    private func rank(
        _ ranking: inout Ranking, _ situation: PracticeSituation, _ state: PracticeState, limit: Int,
        leavingOut: Set<Int>, seed: UInt64, at time: Double
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
        let selection = selection(situation, limit: limit, leavingOut: leavingOut)
        ranking.isShort = selection.withheld[.minutes] > 0
        ranking.items = (selection.pinned.items + selection.open.items).prefix(limit).map(\.item)
    }
}
