public import Syncopate

/// What a policy of weekly modes may know before it starts.
public struct WeeklyBrief: Sendable, Hashable {
    /// How many learners there are; they are positions.
    public var learners: Int
    /// Seats every week; of modes that are not in it, any number.
    public var seats: [Mode: Int]
}
