/// One thing a learner does in their own time, wherever the advice comes from.
public struct OwnTimeTask: Sendable, Hashable {
    /// Identity of the item; `nil` where the file has none that fits and ``title`` says what to give.
    public var item: String?
    /// What people read.
    public var title: String
    /// The stable word for what to do.
    public var action: String
    /// The same for people.
    public var words: String
    /// Minutes it takes.
    public var minutes: Double
    /// Expected score now, a share of the maximum; `nil` without an item.
    public var success: Double?
    /// Why, in the order of weight.
    public var reasons: [Reason]
}
