/// Columns that stand twice.
extension ScoreSheet {
    /// Which of some columns of scores to read: of those with one name the first if all have the same contents, else none;
    /// and none without a name.
    ///
    /// - Parameters:
    ///   - columns: where each is and what it is known by.
    ///   - companions: further columns that belong to one, such as that of its points possible.
    mutating func distinct(
        _ columns: [(position: Int, name: String)], companions: [Int: [Int?]] = [:]
    ) -> Set<Int> {
        var kept: Set<Int> = []
        var folded: [String: Int] = [:]
        let named = Dictionary(grouping: columns, by: \.name).compactMapValues { alike -> (first: Int, isSame: Bool)? in
            guard let first = alike.first?.position else { return nil }
            let own = [first] + (companions[first] ?? [])
            let isSame = alike.dropFirst().allSatisfy { other in
                let others = [other.position] + (companions[other.position] ?? [])
                return own.count == others.count
                    && zip(own, others).allSatisfy { one, another in
                        rows.allSatisfy { text($0, one) == text($0, another) }
                    }
            }
            return (first, isSame)
        }
        for (position, name) in columns {
            guard !name.isEmpty else {
                note(
                    .unnamedItem, header: position, "does not say what was scored, so it is not read",
                    remedy: "name it, and read the file again")
                continue
            }
            guard let (first, isSame) = named[name] else { continue }
            if position == first {
                if isSame { kept.insert(position) }
                if let like = folded[name.lowercased()] {
                    note(
                        .similarColumns, header: position,
                        "differs from column \(like + 1) in upper and lower case only; both are read as items of their own",
                        remedy: "rename one of them if they are one item")
                } else {
                    folded[name.lowercased()] = position
                }
            } else if isSame {
                note(
                    .duplicateColumn, header: position,
                    "repeats column \(first + 1) in every row, so it is read once",
                    remedy: "nothing to do", severity: .note)
            } else {
                note(
                    .duplicateColumn, header: position,
                    "has the name of column \(first + 1) and not the same contents, so none of that name is read",
                    remedy: "rename one of them, or delete the one that is wrong")
            }
        }
        return kept
    }
}
