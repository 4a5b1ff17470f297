import Syncopate

/// The skills that all learners of a cohort are to master: a graph, and how each is guessed, missed and learnt.
struct KnowledgeGraphCourse: Sendable {
    /// Per skill, the skills it builds on.
    let prerequisites: [[Int]]
    /// Probability of being right without knowing, per skill.
    let guess: [Double]
    /// Probability of being wrong in spite of knowing, per skill.
    let slip: [Double]
    /// Probability that an attempt teaches the skill to a learner of middling speed who is ready, per skill.
    let learn: [Double]

    /// Draws one with the distributions of ``KnowledgeGraphStudent``.
    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let prerequisites = KnowledgeGraphStudent.graph(&generator)
        var guess: [Double] = []
        var slip: [Double] = []
        var learn: [Double] = []
        for _ in prerequisites {
            guess.append(0.1 + 0.2 * generator.uniform())
            slip.append(0.05 + 0.1 * generator.uniform())
            learn.append(0.08 + 0.22 * generator.uniform())
        }
        self.prerequisites = prerequisites
        self.guess = guess
        self.slip = slip
        self.learn = learn
    }
}
