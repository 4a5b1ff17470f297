/// Something that would change what is advised, tried out on the learner's state.
public struct PracticeChange: Sendable, Hashable {
    /// What would happen.
    public enum Event: Sendable, Hashable {
        /// The learner gets the item right, so many times in a row.
        case right(times: Int)
        /// The learner gets it wrong, so many times in a row.
        case wrong(times: Int)
        /// So many days go by without practice.
        case days(Int)
        /// The learner does the items it waits for well.
        case done(items: [Int])
        /// A skill turns out to be mastered.
        case mastered(skill: Int)
    }

    public var event: Event
    /// The item's index then.
    public var score: Double
    /// Where it would stand among what may be given, from 1; `nil` where it may not.
    public var rank: Int?
    /// Why it would not be given; `nil` where it may.
    public var withheld: Withheld?
    /// Position of the item that would come first; `nil` where nothing may be given.
    public var first: Int?
    /// Probability of having the item's weightiest skill then.
    public var known: Double
}
