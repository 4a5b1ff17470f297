/// One item a learner may be given next, with everything needed to check why.
public struct PracticeChoice: Sendable, Hashable {
    /// Position of the item in the catalogue.
    public var item: Int
    public var action: PracticeAction
    /// Sum of the terms.
    public var score: Double
    /// Parts of the score, those that are zero left out; they add up to it.
    public var terms: [Term]
    /// Expected score on it now, a share of the maximum.
    public var success: Double
    /// Standard deviation of the chance of success, given what is believed: how far the learner's own chance may be from
    /// ``success``. The luck of a single answer comes on top.
    public var successDeviation: Double
    /// Minutes it takes, stated or usual.
    public var minutes: Double
    /// Probability with which this one was put first; 1 where nothing is drawn by lot.
    public var propensity: Double
    /// What speaks for it, the weightiest first, and then against it.
    public var reasons: [PracticeReason]
}
