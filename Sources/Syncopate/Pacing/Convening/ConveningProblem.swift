/// Everything that decides who should meet when, about what.
public struct ConveningProblem: Sendable, Hashable {
    /// How many topics there are.
    public var topics: Int
    /// When learners can meet, in the order of the input.
    public var slots: [LiveSlot]
    /// Who can be asked.
    public var learners: [ConveningLearner]
    /// Learners who meet in the same group or not at all, by position; sets that share somebody are one.
    public var together: [[Int]]
    /// Learners no two of whom are ever in the same session, by position.
    public var apart: [[Int]]
    /// Sizes a group of classmates may have.
    public var groupSizes: ClosedRange<Int>
    /// Settles ties, and nothing else.
    public var seed: UInt64

    public init(
        topics: Int, slots: [LiveSlot], learners: [ConveningLearner], together: [[Int]] = [], apart: [[Int]] = [],
        groupSizes: ClosedRange<Int> = ConveningRequest.usualGroupSizes, seed: UInt64 = 0
    ) {
        self.topics = topics
        self.slots = slots
        self.learners = learners
        self.together = together
        self.apart = apart
        self.groupSizes = groupSizes
        self.seed = seed
    }
}
