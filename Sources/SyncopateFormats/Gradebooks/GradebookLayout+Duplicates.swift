extension GradebookLayout {
    /// Two columns for one assignment are one if they say the same and neither if they do not.
    mutating func settleDuplicates(_ table: CSVTable, _ findings: inout FindingCollector) {
        let line = table.rows[headerRow].line
        var first: [String: Int] = [:]
        var folded: [String: Int] = [:]
        for position in columns.indices where columns[position].role == .assignment {
            let header = columns[position].header
            guard let earlier = first[columns[position].itemID] else {
                first[columns[position].itemID] = position
                let key = header.lowercased()
                if let like = folded[key] {
                    findings.add(
                        .similarColumns, line: line, column: position + 1, header: header,
                        "differs from column \(like + 1) in upper and lower case only; both are read as items of their own",
                        remedy: "rename one of them if they are one item")
                } else {
                    folded[key] = position
                }
                continue
            }
            let isSame =
                columns[earlier].role == .assignment && columns[earlier].maximumText == columns[position].maximumText
                && learnerRows.allSatisfy {
                    table.text(table.cell(table.rows[$0], earlier)) == table.text(table.cell(table.rows[$0], position))
                }
            columns[position].role = .conflicting
            if isSame {
                findings.add(
                    .duplicateColumn, .note, line: line, column: position + 1, header: header,
                    "repeats column \(earlier + 1) in every row, so it is read once", remedy: "nothing to do")
            } else {
                columns[earlier].role = .conflicting
                findings.add(
                    .duplicateColumn, line: line, column: position + 1, header: header,
                    "has the name of column \(earlier + 1) and other contents, so neither is read",
                    remedy: "rename one of them, or delete the one that is wrong")
            }
        }
    }
}
