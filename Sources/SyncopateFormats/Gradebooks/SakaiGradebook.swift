internal import Syncopate

/// The gradebook of Sakai: headers `Essay [10.0]`, comments in columns of their own whose header begins with `*`.
enum SakaiGradebook {
    static let entry = FormatEntry(
        gradebook: .sakaiGradebook, "a Sakai gradebook", "Sakai grade export: a learner a row",
        example: "Student ID,Student Name,Essay [10.0],* Essay",
        quirks: ["Comments (*) are not read.", "null and blank say nothing.", "No skills and no times."],
        layout: layout
    ) { preview in
        preview.has("student id") && preview.header.contains { points($0) != nil } ? 0.9 : 0
    }

    /// A header such as `Essay [10.0]` as title and points possible.
    private static func points(_ header: String) -> (title: String, maximum: Double)? {
        guard let (before, inside) = BracketedNumber.last(header, "[", "]"),
            let maximum = BracketedNumber.leading(inside)
        else { return nil }
        return (before, maximum)
    }

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
        guard let (title, maximum) = points(column.header) else { return }
        column.title = title
        column.number = title
        column.maximum = maximum
    }
}
