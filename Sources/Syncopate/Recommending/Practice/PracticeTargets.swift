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

    /// ``threshold`` in logits, K; that of a goal without a threshold of its own where no goal names one.
    private(set) var logits: [Double]
    /// What the goals alone say of each skill, K.
    private(set) var flags: [SkillFlags]
    /// Positions of the skills to be mastered.
    private(set) var wanted: [Int]
    /// Whether anything is to be remembered.
    private(set) var remembers: Bool
    /// Sum of ``measuring``: above zero where anything is to be measured.
    private(set) var measured: Double

    /// - Parameters:
    ///   - goals: those that count, with the positions of their skills.
    ///   - now: seconds since 1970; what was to be remembered by an earlier date no longer is.
    init(_ goals: [(goal: Goal, skills: [Int])], _ graph: PrerequisiteGraph, now: Double) {
        let count = graph.count
        mastering = [Double](repeating: 0, count: count)
        remembering = mastering
        measuring = mastering
        moment = [Double](repeating: .infinity, count: count)
        threshold = mastering
        isNeeded = [Bool](repeating: false, count: count)
        for (goal, skills) in goals {
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
        for skill in graph.order.reversed() {
            leads[skill] = leads[skill] || graph.children[skill].contains { leads[$0.skill] }
            isNeeded[skill] = isNeeded[skill] || leads[skill]
        }
        let usual = Logistic.logit(Goal.everything.threshold)
        logits = threshold.map { $0 > 0 ? Logistic.logit($0) : usual }
        flags = [SkillFlags](repeating: [], count: count)
        for skill in 0..<count {
            if isNeeded[skill] { flags[skill].insert(.needed) }
            if mastering[skill] > 0 || remembering[skill] > 0 { flags[skill].insert(.practised) }
            if measuring[skill] > 0 { flags[skill].insert(.measured) }
            if remembering[skill] > 0 || measuring[skill] > 0 { flags[skill].insert(.lasting) }
        }
        wanted = []
        for skill in 0..<count where mastering[skill] > 0 { wanted.append(skill) }
        remembers = remembering.contains { $0 > 0 }
        measured = measuring.reduce(0, +)
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
