/// What a host has told of one learner, as far as it can still be corrected, and what is believed after it.
///
/// A window of the last answers in the order of their times, what was believed before it, and the state that these come
/// to. A ``RecordKeeper`` changes it. The state is always that of telling the answers of the window, in order, to
/// ``Recommender/observe(item:score:certainty:at:_:)`` and its like, starting from what was believed before.
public struct LearnerRecord: Sendable, Equatable {
    /// This many of the last answers can always be corrected.
    public static let correctable = 256
    /// As many answers are kept singly; with the last of them the older half becomes part of what was believed before.
    public static let windowLimit = 512
    /// Most corrections that wait for the event they are about.
    public static let pendingLimit = 64
    /// Corrections of events that were told which are remembered; what is forgotten could come back by a repetition.
    public static let correctionLimit = 512
    /// Decisions kept, so that an event can say what became of one.
    public static let decisionLimit = 8

    /// Identity of the learner.
    public let learner: String
    /// What is believed after all answers; after the last ``RecordKeeper/catchUp(_:)`` where ``isBehind``.
    public internal(set) var state: PracticeState
    /// Number of changes accepted so far.
    public internal(set) var revision: UInt64 = 0
    /// Whether the state is still to be worked out anew.
    public internal(set) var isBehind = false
    /// The last decisions, the latest last.
    public internal(set) var decisions: [RecordedDecision] = []

    var window = RecordWindow()
    /// What was believed before the window, as ``Recommender/bytes(of:)`` writes it, for it is seldom looked at and smaller
    /// so; `nil`: a new learner.
    var base: [UInt8]?

    init(learner: String, state: PracticeState) {
        self.learner = learner
        self.state = state
    }

    /// Seconds since 1970 of the latest answer that stands: the time of events without one. 0 before any.
    public var clock: Double { window.clock }
    /// Number of answers that can be corrected.
    public var answers: Int { window.answers.count }
    /// Whether older answers can no longer be told apart.
    public var hasBase: Bool { base != nil }
}
