internal import Syncopate

/// What an event of the wire comes to.
struct EventMeaning {
    /// The member of an event that decides where in the learner's past it stands.
    enum Placing: String {
        case retract
        case supersedes
        case at

        var path: String { "/\(rawValue)" }
    }

    /// An answer, or a correction of one; `nil`: nothing that says something of mastery.
    var evidence: PracticeEvent?
    /// What the host says of a decision; `nil`: nothing.
    var word: DecisionWord?
    var placing: Placing
}
