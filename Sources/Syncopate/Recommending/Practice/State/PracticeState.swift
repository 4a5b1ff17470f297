public import Matrices

/// What is believed of one learner, and what they were given: a value that a log of answers builds up anew at any time.
///
/// Positions are those of the recommender's catalogue: after an edit of it the log is read again, and evidence finds its way
/// by the items' identities. A host may keep a state as bytes meanwhile (``Recommender/bytes(of:)``).
public struct PracticeState: Sendable, Equatable {
    /// Whether each skill is known, and at what pace it is learnt, as of the last answer that had to do with the skill:
    /// what was forgotten since is taken off when it is next looked at (``Recommender/mastery(_:learner:at:)``).
    public internal(set) var knowledge: KnowledgeBelief
    /// The same skills where they grow bit by bit, K.
    var growth: GrowthBeliefs
    /// By how much likelier, in logs, the answers so far are where skills grow than where they are known or not.
    public internal(set) var growthEvidence = 0.0
    /// How firmly each skill is remembered.
    public internal(set) var memory: MemoryBelief
    /// Abilities of the skills that are measured; `nil` where no goal measures.
    public internal(set) var ability: Belief<Double>?
    /// What was attempted, by position.
    public internal(set) var items = PracticedItems()
    /// How often each skill was taught live, by position.
    public internal(set) var lessons: [Int: Int] = [:]
    /// The last items, the latest last.
    public internal(set) var recent = RecentItems()
    /// Attempts on items of the catalogue.
    public internal(set) var attempts = 0
    /// Seconds since 1970 of the first attempt; `nil` before it.
    public internal(set) var first: Double?
    /// Seconds since 1970 of the last attempt.
    public internal(set) var last = -Double.infinity
    /// Minutes practised on the day of the last attempt.
    public internal(set) var minutes = 0.0

    /// Positions of the skills that changed since the state was last as it is written (``Recommender/settle(_:)``).
    var unsettled: [Int] = []
}
