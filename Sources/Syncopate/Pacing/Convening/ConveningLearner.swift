/// A learner who may be asked to meet.
public struct ConveningLearner: Sendable, Hashable {
    /// Topics that could be met about, each once, any order; of others nothing is known, and nobody is seated for them.
    public var standings: [TopicStanding]
    /// Whether the learner can come, per slot; empty: to all of them.
    public var available: [Bool]
    /// Most live minutes over all slots; `nil`: one session, however long.
    public var mostMinutes: Double?
    /// What others gain from this learner: who of a group of classmates explains goes by it where there is evidence.
    public var gives: Interdependence.Side

    public init(
        standings: [TopicStanding], available: [Bool] = [], mostMinutes: Double? = nil,
        gives: Interdependence.Side = Interdependence.Side()
    ) {
        self.standings = standings
        self.available = available
        self.mostMinutes = mostMinutes
        self.gives = gives
    }

    /// Whether the learner can come to a slot.
    public func canCome(to slot: Int) -> Bool {
        available.isEmpty || (available.indices.contains(slot) && available[slot])
    }
}
