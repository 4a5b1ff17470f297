internal import Syncopate

/// What a host says of a decision. Few events come with it, so that it stands apart from them.
final class DecisionWord {
    let decision: DecisionID
    let outcome: DecisionOutcome?
    let mode: Mode?
    /// Identity of the item that was done; `nil` where none is named.
    let itemID: String?
    /// Share of the maximum; `nil` without a score.
    let score: Double?

    init(_ decision: DecisionID, outcome: DecisionOutcome?, mode: Mode?, itemID: String?, score: Double?) {
        self.decision = decision
        self.outcome = outcome
        self.mode = mode
        self.itemID = itemID
        self.score = score
    }
}
