/// What rules of thumb go by: knowledge tracing with nominal parameters, and counts, for every learner and skill.
struct CohortNotes {
    let brief: CohortBrief
    private(set) var beliefs: [SkillBeliefs]
    /// Attempts, `[learner][skill]`.
    private(set) var attempts: [[Int]]
    /// Right answers in a row at the end, `[learner][skill]`.
    private(set) var streak: [[Int]]

    init(_ brief: CohortBrief) {
        self.brief = brief
        beliefs = [SkillBeliefs](repeating: SkillBeliefs(brief.course), count: brief.learners)
        attempts = [[Int]](repeating: [Int](repeating: 0, count: brief.skills), count: brief.learners)
        streak = attempts
    }

    mutating func observe(learner: Int, skill: Int, score: Double) {
        beliefs[learner].observe(skill, score: score)
        attempts[learner][skill] += 1
        streak[learner][skill] = score >= 0.5 ? streak[learner][skill] + 1 : 0
    }

    func known(_ learner: Int, _ skill: Int) -> Double { beliefs[learner].known[skill] }

    /// Mean over the skills.
    func mastery(_ learner: Int) -> Double {
        let known = beliefs[learner].known
        return known.reduce(0, +) / Double(max(known.count, 1))
    }

    /// Whether the skill is not called known and all it builds on is.
    func isOpen(_ learner: Int, _ skill: Int) -> Bool {
        known(learner, skill) < OwnTimePractice.threshold
            && beliefs[learner].isReady(skill, threshold: OwnTimePractice.threshold)
    }
}
