/// Who meets live on what.
public struct CohortSeating: Sendable, Hashable {
    /// Position of the skill.
    public var skill: Int
    /// Positions of the learners, each once; those beyond the seats there are do not come.
    public var learners: [Int]

    public init(skill: Int, learners: [Int]) {
        self.skill = skill
        self.learners = learners
    }
}
