/// One fact behind a seat in a live session that a teacher can check.
///
/// Skills are positions in the catalogue. The code is stable; the sentence may be reworded.
public enum MeetingReason: Sendable, Hashable {
    /// Practice alone leads nowhere, and nothing the skill builds on is in the way.
    case stuckAndReady(skill: Int, attempts: Double, probability: Double)
    /// Practice alone leads nowhere, and something may be in the way.
    case stuck(skill: Int, attempts: Double, probability: Double)
    /// Not had yet: the probability of having it.
    case toLearn(skill: Int, known: Double)
    /// All that it builds on is likely there: the probability.
    case ready(skill: Int, probability: Double)
    /// What builds on it and is still to be mastered.
    case unlocks(skills: [Int])
    /// Likely there already: counted against it.
    case known(skill: Int, probability: Double)
    /// What it builds on and the learner may not have: counted against it.
    case missing(skill: Int, known: Double)
    /// Own time likely gets there until learners next meet, as a share of what the session does: counted against it.
    case ownTime(share: Double)
    /// The learner was taught it live before.
    case taughtBefore(times: Int)

    /// The stable word.
    public var code: String {
        switch self {
        case .stuckAndReady: "stuck_and_ready"
        case .stuck: "stuck"
        case .toLearn: "to_learn"
        case .ready: "ready"
        case .unlocks: "unlocks"
        case .known: "known"
        case .missing: "missing"
        case .ownTime: "own_time"
        case .taughtBefore: "taught_before"
        }
    }

    /// Whether it speaks for the seat rather than against it.
    public var isFor: Bool {
        switch self {
        case .known, .missing, .ownTime, .taughtBefore: false
        default: true
        }
    }
}
