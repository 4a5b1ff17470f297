/// An answer of a log of statements, before it is known which others say the same.
struct PendingAnswer {
    /// What is known; its learner and item are positions among ``PendingAnswers``.
    var event: TidyEvent
    /// The source's own id; empty where it has none.
    var id = ""
    /// Positions of the items it is part of.
    var ancestors: [Int32] = []
    /// The attempt at the whole it belongs to, interned; -1 where it names none.
    var registration: Int32 = -1
    /// The try by the source's own name for it, interned; -1 where it has none.
    var attemptName: Int32 = -1
    /// What kind of statement says so, interned: one click may be told by several.
    var kind: Int32 = -1
    /// Whether it has a score, and not only right or wrong.
    var hasScore = false
    /// Whether it sums up what others say, by its kind alone.
    var isSummary = false
}
