import RealModule

/// What one attempt at a skill is worth to a learner who is to master it, and what builds on it.
///
/// Index policy: every skill is valued by itself, as its weight over the attempts it still takes, and the best is
/// practised.
struct MasteringValue {
    let model: KnowledgeModel
    /// Per skill, all that builds on it, directly or not.
    let descendants: [[Int32]]
    /// P(known) from which a skill is left for others.
    static let enough = 0.85
    /// What unlocking a skill counts beside mastering one.
    static let unlocking = 0.15
    /// Nats of evidence that one attempt is worth, by and large.
    static let evidence = 0.6
    static let leastAttempts = 0.3

    init(model: KnowledgeModel) {
        self.model = model
        descendants = Self.descendants(of: model.graph)
    }

    /// Adds the parts of every skill to `values`.
    ///
    /// What a skill is worth is the mean of what each account of learning says, by how likely the account is.
    func add(
        _ targets: PracticeTargets, _ state: PracticeState, _ standing: SkillStandings, to values: inout SkillValues
    ) {
        let belief = state.knowledge
        let open = (0..<belief.count).map { targets.mastering[$0] * (1 - standing.mastered[$0]) }
        for skill in 0..<belief.count {
            let unlocked = descendants[skill].reduce(0) { $0 + open[Int($1)] }
            let own = targets.mastering[skill]
            guard own > 0 || unlocked > 0 else { continue }
            var rate = 0.0
            let sudden = attempts(skill, belief)
            if sudden > 0 { rate += (1 - standing.growth) / sudden }
            let gradual = standing.attempts[skill]
            if gradual > 0 { rate += standing.growth / gradual }
            guard rate > 1e-6 else {
                values[.findingOut, skill] += 0.001 * own * (1 - standing.mastered[skill])
                continue
            }
            let readiness = model.readiness(of: skill, belief)
            let mastering = own * rate
            let unlocking = Self.unlocking * unlocked * rate
            values[.mastering, skill] += mastering
            values[.unlocking, skill] += unlocking
            values[.readiness, skill] -= (1 - readiness) * (1 - standing.growth) * (mastering + unlocking)
        }
    }

    /// Positions of all that builds on a skill, directly or not.
    func builtOn(_ skill: Int) -> [Int] { descendants[skill].map { Int($0) } }

    /// Attempts until the skill is known and shown to be; 0 where it is already.
    func attempts(_ skill: Int, _ belief: KnowledgeBelief) -> Double {
        let unknown = 1 - belief.known[skill]
        guard unknown > 1 - Self.enough else { return 0 }
        let showing = Double.log(unknown / (1 - Self.enough)) / Self.evidence
        let learning = unknown / max(model.learningRate(of: skill, belief), 1e-3)
        return max(showing + learning, Self.leastAttempts)
    }

    private static func descendants(of graph: PrerequisiteGraph) -> [[Int32]] {
        var all = [Set<Int32>](repeating: [], count: graph.count)
        for skill in graph.order.reversed() {
            for child in graph.children[skill] {
                all[skill].insert(Int32(child.skill))
                all[skill].formUnion(all[child.skill])
            }
        }
        return all.map { $0.sorted() }
    }
}
