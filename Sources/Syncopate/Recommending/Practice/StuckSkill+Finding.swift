extension StuckSkill {
    /// Probability that nothing is learnt from which practice counts as not working.
    static let threshold = 0.4
    /// Share of learners and skills with which practice as it is leads nowhere, before any answer: a tenth, where Beck & Gong
    /// (2013) and their followers count a tenth to a third.
    static let baseRate = 0.1

    /// The skills of a learner on which practice is not working, the surest first.
    static func all(in belief: KnowledgeBelief, model: KnowledgeModel, targets: PracticeTargets) -> [StuckSkill] {
        var all: [StuckSkill] = []
        for skill in 0..<belief.count where targets.isNeeded[skill] {
            let mass = belief.stuck(skill)
            let before = (1 - model.nominal[skill].initial) * KnowledgeModel.paceWeights[0]
            let ratio = mass / max(1 - mass, 1e-9) * (1 - before) / before
            let odds = ratio * baseRate / (1 - baseRate)
            let probability = odds / (1 + odds)
            guard probability >= threshold else { continue }
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
