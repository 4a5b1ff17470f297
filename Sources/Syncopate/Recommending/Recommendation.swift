/// One thing to do next, with everything needed to check it.
public struct Recommendation: Sendable, Hashable {
    public var action: Action
    /// Position of the item in the gradebook; `nil` where no item fits and `prescription` says what would.
    public var item: Int?
    public var prescription: Prescription?
    /// How it is best done: together, apart, or no matter.
    public var mode: Mode
    /// Sum of the terms.
    public var score: Double
    public var terms: [Term]
    /// Expected score now, as a share of the maximum; `nil` without an item.
    public var success: Double?
    /// Standard deviation of that score, the marking's own scatter included; `nil` without an item.
    public var successDeviation: Double?
    /// Expected gain in the chance of success on the item's topic from doing it.
    public var gain: Double
    /// Minutes it takes: the item file's, else a usual figure for the action.
    public var minutes: Double
    /// Whether `minutes` is a usual figure rather than stated.
    public var minutesAreAssumed: Bool
    /// Why, in the order of weight.
    public var reasons: [Reason]
}
