import RealModule

/// What one attempt at a skill is worth to a learner who is to master it, and what builds on it.
///
/// Index policy: every skill is valued by itself, as its weight over the attempts it still takes, and the best is
/// practised.
struct MasteringValue {
    let model: KnowledgeModel
    /// Per skill, all that builds on it, directly or not, by position.
    let descendants: [[Int]]
    /// The same, what builds on it directly first.
    let unlocked: [[Int]]
    /// Per skill, all it builds on, directly or not, by position: in one piece, with a weight of 1.
    private let ancestors: EdgeRows
    /// P(known) from which a skill is left for others.
    static let enough = 0.85
    /// What unlocking a skill counts beside mastering one.
    static let unlocking = 0.15
    /// Nats of evidence that one attempt is worth, by and large.
    static let evidence = 0.6
    static let leastAttempts = 0.3

    init(model: KnowledgeModel) {
        self.model = model
        let descendants = Self.descendants(of: model.graph)
        var ancestors = descendants.map { _ in [PrerequisiteGraph.Edge]() }
        for (skill, all) in descendants.enumerated() {
            for other in all { ancestors[other].append(PrerequisiteGraph.Edge(skill: skill, weight: 1)) }
        }
        self.descendants = descendants
        self.ancestors = EdgeRows(ancestors)
        unlocked = descendants.enumerated().map { skill, all in
            let direct = Set(model.graph.children[skill].map(\.skill))
            return all.filter { direct.contains($0) } + all.filter { !direct.contains($0) }
        }
    }

    /// Adds the parts of every skill to `values`.
    func add(
        _ targets: PracticeTargets, _ belief: KnowledgeBelief, _ standings: SkillStandings, to values: inout SkillValues
    ) {
        // What is open of all that builds on each skill, added up from below: in the order of positions.
        var unlocked = [Double](repeating: 0, count: belief.count)
        for skill in 0..<belief.count where targets.mastering[skill] > 0 {
            let open = targets.mastering[skill] * (1 - standings.mastered[skill])
            for place in ancestors.places(skill) { unlocked[ancestors[place].skill] += open }
        }
        for skill in 0..<belief.count {
            let unlocked = unlocked[skill]
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
            let unready = (1 - standings.growth) * (1 - standings.readiness[skill])
            values[.readiness, skill] -= unready * (mastering + unlocking)
        }
    }

    /// Positions of all that builds on a skill, directly or not.
    func builtOn(_ skill: Int) -> [Int] { descendants[skill] }

    /// Attempts until the skill is known and shown to be; 0 where it is already.
    func attempts(_ skill: Int, _ belief: KnowledgeBelief) -> Double {
        attempts(skill, belief, readiness: model.readiness(of: skill, belief))
    }

    /// The same with the readiness worked out.
    func attempts(_ skill: Int, _ belief: KnowledgeBelief, readiness: Double) -> Double {
        let unknown = 1 - belief.known[skill]
        guard unknown > 1 - Self.enough else { return 0 }
        let rate = model.learningRate(of: skill, belief, readiness: readiness)
        return Self.attempts(unknown: unknown, learning: unknown / max(rate, 1e-3))
    }

    /// Attempts to learn something, and to show it; 0 where it is nearly certain already.
    static func attempts(unknown: Double, learning: Double) -> Double {
        guard unknown > 1 - enough else { return 0 }
        return max(Double.log(unknown / (1 - enough)) / evidence + learning, leastAttempts)
    }

    private static func descendants(of graph: PrerequisiteGraph) -> [[Int]] {
        var all = [Set<Int>](repeating: [], count: graph.count)
        for skill in graph.order.reversed() {
            for child in graph.children[skill] {
                all[skill].insert(child.skill)
                all[skill].formUnion(all[child.skill])
            }
        }
        return all.map { $0.sorted() }
    }
}
