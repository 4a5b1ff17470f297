/// Which skill builds on which, by position: no cycles, every edge known.
public struct PrerequisiteGraph: Sendable, Hashable {
    /// One edge.
    public struct Edge: Sendable, Hashable {
        /// Position of the skill at the other end.
        public var skill: Int
        /// ``Prerequisite/weight``.
        public var weight: Double

        public init(skill: Int, weight: Double) {
            self.skill = skill
            self.weight = weight
        }
    }

    /// Per skill, what it builds on.
    public let parents: [[Edge]]
    /// Per skill, what builds on it.
    public let children: [[Edge]]
    /// All positions, every skill after those it builds on; among equals in the order of the catalogue.
    public let order: [Int]

    /// Number of skills.
    public var count: Int { parents.count }

    /// A cycle: positions from a skill back to itself, each building on the next.
    struct Cycle: Error { var path: [Int] }

    /// - Parameter parents: per skill, what it builds on. Positions must exist.
    init(parents: [[Edge]]) throws(Cycle) {
        var children = [[Edge]](repeating: [], count: parents.count)
        for (skill, edges) in parents.enumerated() {
            for edge in edges { children[edge.skill].append(Edge(skill: skill, weight: edge.weight)) }
        }
        // Kahn (1962), with the ready skills in the order of the catalogue.
        var open = parents.map(\.count)
        var order = parents.indices.filter { open[$0] == 0 }
        order.reserveCapacity(parents.count)
        var next = 0
        while next < order.count {
            for edge in children[order[next]] {
                open[edge.skill] -= 1
                if open[edge.skill] == 0 { order.append(edge.skill) }
            }
            next += 1
        }
        guard order.count == parents.count else { throw Cycle(path: Self.cycle(parents: parents, open: open)) }
        self.parents = parents
        self.children = children
        self.order = order
    }

    /// A cycle among the skills that could not be ordered: from any of them, parents that could not be either lead back.
    private static func cycle(parents: [[Edge]], open: [Int]) -> [Int] {
        guard var skill = open.firstIndex(where: { $0 > 0 }) else { return [] }
        var seenAt = [Int](repeating: -1, count: parents.count)
        var path: [Int] = []
        while seenAt[skill] < 0 {
            seenAt[skill] = path.count
            path.append(skill)
            guard let edge = parents[skill].first(where: { open[$0.skill] > 0 }) else { return path }
            skill = edge.skill
        }
        return Array(path[seenAt[skill]...]) + [skill]
    }
}
