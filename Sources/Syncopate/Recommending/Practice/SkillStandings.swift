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
    /// Probability that nothing each builds on is in the way, K.
    private(set) var readiness: [Double]

    /// Probability of the other account below which it is left out.
    static let negligible = 1e-4

    /// - Parameters:
    ///   - targets: what success counts as mastered; that of a goal without a threshold of its own elsewhere.
    ///   - given: position of a skill to take for mastered, whatever is believed.
    init(_ state: PracticeState, _ recommender: Recommender, _ targets: PracticeTargets, given: Int? = nil) {
        let growth = Self.growth(state, recommender)
        let belief = state.knowledge
        let count = belief.count
        self.growth = growth
        let isGradual = growth > Self.negligible
        mastered = belief.known
        effective = belief.known
        attempts = [Double](repeating: 0, count: count)
        pace = attempts
        readiness = attempts
        for skill in 0..<count {
            let ready = recommender.knowledge.readiness(of: skill, belief)
            let sudden = recommender.mastering.attempts(skill, belief, readiness: ready)
            readiness[skill] = ready
            attempts[skill] = sudden
            pace[skill] = sudden > 0 ? (1 - growth) / sudden : 0
            guard isGradual else { continue }
            let standing = recommender.growth.standing(of: skill, threshold: targets.logits[skill], state.growth)
            let gradual = MasteringValue.attempts(unknown: 1 - standing.there, learning: standing.attempts)
            mastered[skill] = (1 - growth) * belief.known[skill] + growth * standing.there
            attempts[skill] = (1 - growth) * sudden + growth * gradual
            if gradual > 0 { pace[skill] += growth / gradual }
            let (with, without) = recommender.knowledge.chances(ofSkill: skill)
            let share = (standing.success - without) / (with - without)
            effective[skill] = (1 - growth) * belief.known[skill] + growth * min(max(share, 0), 1)
        }
        guard isGradual, let given else { return }
        mastered[given] = 1
        attempts[given] = 0
        pace[given] = 0
        effective[given] = 1
    }

    /// Probability that skills grow bit by bit rather than being known or not.
    static func growth(_ state: PracticeState, _ recommender: Recommender) -> Double {
        Logistic.probability(recommender.growth.priorLogOdds + state.growthEvidence)
    }
}
