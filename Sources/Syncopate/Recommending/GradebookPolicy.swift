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
        let usable = profiles.indices.filter { profiles[$0].role == .evidence && !gradebook.items[$0].isClosed }
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
        let limit = max(settings.limit, 1)
        // The best so far, best first. Reasons are only made for what is kept: a log may have thousands of open items.
        var best: [Candidate] = []
        for item in profiles.indices where profiles[item].role == .evidence && !gradebook.items[item].isClosed {
            let cell = cellOf[item]
            let status = cell >= 0 ? gradebook.statuses[cell] : .unknownBlank
            let score = cell >= 0 ? gradebook.scores[cell] : .nan
            guard let action = action(item, status: status, score: score) else { continue }
            var candidate = worth(
                of: action, item: item, status: status, score: score, learner: learner, ahead: ahead, mode: mode)
            if cell >= 0 { candidate.scored = gradebook.weight(ofCell: cell) }
            if best.count == limit, !isBefore(candidate, best[limit - 1]) { continue }
            if best.count == limit { best.removeLast() }
            best.insert(candidate, at: best.firstIndex { isBefore(candidate, $0) } ?? best.count)
        }
        return best.map { recommendation($0, learner: learner, scores: scores, mode: mode, discussions: discussions) }
    }

    /// An open item and what it is worth to a learner.
    private struct Candidate {
        var action: Action
        var item: Int
        var status: Status
        var cellScore: Double
        /// How probably what stands in the cell is a score, where it is read as missing work.
        var scored = 1.0
        var score = 0.0
        var prediction: ScorePrediction
        var gain: Double
        var earned: Term
        var carries: Term
        /// The item of the horizon that most of `carries` comes from.
        var target: Int?
        var timely: Term
        var together: Term?
        var cost: Term
    }

    /// Higher scores first, equals by the item's id.
    private func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
        a.score != b.score ? a.score > b.score : gradebook.items[a.item].id < gradebook.items[b.item].id
    }

    /// What may be done about a cell; `nil` where nothing should be.
    private func action(_ item: Int, status: Status, score: Double) -> Action? {
        switch status {
        case .scored: score < settings.goal ? .correct : nil
        case .excused, .notAssigned, .notYetGraded, .hidden: nil
        case .inProgress, .missing: .makeUp
        case .unknownBlank: profiles[item].phase == .upcoming ? .prepare : .makeUp
        }
    }

    /// The fact that opens a cell.
    private func fact(_ candidate: Candidate) -> Reason {
        let profile = profiles[candidate.item]
        switch candidate.status {
        case .scored: return .belowGoal(score: candidate.cellScore, goal: settings.goal)
        case .inProgress: return .begun
        case .missing:
            // Where every zero is said to be missing work, that is no guess.
            let isGuess = candidate.scored > 0 && candidate.scored < 1
            return isGuess ? .looksMissing(probability: 1 - candidate.scored) : .markedMissing
        case .excused, .notAssigned, .notYetGraded, .hidden, .unknownBlank:
            switch profile.phase {
            case .past: return .noScore(classmates: profile.scored, asked: profile.asked)
            case .open:
                return profile.phaseIsStated
                    ? .statedAssigned : .stillComingIn(scored: profile.scored, asked: profile.asked)
            case .upcoming:
                return profile.phaseIsStated
                    ? .statedUpcoming : .probablyUpcoming(scored: profile.scored, asked: profile.asked)
            }
        }
    }

    private func worth(
        of action: Action, item: Int, status: Status, score: Double, learner: Int, ahead: [Double], mode: ModeAdvice
    ) -> Candidate {
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
        var candidate = Candidate(
            action: action, item: item, status: status, cellScore: score, prediction: now, gain: gain,
            earned: Term(.earned, weights[item] * earned), carries: Term(.carries, carried), target: target,
            timely: Term(.timely, Self.timelyWeight * timeliness[item]), cost: Term(.cost, -Self.minuteCost * minutes))
        if let seat = mode.seat, seat.isSeated, seat.topic == estimate.topic(ofItem: item) {
            candidate.together = Term(.together, weights[item] * max(seat.uplift, 0))
        }
        let sum =
            candidate.earned.value + candidate.carries.value + candidate.timely.value
            + (candidate.together?.value ?? 0) + candidate.cost.value
        candidate.score = Rounding.decimals(sum, 4)
        return candidate
    }

    private func recommendation(
        _ candidate: Candidate, learner: Int, scores: Int, mode: ModeAdvice, discussions: [Int]
    ) -> Recommendation {
        let item = candidate.item
        let topic = estimate.topic(ofItem: item)
        let itemMode = mode.mode(forTopic: topic, discussions: discussions)
        var reasons = [fact(candidate)]
        reasons.append(
            scores > 0 ? .predicted(success: candidate.prediction.success, from: scores) : .noEvidenceYet)
        // Of work nobody has a score on, the class says nothing unless a skill map does.
        if let target = candidate.target, candidate.carries.value >= 0.01,
            estimate.hasSkillMap || profiles[target].scored >= Self.leastScores
        {
            reasons.append(.mattersForNext(title: gradebook.items[target].title))
        }
        if itemMode == .blended, let topic { reasons.append(.discussTogether(topic: estimate.skills[topic].title)) }
        let terms = [candidate.earned, candidate.carries, candidate.timely, candidate.together, candidate.cost]
        return Recommendation(
            action: candidate.action, item: item, prescription: nil, mode: itemMode, score: candidate.score,
            terms: terms.compactMap { $0 }, success: candidate.prediction.success,
            successDeviation: candidate.prediction.deviation, gain: candidate.gain,
            minutes: gradebook.items[item].minutes ?? Self.usualMinutes(candidate.action),
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

    /// Scores on an item from which the class says what goes with it.
    static let leastScores = 10

    /// Minutes a task of this kind usually takes; a convention, stated as assumed wherever it is shown.
    static func usualMinutes(_ action: Action) -> Double {
        switch action {
        case .makeUp: 30
        case .correct, .prepare, .extend: 20
        case .review, .helpPeer: 15
        }
    }
}
