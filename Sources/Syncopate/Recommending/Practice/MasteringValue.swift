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
        unlocked.withUnsafeMutableBufferPointer { unlocked in
            ancestors.withBuffers { starts, edges in
                for skill in targets.wanted {
                    let open = targets.mastering[skill] * (1 - standings.mastered[skill])
                    for place in starts[skill]..<starts[skill + 1] { unlocked[edges[place].skill] += open }
                }
            }
        }
        // The parts by their places among the names: mastering, unlocking, readiness and, the last, finding out.
        let count = belief.count
        values.withParts { parts in
            for skill in 0..<count {
                let own = targets.mastering[skill]
                let pace = standings.pace[skill]
                guard own > 0 || unlocked[skill] > 0 else { continue }
                guard pace > 1e-6 else {
                    parts[4 * count + skill] += 0.001 * own * (1 - standings.mastered[skill])
                    continue
                }
                let mastering = own * pace
                let unlocking = Self.unlocking * unlocked[skill] * pace
                parts[skill] += mastering
                parts[count + skill] += unlocking
                // Where skills grow, nothing is in the way.
                let unready = (1 - standings.growth) * (1 - standings.readiness[skill])
                parts[2 * count + skill] -= unready * (mastering + unlocking)
            }
        }
    }

    /// Positions of all that builds on a skill, directly or not.
    func builtOn(_ skill: Int) -> [Int] { descendants[skill] }

    /// Attempts until the skill is known and shown to be; 0 where it is already.
    func attempts(_ skill: Int, _ belief: KnowledgeBelief) -> Double {
        let unknown = 1 - belief.known(skill)
        return Self.attempts(unknown: unknown, learning: unknown / max(model.learningRate(of: skill, belief), 1e-3))
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
