internal import Syncopate

/// A skill map as a matrix: an item a row, a skill a column, 1 where the item exercises the skill and else 0 or nothing
/// (the Q-matrix of Tatsuoka 1983).
struct SkillMatrix {
    /// The cells that hold a 1.
    private(set) var entries: [SkillMap.Entry] = []
    /// The header's physical line.
    let line: Int

    /// `nil` where a table is none: its first column has no items, or another holds something else than 0 and 1.
    ///
    /// - Parameter others: headers, lower case, of other tables about items, whose columns are no skills.
    init?(_ table: CSVTable, others: Set<String>) {
        guard let header = table.header, header.texts.count > 1 else { return nil }
        let first = header.texts[0]
        // Where R or Python wrote names of rows, nothing stands above them.
        let isItem = first.isEmpty || TidyAliases([first]).found.contains(.item)
        let skills = header.texts.dropFirst()
        guard isItem, Set(skills).count == skills.count,
            skills.allSatisfy({ !$0.isEmpty && !others.contains($0.lowercased()) && TidyField(header: $0) == nil })
        else { return nil }
        line = header.row.line
        for row in table.rows.dropFirst() {
            let item = table.unguardedText(table.cell(row, 0))
            guard !item.isEmpty, row.count <= header.texts.count else { return nil }
            for (position, skill) in zip(1..., skills) {
                let range = table.trimmed(table.cell(row, position))
                if range.isEmpty { continue }
                guard let number = NumericCell(table.bytes, range), number.withPoint == 0 || number.withPoint == 1
                else {
                    return nil
                }
                guard number.withPoint == 1 else { continue }
                entries.append(SkillMap.Entry(item: item, skill: SkillWeight(skill: skill), line: row.line))
            }
        }
        if entries.isEmpty { return nil }
    }
}
