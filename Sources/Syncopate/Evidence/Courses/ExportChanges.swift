/// What the last export of a course says otherwise than the exports before it.
public struct ExportChanges: Sendable, Hashable {
    /// Exports there are of the course.
    public var exports = 0
    /// Cells that got a score.
    public var newScores = 0
    /// Cells with another score than before.
    public var changedScores = 0
    /// Cells whose score is gone.
    public var withdrawnScores = 0
    /// Columns that were not there before.
    public var newColumns = 0
    /// Columns that are there no more. Their scores are kept as evidence.
    public var closedColumns = 0
    /// Learners who were not there before.
    public var newLearners = 0
    /// Learners who are there no more, and are left out.
    public var leftLearners = 0

    public init() {}

    /// Cells with a score that was there before and is there no more, against those that are new: more of them gone than
    /// come says that the exports were given newest first.
    public var looksReversed: Bool { withdrawnScores + closedColumns > newScores + newColumns && withdrawnScores > 0 }
}
