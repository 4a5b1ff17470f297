/// What a learner does alone: of the skills that are ready, by knowledge tracing at .95, the one nearest to known
/// (``ReadySetPolicy``), where a skill that is not known after fifteen attempts is set aside.
///
/// Where nothing is ready, the lowest of what is not set aside; where all is, the lowest of all.
struct OwnTimePractice {
    /// Probability from which a skill is called known.
    static let threshold = 0.95
    /// Attempts after which a skill is set aside.
    static let limit = 15

    private(set) var beliefs: SkillBeliefs
    /// Attempts per skill since it was last taken up.
    private(set) var attempts: [Int]

    init(_ brief: TutoringBrief) {
        beliefs = SkillBeliefs(brief)
        attempts = [Int](repeating: 0, count: brief.skillCount)
    }

    func isSetAside(_ skill: Int) -> Bool {
        attempts[skill] >= Self.limit && beliefs.known[skill] < Self.threshold
    }

    /// The skill to practise now.
    var next: Int {
        let known = beliefs.known
        let open = known.indices.filter { !isSetAside($0) }
        let ready = open.filter {
            known[$0] < Self.threshold && beliefs.isReady($0, threshold: Self.threshold)
        }
        // The first of equals.
        if let best = ready.max(by: { known[$0] != known[$1] ? known[$0] < known[$1] : $0 > $1 }) { return best }
        return open.min { known[$0] < known[$1] } ?? beliefs.lowest
    }

    mutating func observe(_ skill: Int, score: Double) {
        beliefs.observe(skill, score: score)
        attempts[skill] += 1
    }

    /// Takes up a skill again.
    mutating func takeUp(_ skill: Int) { attempts[skill] = 0 }
}
