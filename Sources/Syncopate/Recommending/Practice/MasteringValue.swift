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
    func add(
        _ targets: PracticeTargets, _ belief: KnowledgeBelief, _ standings: SkillStandings, to values: inout SkillValues
    ) {
        let open = (0..<belief.count).map { targets.mastering[$0] * (1 - standings.mastered[$0]) }
        for skill in 0..<belief.count {
            let unlocked = descendants[skill].reduce(0) { $0 + open[Int($1)] }
            let own = targets.mastering[skill]
            guard own > 0 || unlocked > 0 else { continue }
            let pace = standings.pace[skill]
            guard pace > 1e-6 else {
                values[.findingOut, skill] += 0.001 * own * (1 - standings.mastered[skill])
                continue
            }
            let mastering = own * pace
            let unlocking = Self.unlocking * unlocked * pace
            values[.mastering, skill] += mastering
            values[.unlocking, skill] += unlocking
            // Where skills grow, nothing is in the way.
            let unready = (1 - standings.growth) * (1 - model.readiness(of: skill, belief))
            values[.readiness, skill] -= unready * (mastering + unlocking)
        }
    }

    /// Positions of all that builds on a skill, directly or not.
    func builtOn(_ skill: Int) -> [Int] { descendants[skill].map { Int($0) } }

    /// Attempts until the skill is known and shown to be; 0 where it is already.
    func attempts(_ skill: Int, _ belief: KnowledgeBelief) -> Double {
        let unknown = 1 - belief.known[skill]
        return Self.attempts(unknown: unknown, learning: unknown / max(model.learningRate(of: skill, belief), 1e-3))
    }

    /// Attempts to learn something, and to show it; 0 where it is nearly certain already.
    static func attempts(unknown: Double, learning: Double) -> Double {
        guard unknown > 1 - enough else { return 0 }
        return max(Double.log(unknown / (1 - enough)) / evidence + learning, leastAttempts)
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
