import RealModule

/// Where a learner stands with every skill, by both accounts of learning (``KnowledgeModel``, ``GrowthModel``) and by how
/// likely each account is.
struct SkillStandings: Sendable, Hashable {
    /// Probability that skills grow bit by bit rather than being known or not.
    let growth: Double
    /// Probability that each is mastered, K.
    private(set) var mastered: [Double]
    /// Attempts until each is mastered and shown to be, K; 0 where it is already.
    private(set) var attempts: [Double]
    /// What an attempt takes off the way, the mean of both accounts' one over attempts, K; 0 where there is no way to go.
    private(set) var pace: [Double]
    /// What to put for "known" so that expected success on a typical item comes out, K.
    private(set) var effective: [Double]

    /// Probability of the other account below which it is left out.
    static let negligible = 1e-4

    /// - Parameters:
    ///   - targets: what success counts as mastered; that of a goal without a threshold of its own elsewhere.
    ///   - given: position of a skill to take for mastered, whatever is believed.
    init(_ state: PracticeState, _ recommender: Recommender, _ targets: PracticeTargets, given: Int? = nil) {
        let growth = Self.growth(state, recommender)
        let known = state.knowledge.known
        self.growth = growth
        mastered = known
        effective = known
        attempts = known.indices.map { recommender.mastering.attempts($0, state.knowledge) }
        pace = attempts.map { $0 > 0 ? (1 - growth) / $0 : 0 }
        guard growth > Self.negligible else { return }
        for skill in known.indices {
            let belief = state.growth[skill]
            let (there, toGo) = recommender.growth.standing(
                skill, threshold: Self.threshold(skill, targets), belief)
            let gradual = MasteringValue.attempts(unknown: 1 - there, learning: toGo)
            mastered[skill] = (1 - growth) * known[skill] + growth * there
            attempts[skill] = (1 - growth) * attempts[skill] + growth * gradual
            if gradual > 0 { pace[skill] += growth / gradual }
            let (with, without) = recommender.knowledge.chances(ofSkill: skill)
            let share = (recommender.growth.success(skill, belief) - without) / (with - without)
            effective[skill] = (1 - growth) * known[skill] + growth * min(max(share, 0), 1)
        }
        if let given {
            mastered[given] = 1
            attempts[given] = 0
            pace[given] = 0
            effective[given] = 1
        }
    }

    /// Probability that skills grow bit by bit rather than being known or not.
    static func growth(_ state: PracticeState, _ recommender: Recommender) -> Double {
        Logistic.probability(recommender.growth.priorLogOdds + state.growthEvidence)
    }

    /// Logits from which a skill counts as mastered where it grows.
    static func threshold(_ skill: Int, _ targets: PracticeTargets) -> Double {
        let goal = targets.threshold[skill]
        return Logistic.logit(goal > 0 ? goal : Goal.everything.threshold)
    }
}
