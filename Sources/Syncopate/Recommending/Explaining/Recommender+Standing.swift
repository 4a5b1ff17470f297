extension Recommender {
    /// Where one item stands among all that may be given to one learner.
    struct Standing {
        /// The item's index.
        var score: Double
        /// From 1; `nil` where it may not be given.
        var rank: Int?
        /// Probability with which it stands there; 1 where nothing is drawn by lot.
        var propensity: Double
        /// How many may be given.
        var candidates: Int
        /// Why it may not; `nil` where it may.
        var withheld: Withheld?
        /// Whether all that may be given would be withheld if there were anything else.
        var isSecond: Bool
        /// Why it would be withheld if there were anything else; `nil` unless ``isSecond``.
        var last: Withheld?
        /// What comes first; `nil` where nothing may be given.
        var first: (item: Int, propensity: Double)?
    }

    /// The place that advice gives to an item, by ranking all of them.
    func standing(of item: Int, _ situation: PracticeSituation, seed: UInt64) -> Standing {
        let totals = situation.totals
        func score(_ item: Int) -> Double {
            let worth = catalogue.itemSkills[item].reduce(0) { $0 + $1.weight * totals[$1.skill] }
            return self.score(item, worth: worth, situation)
        }
        var pinned: [(item: Int, score: Double)] = []
        var open = pinned
        var second = pinned
        let withheld = constraints.reason(item, minutes: minutes[item], in: situation.limits)
        for other in catalogue.items.indices {
            switch constraints.reason(other, minutes: minutes[other], in: situation.limits) {
            case nil where constraints.isPinned[other]: pinned.append((other, score(other)))
            case nil: open.append((other, score(other)))
            case .mastered, .stuck: second.append((other, score(other)))
            default: break
            }
        }
        let isSecond = open.isEmpty && pinned.isEmpty
        if isSecond { open = second }
        func isBefore(_ one: (item: Int, score: Double), _ other: (item: Int, score: Double)) -> Bool {
            one.score != other.score ? one.score > other.score : one.item < other.item
        }
        let ranked =
            pinned.sorted(by: isBefore).map { (item: $0.item, propensity: 1.0) }
            + drawn(
                open.sorted(by: isBefore), learner: situation.learner, attempts: situation.state.attempts, seed: seed)
        let place = ranked.firstIndex { $0.item == item }
        return Standing(
            score: score(item), rank: place.map { $0 + 1 }, propensity: place.map { ranked[$0].propensity } ?? 0,
            candidates: ranked.count, withheld: place == nil ? withheld : nil, isSecond: isSecond,
            last: place == nil ? nil : withheld, first: ranked.first)
    }
}
