/// A goal of one learner as a plan judges it.
struct PlanGoal {
    /// Position in the catalogue.
    let position: Int
    let purpose: Goal.Purpose
    let threshold: Double
    /// Positions of the skills it is about.
    let targets: [Int]
    /// Seconds since 1970 of its date; `nil`: none.
    let date: Double?
    /// Seconds since 1970 at which it is judged.
    let by: Double
    /// What success on a typical item with and without each target makes of it: mastered with it, and without, as `targets`.
    let masters: [(with: Bool, without: Bool)]

    /// The goals of one learner in the order of the catalogue.
    static func all(_ recommender: Recommender, learner: String, start: Double, end: Double) -> [PlanGoal] {
        recommender.catalogue.goals.enumerated().compactMap { position, goal in
            guard goal.learners?.contains(learner) ?? true else { return nil }
            let targets = recommender.catalogue.skillPositions(of: goal)
            return PlanGoal(
                position: position, purpose: goal.purpose, threshold: goal.threshold, targets: targets, date: goal.by,
                by: min(max(goal.by ?? end, start), end),
                masters: targets.map { skill in
                    let chances = recommender.knowledge.chances(ofSkill: skill)
                    return (chances.with >= goal.threshold, chances.without >= goal.threshold)
                })
        }
    }

    /// Share of the targets that are mastered in truth, or their mean recall.
    func share(_ truth: LearnerTruth, at time: Double, _ state: PracticeState) -> Double {
        guard !targets.isEmpty else { return 1 }
        var total = 0.0
        for (place, skill) in targets.enumerated() {
            switch purpose {
            case .remember: total += truth.recall(skill, at: time, state)
            case .master, .measure:
                let isMastered =
                    truth.growing.isEmpty && masters[place].with == masters[place].without
                    ? masters[place].with : truth.has(skill, at: time, state)
                total += isMastered ? 1 : 0
            }
        }
        return total / Double(targets.count)
    }

    /// Whether that share reaches it: everything mastered, or recall as high as asked for.
    func isReached(_ share: Double) -> Bool {
        purpose == .remember ? share >= threshold : share >= 1 - 1e-12
    }

    /// Standard deviation of the ability that is measured, the mean of the targets'.
    func deviation(_ state: PracticeState) -> Double {
        guard let ability = state.ability, !targets.isEmpty else { return 0 }
        var weights = [Double](repeating: 0, count: ability.count)
        for skill in targets { weights[skill] = 1 / Double(targets.count) }
        return ability.logOdds(along: weights, easiness: 0).variance.squareRoot()
    }

    /// Probability, by the belief, that every target is mastered; skills that cannot be are left out.
    func belief(_ known: [Double]) -> Double {
        targets.indices.reduce(1) { $0 * (masters[$1].with && !masters[$1].without ? known[targets[$1]] : 1) }
    }
}
