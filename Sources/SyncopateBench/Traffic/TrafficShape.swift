/// Who asks for what, how often.
public struct TrafficShape: Sendable {
    /// Learners who answer.
    public var learners = 1_000
    /// Answers of each, on average, before anything is asked.
    public var answers = 30
    /// Exponent of Zipf's law for items: of the item of rank r there are answers in proportion to r to the minus this. 0: all
    /// alike.
    public var skew = 1.0
    /// Share of the learners who send four fifths of the requests; 1: all send alike.
    public var hot = 0.2
    /// Items asked for.
    public var limit = 5
    public var seed: UInt64 = 1

    /// Answers before anything is asked.
    public var events: Int { learners * max(answers, 1) }

    public init() {}

    /// Share of the requests that the hot learners send.
    static let hotRequests = 0.8
}
