import RealModule

/// Where a learner stands with every skill, by both accounts of learning.
struct SkillStandings: Sendable, Hashable {
    /// Probability that skills grow bit by bit rather than being known or not.
    let growth: Double
    /// Probability that each is mastered, K.
    let mastered: [Double]
    /// Attempts to go where skills grow, K; 0 where it is there already.
    let attempts: [Double]
    /// What to put for "known" so that expected success comes out, K.
    let effective: [Double]

    init(_ state: PracticeState, _ recommender: Recommender, _ targets: PracticeTargets) {
        let odds = recommender.growth.priorLogOdds + state.growthEvidence
        let growth = Logistic.probability(odds)
        let known = state.knowledge.known
        var mastered = known
        var effective = known
        var attempts = known.map { _ in 0.0 }
        if growth > 1e-4 {
            for skill in known.indices {
                let goal = targets.threshold[skill] > 0 ? targets.threshold[skill] : Goal.everything.threshold
                let belief = state.growth[skill]
                let standing = recommender.growth.standing(skill, threshold: Logistic.logit(goal), belief)
                mastered[skill] = (1 - growth) * known[skill] + growth * standing.there
                if 1 - standing.there > 1 - MasteringValue.enough {
                    let showing =
                        Double.log((1 - standing.there) / (1 - MasteringValue.enough)) / MasteringValue.evidence
                    attempts[skill] = max(showing + standing.attempts, MasteringValue.leastAttempts)
                }
                let (with, without) = recommender.knowledge.chances(ofSkill: skill)
                let success = recommender.growth.success(skill, belief)
                let share = min(max((success - without) / (with - without), 0), 1)
                effective[skill] = (1 - growth) * known[skill] + growth * share
            }
        }
        self.growth = growth
        self.mastered = mastered
        self.attempts = attempts
        self.effective = effective
    }
}
