/// The gradebook of Moodle: profile columns, then `Quiz: Week 1 (Real)` for each display that was chosen, `(Percentage)` and
/// `(Letter)` among them, `(Feedback)`, totals of categories and of the course, and when it was downloaded.
///
/// Points possible are nowhere in it. Of an item with percentages these are read; points alone need `--max`.
enum MoodleGradebook {
    static let entry = FormatEntry(
        gradebook: .moodleGradebook, "a Moodle gradebook", "Moodle grade export: a learner a row, an activity a column",
        example: "First name,Last name,ID number,Email address,Quiz: Week 1 (Percentage)",
        quirks: [
            "Of an activity with several displays the percentages are read.",
            "Points possible are nowhere in it: of points alone nothing is known without --max.",
            "No skills and no times; - says nothing.",
        ],
        layout: layout
    ) {
        let isMoodle =
            $0.mentions("(real)") || $0.mentions("(percentage)") || $0.mentions("(letter)")
            || $0.has("last downloaded from this course")
        let hasProfile = $0.has("email address") && ($0.has("surname") || $0.has("last name"))
        return isMoodle ? 0.9 : hasProfile ? 0.6 : 0
    }

    /// How grades may be displayed, as English exports say it; the best first.
    private static let displays = ["percentage", "real", "letter"]

    static func layout(
        _ table: CSVTable, _ decimal: DecimalMark?, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        guard let row = table.rows.first else { return nil }
        let headers = (0..<row.count).map { table.text(table.cell(row, $0)) }
        guard
            let identity = GradebookIdentity(
                headers, lastName: ["surname", "last name"], firstName: ["first name"],
                ids: ["id number", "email address", "username"], others: ["institution", "department"])
        else { return nil }
        // The displays of each item.
        var displayed: [String: Set<String>] = [:]
        for header in headers.dropFirst(identity.firstGrade) {
            if let (title, display) = parts(header) { displayed[title, default: []].insert(display) }
        }
        return GradebookLayout(table, identity, headers: headers, decimal: decimal, &findings) { column, findings in
            settle(&column, displayed, line: row.line, &findings)
        }
    }

    /// A header as the item's name and its display; `nil` without a display.
    private static func parts(_ header: String) -> (title: String, display: String)? {
        guard let (before, inside) = BracketedNumber.last(header, "(", ")") else { return nil }
        let display = inside.lowercased()
        return displays.contains(display) || display == "feedback" ? (before, display) : nil
    }

    private static func settle(
        _ column: inout GradebookColumn, _ displayed: [String: Set<String>], line: Int,
        _ findings: inout FindingCollector
    ) {
        let (title, display) = parts(column.header) ?? (column.header, "")
        let lower = title.lowercased()
        column.title = title
        if lower == "last downloaded from this course" || display == "feedback" {
            column.role = .custom
            return
        }
        // Items of activities are named after their kind, "Quiz: …"; what ends in "total" and is not is a sum.
        if lower == "course total" || (lower.hasSuffix(" total") && !title.contains(": ")) {
            column.role = .total
            return
        }
        let all = displayed[title] ?? []
        if let best = displays.first(where: { all.contains($0) }), best != display, !display.isEmpty {
            column.role = .custom
            findings.add(
                .ignoredColumn, .note, line: line, column: column.position + 1, header: column.header,
                "another display of \"\(title)\", which is read as \(best)", remedy: "nothing to do")
            return
        }
        column.role = .assignment
        // The same item whatever is displayed.
        column.number = display.isEmpty ? nil : title
    }
}
