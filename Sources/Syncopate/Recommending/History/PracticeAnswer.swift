/// One answer of a learner that counts towards practice from a catalogue.
public struct PracticeAnswer: Sendable, Hashable {
    /// Position of the item in the catalogue; `nil` where it is no longer there and only its skills are known.
    public var item: Int?
    /// The item's identity in the log.
    public var itemID: String
    /// What it exercised, by position, weights summing to one; empty where it does not measure mastery.
    public var skills: [PrerequisiteGraph.Edge]
    /// Share of the maximum.
    public var score: Double
    /// Seconds since 1970; NaN where the log does not say.
    public var at: Double
}
