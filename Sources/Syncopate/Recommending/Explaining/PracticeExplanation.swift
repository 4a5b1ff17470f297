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
    /// Items of late that make it give way to others, with the share of its value taken off.
    public var repeated: Double
    /// What would change the answer, tried out.
    public var changes: [PracticeChange]
}
