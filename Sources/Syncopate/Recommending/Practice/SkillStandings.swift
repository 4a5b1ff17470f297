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
        growth = Self.growth(state, recommender)
        let belief = state.knowledge
        let known = belief.known
        mastered = known
        effective = known
        attempts = [Double](repeating: 0, count: belief.count)
        pace = attempts
        readiness = attempts
        stand(belief, known, recommender)
        guard growth > Self.negligible else { return }
        mix(state, known, recommender, targets)
        guard let given else { return }
        mastered[given] = 1
        attempts[given] = 0
        pace[given] = 0
        effective[given] = 1
    }

    /// Where skills are known or not.
    private mutating func stand(_ belief: KnowledgeBelief, _ known: [Double], _ recommender: Recommender) {
        let model = recommender.knowledge
        let sudden = 1 - growth
        attempts.withUnsafeMutableBufferPointer { attempts in
            pace.withUnsafeMutableBufferPointer { pace in
                readiness.withUnsafeMutableBufferPointer { readiness in
                    model.parents.withBuffers { starts, edges in
                        for skill in 0..<attempts.count {
                            var ready = 1.0
                            for place in starts[skill]..<starts[skill + 1] {
                                ready *= 1 - edges[place].weight * (1 - known[edges[place].skill])
                            }
                            readiness[skill] = ready
                            let unknown = 1 - known[skill]
                            guard unknown > 1 - MasteringValue.enough else { continue }
                            let rate = model.learningRate(of: skill, belief, readiness: ready)
                            let toGo = MasteringValue.attempts(
                                unknown: unknown, learning: unknown / max(rate, 1e-3))
                            attempts[skill] = toGo
                            pace[skill] = toGo > 0 ? sudden / toGo : 0
                        }
                    }
                }
            }
        }
    }

    /// The means with where they grow.
    private mutating func mix(
        _ state: PracticeState, _ known: [Double], _ recommender: Recommender, _ targets: PracticeTargets
    ) {
        let model = recommender.growth
        let nominal = recommender.knowledge.nominal
        let growth = growth
        attempts.withUnsafeMutableBufferPointer { attempts in
            pace.withUnsafeMutableBufferPointer { pace in
                mastered.withUnsafeMutableBufferPointer { mastered in
                    effective.withUnsafeMutableBufferPointer { effective in
                        for skill in 0..<known.count {
                            let standing = model.standing(
                                of: skill, threshold: targets.logits[skill], state.growth)
                            let gradual = MasteringValue.attempts(
                                unknown: 1 - standing.there, learning: standing.attempts)
                            mastered[skill] = (1 - growth) * known[skill] + growth * standing.there
                            attempts[skill] = (1 - growth) * attempts[skill] + growth * gradual
                            if gradual > 0 { pace[skill] += growth / gradual }
                            let (with, without) = (1 - nominal[skill].slip, nominal[skill].guess)
                            let share = (standing.success - without) / (with - without)
                            effective[skill] = (1 - growth) * known[skill] + growth * min(max(share, 0), 1)
                        }
                    }
                }
            }
        }
    }

    /// Probability that skills grow bit by bit rather than being known or not.
    static func growth(_ state: PracticeState, _ recommender: Recommender) -> Double {
        Logistic.probability(recommender.growth.priorLogOdds + state.growthEvidence)
    }
}
