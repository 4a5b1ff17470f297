/// Ranks what each learner should do, where all there is is a gradebook everybody was given.
///
/// Every open cell of a learner is a candidate; its score is a sum of terms in one unit, shares of a typical column.
struct GradebookPolicy {
    let gradebook: Gradebook
    let profiles: [ItemProfile]
    let estimate: ClassEstimate
    let settings: RecommendSettings
    /// The items what is learnt now should help with: what is to come, else the latest of what is past.
    let horizon: [Int]
    /// Points of an item against the median item, held to 0.5...2.
    let weights: [Double]
    /// Place of an item among its kind in time, 0 the furthest from now, 1 the nearest.
    let timeliness: [Double]

    /// How many items ahead count.
    static let horizonLength = 5
    /// Logits a learner who knows nothing of an item gains by working on it: 7 opportunities at .11 (Koedinger et al. 2023).
    static let learning = 0.77
    /// Largest share of a column that being recent or next is worth.
    static let timelyWeight = 0.1
    /// Share of a column that a minute costs.
    static let minuteCost = 0.002

    init(gradebook: Gradebook, profiles: [ItemProfile], estimate: ClassEstimate, settings: RecommendSettings) {
        self.gradebook = gradebook
        self.profiles = profiles
        self.estimate = estimate
        self.settings = settings
        let usable = profiles.indices.filter { profiles[$0].role == .evidence }
        let upcoming = usable.filter { profiles[$0].phase == .upcoming }
        let past = usable.filter { profiles[$0].phase != .upcoming }
        horizon = Array(upcoming.isEmpty ? past.suffix(Self.horizonLength) : upcoming.prefix(Self.horizonLength))
        let maxima = usable.compactMap { gradebook.items[$0].maximum }.filter { $0 > 0 && $0.isFinite }.sorted()
        let median = maxima.isEmpty ? 1 : maxima[maxima.count / 2]
        weights = gradebook.items.map { item in
            guard let maximum = item.maximum, maximum > 0, maximum.isFinite else { return 1 }
            return min(max(maximum / median, 0.5), 2)
        }
        var timeliness = [Double](repeating: 0, count: profiles.count)
        for (place, item) in past.enumerated() { timeliness[item] = Double(place + 1) / Double(past.count) }
        for (place, item) in upcoming.enumerated() { timeliness[item] = 1 / Double(place + 1) }
        self.timeliness = timeliness
    }

    /// The candidates of one learner, best first, at most `settings.limit`.
    func candidates(for learner: Int, mode: ModeAdvice, discussions: [Int]) -> [Recommendation] {
        // Every usable item without a cell is as open as one with an empty cell.
        var cellOf = [Int](repeating: -1, count: profiles.count)
        var scores = 0
        for cell in gradebook.cells(ofLearner: learner) {
            cellOf[Int(gradebook.columns[cell])] = cell
            if gradebook.statuses[cell] == .scored, profiles[Int(gradebook.columns[cell])].role == .evidence {
                scores += 1
            }
        }
        let ahead = horizon.map { estimate.prediction(learner: learner, item: $0).success }
        var found: [Recommendation] = []
        for item in profiles.indices where profiles[item].role == .evidence {
            let cell = cellOf[item]
            guard
                let (action, fact) = open(
                    item, status: cell >= 0 ? gradebook.statuses[cell] : .unknownBlank,
                    score: cell >= 0 ? gradebook.scores[cell] : .nan)
            else { continue }
            found.append(
                recommendation(
                    action, item: item, fact: fact, score: cell >= 0 ? gradebook.scores[cell] : .nan,
                    learner: learner, ahead: ahead, scores: scores, mode: mode, discussions: discussions))
        }
        found.sort { a, b in
            if a.score != b.score { return a.score > b.score }
            return gradebook.items[a.item ?? 0].id < gradebook.items[b.item ?? 0].id
        }
        return Array(found.prefix(max(settings.limit, 1)))
    }

    /// What may be done about a cell, with the fact that opens it; `nil` where nothing should be.
    private func open(_ item: Int, status: Status, score: Double) -> (Action, Reason)? {
        let profile = profiles[item]
        switch status {
        case .scored:
            guard score < settings.goal else { return nil }
            return (.correct, .belowGoal(score: score, goal: settings.goal))
        case .excused, .notAssigned, .notYetGraded, .hidden:
            return nil
        case .inProgress:
            return (.makeUp, .begun)
        case .missing:
            return (.makeUp, .markedMissing)
        case .unknownBlank:
            switch profile.phase {
            case .past: return (.makeUp, .noScore(classmates: profile.scored, asked: profile.asked))
            case .open: return (.makeUp, .stillComingIn(scored: profile.scored, asked: profile.asked))
            case .upcoming:
                return profile.phaseIsStated
                    ? (.prepare, .statedUpcoming)
                    : (.prepare, .probablyUpcoming(scored: profile.scored, asked: profile.asked))
            }
        }
    }

    private func recommendation(
        _ action: Action, item: Int, fact: Reason, score: Double, learner: Int, ahead: [Double], scores: Int,
        mode: ModeAdvice, discussions: [Int]
    ) -> Recommendation {
        let now = estimate.prediction(learner: learner, item: item)
        let ability = estimate.logOdds(learner: learner, item: item)
        let learnt = Self.learning * (1 - now.success)
        let after = Logistic.expectation(mean: ability.mean + learnt, variance: ability.variance)
        let gain = max(after - Logistic.expectation(mean: ability.mean, variance: ability.variance), 0)
        let earned: Double
        switch action {
        case .makeUp: earned = now.success
        case .correct: earned = max(min(now.success + gain, 1) - score, gain)
        default: earned = gain
        }
        let (carried, target) = carry(from: item, ahead: ahead, learnt: learnt)
        let minutes = gradebook.items[item].minutes ?? Self.usualMinutes(action)
        let topic = estimate.topic(ofItem: item)
        var terms = [
            Term(.earned, weights[item] * earned), Term(.carries, carried),
            Term(.timely, Self.timelyWeight * timeliness[item]),
            Term(.cost, -Self.minuteCost * minutes),
        ]
        var itemMode = mode.mode
        if let seat = mode.seat, seat.isSeated {
            if seat.topic == topic {
                terms.insert(Term(.together, weights[item] * max(seat.uplift, 0)), at: 3)
            } else {
                // The seat is for another topic: this one is done in own time.
                itemMode = .asyncSolo
            }
        }
        if mode.isCollective, itemMode != .liveTeacher, let topic, discussions.contains(topic) {
            itemMode = .blended
        }
        var reasons = [fact]
        reasons.append(scores > 0 ? .predicted(success: now.success, from: scores) : .noEvidenceYet)
        if let target, carried >= 0.01 { reasons.append(.mattersForNext(title: gradebook.items[target].title)) }
        if itemMode == .blended, let topic { reasons.append(.discussTogether(topic: estimate.skills[topic].title)) }
        return Recommendation(
            action: action, item: item, prescription: nil, mode: itemMode,
            score: Rounding.decimals(terms.reduce(0) { $0 + $1.value }, 4), terms: terms, success: now.success,
            successDeviation: now.deviation, gain: gain, minutes: minutes,
            minutesAreAssumed: gradebook.items[item].minutes == nil, reasons: reasons)
    }

    /// What learning `learnt` logits on an item is expected to add over the horizon, and where it adds most.
    ///
    /// A regression of the class, not a promise: those who are a logit better here are `coefficient` better there.
    private func carry(from item: Int, ahead: [Double], learnt: Double) -> (value: Double, target: Int?) {
        var value = 0.0
        var best = 0.0
        var target: Int?
        for (other, p) in zip(horizon, ahead) where other != item {
            let added = weights[other] * p * (1 - p) * learnt * estimate.coefficient(of: other, on: item)
            value += added
            if added > best { (best, target) = (added, other) }
        }
        return (value, target)
    }

    /// Minutes a task of this kind usually takes; a convention, stated as assumed wherever it is shown.
    static func usualMinutes(_ action: Action) -> Double {
        switch action {
        case .makeUp: 30
        case .correct, .prepare, .extend: 20
        case .review, .helpPeer: 15
        }
    }
}
