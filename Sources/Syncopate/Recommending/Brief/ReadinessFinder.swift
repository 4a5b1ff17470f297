import RealModule

/// Finds how ready a cohort is for what comes next.
struct ReadinessFinder {
    let gradebook: Gradebook
    /// As the section sees them.
    let profiles: [ItemProfile]
    let estimate: ClassEstimate
    /// Positions of the learners.
    let cohort: [Int]
    let goal: Double
    /// Scores of the cohort per skill.
    let scores: [Int]
    private let columnVariance: Double

    init(
        gradebook: Gradebook, profiles: [ItemProfile], estimate: ClassEstimate, cohort: [Int], goal: Double,
        scores: [Int]
    ) {
        self.gradebook = gradebook
        self.profiles = profiles
        self.estimate = estimate
        self.cohort = cohort
        self.goal = goal
        self.scores = scores
        columnVariance = Self.columnVariance(
            profiles.filter { $0.role == .evidence && $0.scored >= Self.leastScored }.map {
                min(max($0.meanScore, 0), 1)
            })
    }

    /// Fewest scores from which a column's mean counts.
    static let leastScored = 5

    /// Fewest scores on a topic from which it is said to carry another.
    static let leastScores = 10
    /// Least logits that those who are a logit better on a topic are better on what comes.
    static let leastCoefficient = 0.2

    func find() -> BriefReadiness {
        let usable = profiles.indices.filter { profiles[$0].role == .evidence }
        let upcoming = usable.filter { profiles[$0].phase == .upcoming }
        let open = usable.filter { profiles[$0].phase == .open }
        // What is still coming in comes before what nobody has begun.
        let next = (upcoming.isEmpty ? open : upcoming).prefix(BriefReadiness.columnLimit)
        var sums: [Int: (chance: Double, count: Int)] = [:]
        let columns = next.compactMap { column($0, chances: &sums) }
        let chances = cohort.compactMap { learner -> BriefReadiness.Learner? in
            guard let sum = sums[learner], sum.count > 0 else { return nil }
            return BriefReadiness.Learner(learner: learner, chance: sum.chance / Double(sum.count))
        }
        return BriefReadiness(
            columns: columns,
            unready: chances.filter { $0.chance < 0.5 && estimate.scoreCounts[$0.learner] > 0 }
                .sorted { $0.chance != $1.chance ? $0.chance < $1.chance : $0.learner < $1.learner },
            unknown: chances.count { estimate.scoreCounts[$0.learner] == 0 })
    }

    private func column(
        _ item: Int, chances: inout [Int: (chance: Double, count: Int)]
    ) -> BriefReadiness.Column? {
        let learners = cohort.filter { isExpected($0, item) }
        guard !learners.isEmpty else { return nil }
        let predictions = learners.map { estimate.prediction(learner: $0, item: item) }
        let (own, shared) = parts(predictions, item: item)
        let count = Double(learners.count)
        let mean = predictions.reduce(0) { $0 + $1.success } / count
        let spread = TopicAdvice.reachOfFourFifths * (shared + own.reduce(0, +) / (count * count)).squareRoot()
        for (place, learner) in learners.enumerated() {
            chances[learner, default: (0, 0)].chance += Self.chance(
                predictions[place].success, own[place] + shared, goal)
            chances[learner, default: (0, 0)].count += 1
        }
        let (number, low, high) = reaching(predictions, own: own, shared: shared)
        let topic = estimate.topic(ofItem: item)
        return BriefReadiness.Column(
            item: item, isOpen: profiles[item].phase == .open, isGuess: !profiles[item].phaseIsStated, mean: mean,
            low: max(mean - spread, 0), high: min(mean + spread, 1), reach: number, reachLow: low, reachHigh: high,
            learners: learners.count, scores: topic.map { scores[$0] } ?? 0, carrier: carrier(of: item))
    }

    /// Variances of the predicted scores: what is each learner's own, and what is the same for all, since nobody knows
    /// how hard a column will be.
    ///
    /// Columns of a topic differ too, so the shared part is never taken to be less than what the section's columns so far
    /// differ by; scores that are in already take from it.
    private func parts(_ predictions: [ScorePrediction], item: Int) -> (own: [Double], shared: Double) {
        let squares = predictions.map { $0.deviation * $0.deviation }
        let within = max(squares.reduce(0, +) / Double(max(squares.count, 1)), 1e-4)
        let among = columnVariance / (1 + Double(profiles[item].scored) * columnVariance / within)
        guard estimate.basis == .model else { return (squares, among) }
        let easiness = estimate.sharedVariance(ofItem: item)
        let slopes = predictions.map { $0.success * (1 - $0.success) }
        let slope = slopes.reduce(0, +) / Double(max(slopes.count, 1))
        return (
            zip(squares, slopes).map { max($0 - $1 * $1 * easiness, 1e-4) }, max(slope * slope * easiness, among)
        )
    }

    /// How many reach the goal, with the ends of an 80 % interval: integrated over how hard it will be.
    private func reaching(
        _ predictions: [ScorePrediction], own: [Double], shared: Double
    ) -> (mean: Double, low: Double, high: Double) {
        var (mean, square, within) = (0.0, 0.0, 0.0)
        for (z, weight) in zip(ClassEstimate.quadrature.nodes, ClassEstimate.quadrature.weights) {
            var (sum, spread) = (0.0, 0.25)
            for place in predictions.indices {
                let chance = Self.chance(predictions[place].success + shared.squareRoot() * z, own[place], goal)
                sum += chance
                spread += chance * (1 - chance)
            }
            mean += weight * sum
            square += weight * sum * sum
            within += weight * spread
        }
        let reach = TopicAdvice.reachOfFourFifths * (max(square - mean * mean, 0) + within).squareRoot()
        return (mean, max(mean - reach, 0), min(mean + reach, Double(predictions.count)))
    }

    /// By how much, as a standard deviation, columns' means differ before any are seen, and how many columns that counts
    /// as; both are assumptions.
    static let usualColumnDeviation = 0.12
    static let usualColumns = 4.0

    /// Variance of the section's column means, drawn to a usual one; the next column's own mean is one more of them.
    static func columnVariance(_ means: [Double]) -> Double {
        let count = Double(means.count)
        let middle = means.isEmpty ? 0 : means.reduce(0, +) / count
        let squares = means.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
        let usual = usualColumns * usualColumnDeviation * usualColumnDeviation
        return (usual + squares) / (usualColumns + max(count - 1, 0)) * (1 + 1 / max(count, 1))
    }

    private static func chance(_ mean: Double, _ variance: Double, _ goal: Double) -> Double {
        0.5 * Double.erfc((goal - mean) / (2 * max(variance, 1e-9)).squareRoot())
    }

    /// Whether a learner has still to get a score on an item.
    private func isExpected(_ learner: Int, _ item: Int) -> Bool {
        guard let cell = gradebook.cells(ofLearner: learner).first(where: { gradebook.columns[$0] == Int32(item) })
        else { return true }
        switch gradebook.statuses[cell] {
        case .unknownBlank, .inProgress, .missing: return true
        case .scored, .excused, .notAssigned, .notYetGraded, .hidden: return false
        }
    }

    /// The topic on which learning adds most to an item, for the class as a whole.
    private func carrier(of item: Int) -> BriefReadiness.Carrier? {
        guard estimate.hasSkillMap || profiles[item].scored >= Self.leastScores else { return nil }
        let own = estimate.topic(ofItem: item)
        var best: (carrier: BriefReadiness.Carrier, worth: Double)?
        for skill in estimate.skills.indices where scores[skill] >= Self.leastScores && skill != own {
            let coefficient = estimate.coefficient(ofItem: item, onSkill: skill)
            guard coefficient >= Self.leastCoefficient else { continue }
            let success =
                cohort.reduce(0) { $0 + estimate.mastery(learner: $1, skill: skill).success } / Double(cohort.count)
            let worth = coefficient * (1 - success)
            if worth > (best?.worth ?? 0) {
                best = (
                    BriefReadiness.Carrier(topic: skill, title: estimate.skills[skill].title, success: success), worth
                )
            }
        }
        return best?.carrier
    }
}

extension ClassEstimate {
    /// Variance of the log-odds of success on an item that is the same for everybody: how easy it is.
    func sharedVariance(ofItem item: Int) -> Double {
        let direction = design.directionOfItem[item]
        return direction >= 0 ? max(model.easinessVariance[direction], 0) : 0
    }

    /// Logits that a learner of this class is expected to be better on an item per logit better on a skill, held to
    /// 0...1.
    func coefficient(ofItem item: Int, onSkill skill: Int) -> Double {
        let direction = design.directionOfItem[item]
        guard direction >= 0, skills.indices.contains(skill) else { return 0 }
        // The first directions are the skills themselves.
        let variance = model.directionCovariance[skill, skill]
        guard variance > 0 else { return 0 }
        return min(max(model.directionCovariance[direction, skill] / variance, 0), 1)
    }
}
