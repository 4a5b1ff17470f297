/// A policy that says what it believes of the student, so that its word can be held against the truth.
public protocol BelievingPolicy: TutoringPolicy {
    /// What it believes now.
    ///
    /// - Parameter time: seconds since the start.
    func beliefs(at time: Double) -> TutoringBeliefs
}

/// What a policy believes of a student's skills.
public struct TutoringBeliefs: Sendable, Hashable {
    /// Probability that each skill is mastered.
    public var mastered: [Double]
    /// Positions of the skills on which practice is called fruitless.
    public var stuck: [Int]

    public init(mastered: [Double], stuck: [Int]) {
        self.mastered = mastered
        self.stuck = stuck
    }
}
