/// Why an item is not given now. These are never traded against value.
public enum Withheld: String, Sendable, Hashable, CaseIterable {
    /// A teacher banned it or its skill.
    case banned
    /// It measures something other than mastery.
    case noPractice = "no_practice"
    /// No goal of the learner needs it.
    case noGoal = "no_goal"
    /// An item it requires has not been done well.
    case requires
    /// What it exercises is mastered, and no review is due.
    case mastered
    /// Practice on its skill is not working.
    case stuck
    /// It would go over the day's minutes.
    case minutes
    /// It is too much like what came just before.
    case inARow = "in_a_row"
    /// Too large a share of learners was given it.
    case exposure
    /// A test gives every item once.
    case given

    /// The words a teacher reads, after "not given:".
    public var words: String {
        switch self {
        case .banned: "the teacher ruled it out"
        case .noPractice: "it does not measure mastery"
        case .noGoal: "no goal of this learner needs it"
        case .requires: "an item it requires has not been done well yet"
        case .mastered: "what it exercises is mastered and no review is due"
        case .stuck: "practice on its skill is not working; other help comes first"
        case .minutes: "it would go over the day's minutes"
        case .inARow: "too many like it came just before"
        case .exposure: "too large a share of learners was given it"
        case .given: "the learner has had it, and a test gives an item once"
        }
    }

    /// The same in few words, after a number of items: "6 ruled out by the teacher".
    public var brief: String {
        switch self {
        case .banned: "ruled out by the teacher"
        case .noPractice: "no measure of mastery"
        case .noGoal: "that no goal needs"
        case .requires: "waiting for an item that must be done well first"
        case .mastered: "on what is mastered, no review due"
        case .stuck: "on skills where practice is not working"
        case .minutes: "beyond the day's minutes"
        case .inARow: "too much like what came just before"
        case .exposure: "seen by too many learners"
        case .given: "had before, and a test gives an item once"
        }
    }
}
