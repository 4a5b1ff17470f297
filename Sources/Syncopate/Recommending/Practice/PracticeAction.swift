/// What a practice recommendation is for.
public enum PracticeAction: String, Sendable, Hashable, CaseIterable {
    /// To learn what is not mastered yet.
    case learn
    /// To show that what is nearly certain is mastered.
    case confirm
    /// To keep what would otherwise be forgotten.
    case review
    /// To find out how far the learner is.
    case measure
    /// A teacher put it first.
    case pinned

    /// The words a teacher reads.
    public var words: String {
        switch self {
        case .learn: "learn"
        case .confirm: "confirm"
        case .review: "review"
        case .measure: "find out"
        case .pinned: "set by the teacher"
        }
    }
}
