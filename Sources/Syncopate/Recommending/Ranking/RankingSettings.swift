/// What items are ranked by.
public struct RankingSettings: Sendable, Hashable {
    /// Success asked for, within 0...1. About .85 is where a simple learner learns fastest (Wilson, Shenhav, Straccia &
    /// Cohen 2019, *Nature Communications* 10:4646); teaching by practice asks for less, tests for .5.
    public var success = 0.75
    /// Items a learner, 1...100.
    public var limit = 5
    /// Whether the items that a learner met last (the 64 that a state holds) are offered again.
    public var repeats = false
    /// The moment that is asked about, in seconds since 1970; NaN: unknown.
    public var at = Double.nan

    public init() {}
}
