internal import Syncopate

/// What a word in the column of statuses says: ours, or one that others use.
enum StatusWord {
    /// Nothing.
    case none
    /// One of ours, or another word that means the same beyond doubt.
    case known(Status)
    /// A word for how far work has come, which a score beside it overtakes.
    case weak(Status)
    /// A word that is not known here.
    case foreign

    init(_ word: String) {
        guard !word.isEmpty else {
            self = .none
            return
        }
        let normal = String(word.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
        if let status = Status(word: normal) ?? Self.synonyms[normal] {
            self = .known(status)
        } else if let status = Self.stages[normal] {
            self = .weak(status)
        } else {
            self = .foreign
        }
    }

    private static let synonyms: [String: Status] = [
        "graded": .scored, "marked": .scored, "correct": .scored, "incorrect": .scored, "right": .scored,
        "wrong": .scored, "absent": .missing, "not_submitted": .missing, "exempt": .excused, "exempted": .excused,
    ]

    /// Words of Canvas, Google Classroom and Moodle among others.
    private static let stages: [String: Status] = [
        "submitted": .notYetGraded, "turned_in": .notYetGraded, "pending": .notYetGraded,
        "pending_review": .notYetGraded, "ungraded": .notYetGraded, "needs_grading": .notYetGraded,
        "started": .inProgress, "draft": .inProgress, "unsubmitted": .missing, "unassigned": .notAssigned,
    ]
}
