/// What a learner should do first, where the only evidence is a gradebook everybody was given.
public enum Action: String, Sendable, Hashable, CaseIterable {
    /// Past work that has no score.
    case makeUp = "make_up"
    /// Past work below the goal, worth correcting or retaking.
    case correct
    /// Work that nearly nobody has a score on yet.
    case prepare
    /// A topic that was once done well and is predicted to have faded.
    case review
    /// Nothing is open: harder work on a topic.
    case extend
    /// Nothing is open, and classmates need what this learner has.
    case helpPeer = "help_peer"

    /// The words a teacher reads.
    public var words: String {
        switch self {
        case .makeUp: "make up"
        case .correct: "correct or retake"
        case .prepare: "prepare"
        case .review: "review"
        case .extend: "extend"
        case .helpPeer: "help a peer"
        }
    }
}
