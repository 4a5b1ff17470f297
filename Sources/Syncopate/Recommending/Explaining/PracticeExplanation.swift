/// Why an item is, or is not, what a learner should practise next.
public struct PracticeExplanation: Sendable, Hashable {
    /// The item with its terms, as it would be returned.
    public var choice: PracticeChoice
    /// Where it stands among what may be given, from 1; `nil` where it may not.
    public var rank: Int?
    /// How many items may be given.
    public var candidates: Int
    /// Why it is not given; `nil` where it may be.
    public var withheld: Withheld?
    /// What comes first instead; `nil` where it is the item itself, or nothing may be given.
    public var first: PracticeChoice?
    /// The skills it exercises, the weightiest first.
    public var skills: [SkillStanding]
    /// What the learner did with this very item; `nil` where they never had it.
    public var practice: ItemPractice?
    /// Positions of the items that must be done well before it, and are not yet.
    public var waitingFor: [Int]
    /// Minutes that may still be practised on the day; `nil` where there is no limit.
    public var minutesLeft: Double?
    /// Share of its value taken off because it was given lately.
    public var repeated: Double
    /// What would change the answer, tried out; empty where nothing the learner can do would.
    public var changes: [PracticeChange]
}
