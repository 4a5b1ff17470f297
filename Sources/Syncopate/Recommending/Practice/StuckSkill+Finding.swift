extension StuckSkill {
    /// Probability that nothing is learnt from which practice counts as not working.
    static let threshold = 0.4
    /// Share of learners and skills with which practice as it is leads nowhere, before any answer: a tenth, where Beck & Gong
    /// (2013) and their followers count a tenth to a third.
    static let baseRate = 0.1

    /// How many times likelier the answers are if nothing is learnt from practice on a skill, and the probability of that.
    static func likelihood(
        _ skill: Int, _ belief: KnowledgeBelief, _ model: KnowledgeModel
    ) -> (ratio: Double, probability: Double) {
        let mass = belief.stuck(skill)
        let before = (1 - model.nominal[skill].initial) * KnowledgeModel.paceWeights[0]
        let ratio = mass / max(1 - mass, 1e-9) * (1 - before) / before
        let odds = ratio * baseRate / (1 - baseRate)
        return (ratio, odds / (1 + odds))
    }

    /// By how much odds for "nothing is learnt" of the belief are to be raised so that they start from ``baseRate``.
    static func weight(_ nominal: NominalParameters) -> Double {
        let before = (1 - nominal.initial) * KnowledgeModel.paceWeights[0]
        return baseRate / (1 - baseRate) * (1 - before) / before
    }

    /// A mass of "nothing is learnt" below which the probability is certainly under ``threshold``.
    ///
    /// The odds asked for are those of the mass over the odds before any answer, times ``baseRate`` over the rest.
    static func least(_ nominal: NominalParameters) -> Double {
        let odds = threshold / (1 - threshold) / weight(nominal)
        return 0.99 * odds / (1 + odds)
    }

    /// The skills of a learner on which practice is not working, the surest first.
    ///
    /// - Parameter least: of each skill, the mass of "nothing is learnt" below which it is not looked at, K.
    static func all(
        in belief: KnowledgeBelief, model: KnowledgeModel, targets: PracticeTargets, least: [Double]
    ) -> [StuckSkill] {
        var all: [StuckSkill] = []
        for skill in 0..<belief.count where targets.isNeeded[skill] && belief.stuck(skill) > least[skill] {
            let (ratio, probability) = likelihood(skill, belief, model)
            guard probability >= threshold else { continue }
            let doubtful = model.graph.parents[skill]
                .map { ($0.skill, (1 - belief.known($0.skill)) * $0.weight) }
                .max { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 > $1.0 }
            all.append(
                StuckSkill(
                    skill: skill, attempts: belief.attempts(skill), likelihoodRatio: ratio, probability: probability,
                    missing: doubtful.flatMap { $0.1 > 0.3 ? $0.0 : nil }))
        }
        if all.count < 2 { return all }
        return all.sorted { $0.probability != $1.probability ? $0.probability > $1.probability : $0.skill < $1.skill }
    }
}
