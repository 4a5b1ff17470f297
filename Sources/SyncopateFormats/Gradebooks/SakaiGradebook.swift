internal import Syncopate

/// The gradebook of Sakai: headers `Essay [10.0]`, comments in columns of their own whose header begins with `*`.
enum SakaiGradebook {
    static let entry = FormatEntry(
        gradebook: .sakaiGradebook, "a Sakai gradebook", "Sakai grade export: a learner a row",
        example: "Student ID,Student Name,Essay [10.0],* Essay",
        quirks: ["Comments (*) are not read.", "null and blank say nothing.", "No skills and no times."],
        layout: layout
    ) { $0.has("student id") && $0.header.contains { $0.hasSuffix("]") && $0.contains("[") } ? 0.9 : 0 }

    static func layout(
        _ table: CSVTable, _ decimal: DecimalMark?, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        guard let (_, headers) = table.header else { return nil }
        guard
            let identity = GradebookIdentity(
                headers, lastName: ["student name", "name"], ids: ["student id", "# student id"],
                section: ["sections", "section"], others: ["student number"])
        else { return nil }
        var layout = GradebookLayout(table, identity, headers: headers, decimal: decimal, &findings) { column, _ in
            settle(&column)
        }
        layout.blankWords = [("null", .unknownBlank)]
        return layout
    }

    private static func settle(_ column: inout GradebookColumn) {
        let lower = column.header.lowercased()
        if column.header.hasPrefix("*") || column.header.hasPrefix("# ") {
            column.role = .custom
            return
        }
        if lower == "total points" || lower == "course grade" || lower.hasPrefix("calculated grade") {
            column.role = .total
            return
        }
        column.role = .assignment
        guard let (before, inside) = BracketedNumber.last(column.header, "[", "]"),
            let maximum = BracketedNumber.leading(inside)
        else { return }
        column.title = before
        column.number = before
        column.maximum = maximum
    }
}
