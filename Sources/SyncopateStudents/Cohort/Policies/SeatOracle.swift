/// Sees who lacks what, who is ready for it and who can never learn it alone. Later sessions are not looked ahead to.
public struct SeatOracle: CohortPolicyFamily {
    public let name: String
    /// What teaching somebody who can learn the skill alone counts beside teaching somebody who cannot.
    private let learnable: Double
    /// What each skill counts that builds on it and is not known, beside the skill.
    private let opening: Double

    /// As many seats as can be to those who are ready and cannot learn the skill alone; the rest to those who are ready.
    public static let stuck = SeatOracle(name: "oracle of the stuck", learnable: 1e-3, opening: 0)
    /// What opens the way to more counts for more, and who could learn the skill alone for half.
    public static let value = SeatOracle(name: "oracle of value", learnable: 0.5, opening: 0.2)

    public func policy(for brief: CohortBrief, seed: UInt64) -> any CohortPolicy {
        Chooser(oracle: self, brief: brief, lot: CohortLot(seed: seed), builtOn: Self.builtOn(brief))
    }

    /// Per skill, all that builds on it.
    private static func builtOn(_ brief: CohortBrief) -> [[Int]] {
        let parents = brief.course.prerequisites
        return parents.indices.map { skill in
            var reached = [Bool](repeating: false, count: parents.count)
            reached[skill] = true
            // Positions are in topological order.
            for later in parents.indices where parents[later].contains(where: { reached[$0] }) { reached[later] = true }
            return parents.indices.filter { reached[$0] && $0 != skill }
        }
    }

    private struct Chooser: CohortOracle {
        let oracle: SeatOracle
        let brief: CohortBrief
        var lot: CohortLot
        let builtOn: [[Int]]
        var students: [KnowledgeGraphStudent] = []

        mutating func look(at students: [KnowledgeGraphStudent]) { self.students = students }

        mutating func observe(learner: Int, skill: Int, score: Double, at time: Double) {}

        mutating func seating(at time: Double) -> CohortSeating? {
            let merit = students.map { student in
                (0..<brief.skills).map { skill -> Double in
                    guard !student.known[skill], student.isReady(skill) else { return 0 }
                    let opened = Double(builtOn[skill].count { !student.known[$0] })
                    return (student.learn[skill] == 0 ? 1 : oracle.learnable) * (1 + oracle.opening * opened)
                }
            }
            return lot.seating(merit, brief: brief)
        }

        mutating func taught(_ seating: CohortSeating, at time: Double) {}
    }
}
