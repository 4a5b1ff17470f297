/// How much harder than a typical item tasks should be, in logits; below zero easier.
public struct DifficultyBand: Sendable, Hashable {
    public var low: Double
    public var high: Double
}
