/// What one learner's goals come to, skill by skill.
struct PracticeTargets: Sendable, Hashable {
    /// Weight of mastering each skill, K; zero where no goal asks for it.
    private(set) var mastering: [Double]
    /// Weight of remembering each skill, K.
    private(set) var remembering: [Double]
    /// Weight of each skill in the ability that is measured, K.
    private(set) var measuring: [Double]
    /// Seconds since 1970 at which each skill is to be remembered, K; infinite: at any time.
    private(set) var moment: [Double]
    /// Success from which each skill counts as mastered, K: the highest that a goal asks for.
    private(set) var threshold: [Double]
    /// Whether a goal needs the skill, for itself or for what builds on it, K.
    private(set) var isNeeded: [Bool]

    /// - Parameters:
    ///   - learner: identity; goals for other learners do not count.
    ///   - now: seconds since 1970; what was to be remembered by an earlier date no longer is.
    init(_ catalogue: Catalogue, learner: String, now: Double) {
        let count = catalogue.skills.count
        mastering = [Double](repeating: 0, count: count)
        remembering = mastering
        measuring = mastering
        moment = [Double](repeating: .infinity, count: count)
        threshold = mastering
        isNeeded = [Bool](repeating: false, count: count)
        for goal in catalogue.goals where goal.learners?.contains(learner) ?? true {
            let skills = catalogue.skillPositions(of: goal)
            if goal.purpose == .remember, let by = goal.by, by <= now { continue }
            for skill in skills {
                switch goal.purpose {
                case .master:
                    mastering[skill] += goal.weight
                    threshold[skill] = max(threshold[skill], goal.threshold)
                case .remember:
                    remembering[skill] += goal.weight
                    if let by = goal.by { moment[skill] = min(moment[skill], by) }
                    threshold[skill] = max(threshold[skill], goal.threshold)
                case .measure: measuring[skill] += goal.weight
                }
                isNeeded[skill] = true
            }
        }
        var leads = mastering.map { $0 > 0 }
        for skill in catalogue.graph.order.reversed() {
            leads[skill] = leads[skill] || catalogue.graph.children[skill].contains { leads[$0.skill] }
            isNeeded[skill] = isNeeded[skill] || leads[skill]
        }
    }
}

extension Catalogue {
    /// Positions of the skills a goal is about, in the order of the catalogue.
    func skillPositions(of goal: Goal) -> [Int] {
        guard !goal.skills.isEmpty || !goal.items.isEmpty else { return Array(skills.indices) }
        var positions = Set(goal.skills.compactMap { position(ofSkill: $0) })
        for item in goal.items.compactMap({ position(ofItem: $0) }) {
            positions.formUnion(itemSkills[item].map(\.skill))
        }
        return positions.sorted()
    }
}
