/// One fact behind a practice recommendation that a teacher can check.
///
/// Skills and items are positions in the catalogue. The code is stable; the sentence may be reworded.
public enum PracticeReason: Sendable, Hashable {
    /// A teacher put it first.
    case pinned
    /// Nothing else may be given: it would be withheld for this reason otherwise.
    case nothingElse(Withheld)
    /// Not mastered yet: the probability of having the skill, and the attempts until it is known and shown to be.
    case toLearn(skill: Int, known: Double, attempts: Double)
    /// Nearly certain to be mastered: little is missing to show it.
    case toConfirm(skill: Int, known: Double)
    /// What builds on it and is still to be mastered.
    case unlocks(skills: [Int])
    /// To be remembered, and the probability that it is recalled now.
    case toKeep(skill: Int, recall: Double)
    /// To be remembered, and not practised yet.
    case toBegin(skill: Int)
    /// What it builds on and the learner may not have: counted against it.
    case missing(skill: Int, known: Double)
    /// Practice on the skill may not be working: somebody should look before more of it.
    case notWorking(skill: Int)
    /// The answer would tell how far the learner is.
    case tells
    /// It was given lately: counted against it.
    case givenLately
    /// It takes this many times as long as a usual item: counted for or against it.
    case length(times: Double)

    /// The stable word.
    public var code: String {
        switch self {
        case .pinned: "pinned"
        case .nothingElse: "nothing_else"
        case .toLearn: "to_learn"
        case .toConfirm: "to_confirm"
        case .unlocks: "unlocks"
        case .toKeep: "to_keep"
        case .toBegin: "to_begin"
        case .missing: "missing"
        case .notWorking: "not_working"
        case .tells: "tells"
        case .givenLately: "given_lately"
        case .length: "length"
        }
    }

    /// Whether it speaks for the item rather than against it.
    public var isFor: Bool {
        switch self {
        case .missing, .notWorking, .givenLately: false
        case .length(let times): times < 1
        default: true
        }
    }
}
