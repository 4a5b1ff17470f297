public import Syncopate

/// What the last of several exports of a course changed, in words.
public enum ExportWords {
    /// One sentence, such as "3 exports read as one course; the last brings 28 new scores and 1 new column."
    public static func sentence(_ changes: ExportChanges) -> String {
        let parts = [
            counted(changes.newScores, "new score", "new scores"),
            counted(changes.changedScores, "changed score", "changed scores"),
            counted(changes.newColumns, "new column", "new columns"),
            counted(changes.newLearners, "new learner", "new learners"),
        ].compactMap(\.self)
        let gone = [
            counted(changes.withdrawnScores, "score was taken back", "scores were taken back"),
            counted(
                changes.closedColumns, "column is gone (its scores still count)",
                "columns are gone (their scores still count)"),
            counted(changes.leftLearners, "learner has left", "learners have left"),
        ].compactMap(\.self)
        let brings = parts.isEmpty ? "nothing new" : list(parts)
        return "\(changes.exports) exports of one course, in the order given: the last brings \(brings)"
            + (gone.isEmpty ? "." : "; \(list(gone)).")
    }

    private static func counted(_ number: Int, _ one: String, _ many: String) -> String? {
        number > 0 ? "\(number) \(number == 1 ? one : many)" : nil
    }

    private static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }
}
