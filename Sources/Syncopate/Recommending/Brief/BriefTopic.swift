/// A topic with the figures a teacher can check it by.
public struct BriefTopic: Sendable, Hashable {
    /// The share who have it, its interval and what follows.
    public var advice: TopicAdvice
    /// Learners of the section.
    public var learners: Int
    /// Positions of the columns that are mostly about it and have scores.
    public var columns: [Int]
    /// Scores of the section in those columns.
    public var scores: Int
    /// How many of them are at the goal or above.
    public var scoresAtGoal: Int

    /// Ends of the 80 % interval of how many have it, whole learners.
    public var count: ClosedRange<Int> {
        let (low, high) = (advice.low * Double(learners), advice.high * Double(learners))
        guard low.isFinite, high.isFinite, low <= high else { return 0...learners }
        return Int(low.rounded())...Int(high.rounded())
    }
}
