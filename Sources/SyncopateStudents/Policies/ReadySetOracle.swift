/// ``ReadySetPolicy`` that is told the true guess, slip and learn of every skill, but not what is known: what fitting
/// parameters could be worth at most. Nominal parameters for other students than those of a knowledge graph.
public struct ReadySetOracle: PolicyFamily {
    public var name: String { "oracle of the parameters, ready set, BKT \(threshold)" }
    /// Probability from which a skill is called known.
    public let threshold: Double

    /// - Parameter threshold: 0...1.
    public init(threshold: Double = 0.98) { self.threshold = threshold }

    public func suits(_ brief: TutoringBrief) -> Bool { brief.purpose == .master }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(threshold: threshold, beliefs: SkillBeliefs(brief))
    }

    private struct Chooser: OraclePolicy {
        let threshold: Double
        var beliefs: SkillBeliefs
        var looked = false

        mutating func look(at student: any Student) {
            guard !looked, let student = student as? KnowledgeGraphStudent else { return }
            looked = true
            for skill in beliefs.parameters.indices {
                beliefs.parameters[skill].guess = student.guess[skill]
                beliefs.parameters[skill].slip = student.slip[skill]
                beliefs.parameters[skill].learn = student.learn[skill]
            }
        }

        mutating func next(at time: Double) -> Int { beliefs.nextOfReadySet(threshold: threshold) }

        mutating func observe(_ item: Int, score: Double, at time: Double) { beliefs.observe(item, score: score) }
    }
}
