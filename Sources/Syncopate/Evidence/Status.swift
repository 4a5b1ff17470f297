/// What a cell of a gradebook says. Only `scored` is a score; the other seven are different kinds of blank.
public enum Status: UInt8, Sendable, Hashable, CaseIterable {
    /// There is a score, zero included.
    case scored
    /// The learner was let off: no evidence of anything.
    case excused
    /// Work was due and did not come: evidence about independence, none about mastery.
    case missing
    /// The learner was never given the item.
    case notAssigned
    /// Begun and not handed in.
    case inProgress
    /// Handed in and waiting for a grade.
    case notYetGraded
    /// A score exists and the file withholds it.
    case hidden
    /// Empty, and the file does not say why.
    case unknownBlank

    /// The word used on the command line, in tidy files and on the wire.
    public var word: String {
        switch self {
        case .scored: "scored"
        case .excused: "excused"
        case .missing: "missing"
        case .notAssigned: "not_assigned"
        case .inProgress: "in_progress"
        case .notYetGraded: "not_yet_graded"
        case .hidden: "hidden"
        case .unknownBlank: "unknown_blank"
        }
    }

    /// The status a word stands for, or `nil`. The inverse of `word`.
    public init?(word: String) {
        guard let match = Status.allCases.first(where: { $0.word == word }) else { return nil }
        self = match
    }
}
