extension StuckSkill {
    /// Probability that nothing is learnt from which practice counts as not working.
    static let threshold = 0.25

    /// The skills of a learner on which practice is not working, the surest first.
    static func all(in belief: KnowledgeBelief, model: KnowledgeModel, targets: PracticeTargets) -> [StuckSkill] {
        var all: [StuckSkill] = []
        for skill in 0..<belief.count where targets.isNeeded[skill] {
            let probability = belief.stuck(skill)
            guard probability >= threshold else { continue }
            let before = (1 - model.nominal[skill].initial) * KnowledgeModel.paceWeights[0]
            let ratio = probability / max(1 - probability, 1e-9) * (1 - before) / before
            let doubtful = model.graph.parents[skill]
                .map { ($0.skill, (1 - belief.known[$0.skill]) * $0.weight) }
                .max { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 > $1.0 }
            all.append(
                StuckSkill(
                    skill: skill, attempts: belief.attempts[skill], likelihoodRatio: ratio, probability: probability,
                    missing: doubtful.flatMap { $0.1 > 0.3 ? $0.0 : nil }))
        }
        return all.sorted { $0.probability != $1.probability ? $0.probability > $1.probability : $0.skill < $1.skill }
    }
}
