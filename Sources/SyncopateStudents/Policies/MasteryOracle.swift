/// Practises what is truly unknown, can be learnt and has its parents known, quickest first: what seeing the true state
/// of a ``KnowledgeGraphStudent`` or ``GradualStudent`` is worth. The first item for other students.
public struct MasteryOracle: PolicyFamily {
    public let name = "oracle of the true state"

    public init() {}

    public func suits(_ brief: TutoringBrief) -> Bool { brief.purpose == .master }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser()
    }

    private struct Chooser: OraclePolicy {
        var choice = 0

        mutating func look(at student: any Student) {
            if let student = student as? KnowledgeGraphStudent {
                let open = student.known.indices.filter { !student.known[$0] && student.learn[$0] > 0 }
                let ready = open.filter { student.isReady($0) }
                // Quickest first does not change the end, but more is known on the way.
                choice = (ready.isEmpty ? open : ready).max { student.learn[$0] < student.learn[$1] } ?? 0
            } else if let student = student as? GradualStudent {
                let open = student.skills.indices.filter { student.skills[$0] < GradualStudent.mastered }
                let missing = student.skills.indices.map {
                    (GradualStudent.mastered - student.skills[$0]) / student.rates[$0]
                }
                let skill = open.min { missing[$0] < missing[$1] } ?? 0
                choice = student.skillOfItem.firstIndex(of: skill) ?? 0
            }
        }

        mutating func next(at time: Double) -> Int { choice }

        mutating func observe(_ item: Int, score: Double, at time: Double) {}
    }
}
