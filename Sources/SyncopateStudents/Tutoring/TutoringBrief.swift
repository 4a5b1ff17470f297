/// What a policy may know before it starts: the course and nominal parameters, never the truth about the student.
public struct TutoringBrief: Sendable {
    /// What the policy is judged by.
    public var purpose: TutoringPurpose
    /// Position of its skill, per item. Items are positions 0..<itemCount.
    public var skillOfItem: [Int]
    /// Per skill the positions of the skills it builds on, each less than its own; empty where there are none.
    public var prerequisites: [[Int]]
    /// Difficulty of each item in logits, where items are calibrated.
    public var difficulties: [Double]?
    /// Slope of each item on the ability (two-parameter logistic model), where items are calibrated.
    public var discriminations: [Double]?
    /// Usual values of the population, the same for every skill. `prior` is also the chance of being right at a first
    /// meeting where the purpose is to remember.
    public var nominal: KnowledgeTracingParameters
    /// Seconds from one attempt to the next, within a day where there are days.
    public var secondsBetween: Double
    /// Attempts a day; `nil` where all is one session.
    public var attemptsPerDay: Int?
    /// Attempts at most.
    public var cap: Int
    /// Whether an item may be given again.
    public var allowsRepeats: Bool

    /// How many items there are.
    public var itemCount: Int { skillOfItem.count }
    /// How many skills there are.
    public var skillCount: Int { prerequisites.count }

    public init(
        purpose: TutoringPurpose, skillOfItem: [Int], prerequisites: [[Int]], difficulties: [Double]? = nil,
        discriminations: [Double]? = nil, nominal: KnowledgeTracingParameters, secondsBetween: Double,
        attemptsPerDay: Int? = nil, cap: Int, allowsRepeats: Bool = true
    ) {
        self.purpose = purpose
        self.skillOfItem = skillOfItem
        self.prerequisites = prerequisites
        self.difficulties = difficulties
        self.discriminations = discriminations
        self.nominal = nominal
        self.secondsBetween = secondsBetween
        self.attemptsPerDay = attemptsPerDay
        self.cap = cap
        self.allowsRepeats = allowsRepeats
    }
}
