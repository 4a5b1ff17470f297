/// Columns that stand twice.
extension ScoreSheet {
    /// Which of some columns of scores to read: of two with the same name and contents the first, of two that differ
    /// neither.
    ///
    /// - Parameter columns: where each is and what it is known by.
    mutating func distinct(_ columns: [(position: Int, name: String)]) -> Set<Int> {
        var kept: Set<Int> = []
        var first: [String: Int] = [:]
        var folded: [String: Int] = [:]
        for (position, name) in columns {
            guard let earlier = first[name] else {
                first[name] = position
                kept.insert(position)
                if let like = folded[name.lowercased()] {
                    note(
                        .similarColumns, header: position,
                        "differs from column \(like + 1) in upper and lower case only; both are read as items of their own",
                        remedy: "rename one of them if they are one item")
                } else {
                    folded[name.lowercased()] = position
                }
                continue
            }
            if rows.allSatisfy({ text($0, earlier) == text($0, position) }) {
                note(
                    .duplicateColumn, header: position,
                    "repeats column \(earlier + 1) in every row, so it is read once",
                    remedy: "nothing to do", severity: .note)
            } else {
                kept.remove(earlier)
                note(
                    .duplicateColumn, header: position,
                    "has the name of column \(earlier + 1) and other contents, so neither is read",
                    remedy: "rename one of them, or delete the one that is wrong")
            }
        }
        return kept
    }
}
