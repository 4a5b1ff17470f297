/// The gradebook of Moodle: profile columns, then `Quiz: Week 1 (Real)` for each display that was chosen,
/// `(Percentage)` and `(Letter)` among them, `(Feedback)`, totals of categories and of the course, and when it was
/// downloaded.
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
            "Headers in English, German, French, Spanish, Portuguese, Italian and Dutch.",
        ],
        layout: layout
    ) { preview in
        let displays = preview.header.contains { parts($0) != nil }
        let isMoodle = displays || preview.header.contains { MoodleWords.downloaded.contains($0) }
        func has(_ names: [String]) -> Bool { names.contains { preview.has($0) } }
        guard has(MoodleWords.lastName) || has(MoodleWords.firstName) else {
            return isMoodle && has(MoodleWords.email + MoodleWords.idNumber + MoodleWords.username) ? 0.9 : 0
        }
        return isMoodle ? 0.9 : has(MoodleWords.lastName) && has(MoodleWords.email) ? 0.6 : 0
    }

    static func layout(
        _ table: CSVTable, _ decimal: DecimalMark?, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        guard let (row, headers) = table.header else { return nil }
        guard
            let identity = GradebookIdentity(
                headers, lastName: MoodleWords.lastName, firstName: MoodleWords.firstName,
                ids: MoodleWords.idNumber + MoodleWords.email + MoodleWords.username, others: MoodleWords.profile)
        else { return nil }
        // The displays of each item.
        var displayed: [String: Set<MoodleWords.Display>] = [:]
        for header in headers.dropFirst(identity.firstGrade) {
            if let (title, display) = parts(header) { displayed[title, default: []].insert(display) }
        }
        return GradebookLayout(table, identity, headers: headers, decimal: decimal, &findings) { column, findings in
            settle(&column, displayed, line: row.line, &findings)
        }
    }

    /// A header as the item's name and its display; `nil` without a display.
    private static func parts(_ header: String) -> (title: String, display: MoodleWords.Display)? {
        guard let (before, inside) = BracketedNumber.last(header, "(", ")"),
            let display = MoodleWords.displays[inside.lowercased()]
        else { return nil }
        return (before, display)
    }

    private static func settle(
        _ column: inout GradebookColumn, _ displayed: [String: Set<MoodleWords.Display>], line: Int,
        _ findings: inout FindingCollector
    ) {
        let parts = parts(column.header)
        let title = parts?.title ?? column.header
        column.title = title
        if MoodleWords.downloaded.contains(title.lowercased()) || parts?.display == .feedback {
            column.role = .custom
            return
        }
        if MoodleWords.isTotal(title) {
            column.role = .total
            return
        }
        let all = displayed[title] ?? []
        if let display = parts?.display, let best = MoodleWords.Display.allCases.first(where: { all.contains($0) }),
            best != display
        {
            column.role = .custom
            findings.add(
                .ignoredColumn, .note, line: line, column: column.position + 1, header: column.header,
                "another display of \"\(title)\", which is read as \(best)", remedy: "nothing to do")
            return
        }
        column.role = .assignment
        // The same item whatever is displayed.
        column.number = parts == nil ? nil : title
    }
}
