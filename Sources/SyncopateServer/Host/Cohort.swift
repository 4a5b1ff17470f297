internal import Syncopate

/// Learners who can be together, and how.
struct Cohort: Sendable {
    /// One of them.
    struct Member: Sendable, Hashable {
        var learner: String
        /// Whether they take no part in live sessions: they or their family said so.
        var optsOut = false
        /// Whether they have left.
        var isWithdrawn = false
    }

    var id: String
    var members: [Member]
    var setting: Setting
    var live: LiveTime
    var slots: [LiveSlot]

    /// Those who have not left.
    var present: [Member] { members.filter { !$0.isWithdrawn } }
}
