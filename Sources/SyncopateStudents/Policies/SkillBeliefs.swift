/// Probability that each skill is known, by knowledge tracing with the brief's nominal parameters. Skills are separate.
struct SkillBeliefs {
    let brief: TutoringBrief
    private(set) var known: [Double]
    /// Per skill; the nominal ones unless an oracle knows better.
    var parameters: [KnowledgeTracingParameters]
    private var rotation: SkillItems

    init(_ brief: TutoringBrief) {
        self.brief = brief
        known = [Double](repeating: brief.nominal.prior, count: brief.skillCount)
        parameters = [KnowledgeTracingParameters](repeating: brief.nominal, count: brief.skillCount)
        rotation = SkillItems(brief)
    }

    /// The skill's items in turn.
    mutating func item(ofSkill skill: Int) -> Int { rotation.next(ofSkill: skill) }

    mutating func observe(_ item: Int, score: Double) {
        let skill = brief.skillOfItem[item]
        known[skill] = parameters[skill].next(known[skill], afterRight: score >= 0.5)
    }

    /// The first skill with the least probability of being known.
    var lowest: Int { known.indices.min { known[$0] < known[$1] } ?? 0 }

    /// Whether all a skill builds on is known with this probability or more.
    func isReady(_ skill: Int, threshold: Double) -> Bool {
        brief.prerequisites[skill].allSatisfy { known[$0] >= threshold }
    }
}
