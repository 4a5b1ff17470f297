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
            "Totals of categories and of the course are left out, and so are columns without a display where others have one.",
            "No skills and no times; - says nothing.",
            "Headers in English, German, French, Spanish, Portuguese, Italian, Dutch, Catalan, Galician, Swedish, Romanian, "
                + "Russian, Ukrainian, Greek, Turkish, Lithuanian, Basque, Japanese, Korean and Chinese.",
        ],
        layout: layout
    ) { preview in
        guard let language = MoodleLanguage(of: preview.header) else { return 0 }
        let isMoodle = preview.header.contains { language.parts($0) != nil || language.downloaded.contains($0) }
        func has(_ names: [String]) -> Bool { names.contains { preview.has($0) } }
        guard has(language.lastName) || has(language.firstName) else {
            return isMoodle && has(language.email + language.idNumber + language.username) ? 0.9 : 0
        }
        return isMoodle ? 0.9 : has(language.lastName) && has(language.email) ? 0.6 : 0
    }

    static func layout(
        _ table: CSVTable, _ decimal: DecimalMark?, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        guard let (row, headers) = table.header, let language = MoodleLanguage(of: headers),
            let identity = GradebookIdentity(
                headers, lastName: language.lastName, firstName: language.firstName,
                ids: language.idNumber + language.email + language.username, others: language.profile)
        else { return nil }
        // The displays of each item.
        var displayed: [String: Set<MoodleLanguage.Display>] = [:]
        for header in headers.dropFirst(identity.firstGrade) {
            if let (title, display) = language.parts(header) { displayed[title, default: []].insert(display) }
        }
        let hasDisplays = displayed.values.contains { $0 != [.feedback] }
        // Moodle writes numbers without marks between thousands.
        return GradebookLayout(
            table, identity, headers: headers, decimal: decimal, thousands: .never, &findings
        ) { column, findings in
            guard let remark = settle(&column, displayed, hasDisplays: hasDisplays, language) else { return }
            findings.add(
                .ignoredColumn, .note, line: row.line, column: column.position + 1, header: column.header,
                remark.message,
                remedy: remark.remedy)
        }
    }

    /// Says what a column is.
    ///
    /// - Returns: why it is left out, where that is no matter of course.
    private static func settle(
        _ column: inout GradebookColumn, _ displayed: [String: Set<MoodleLanguage.Display>], hasDisplays: Bool,
        _ language: MoodleLanguage
    ) -> (message: String, remedy: String)? {
        let parts = language.parts(column.header)
        let title = parts?.title ?? column.header
        column.title = title
        if language.downloaded.contains(title.lowercased()) || parts?.display == .feedback {
            column.role = .custom
            return nil
        }
        if parts == nil, hasDisplays {
            column.role = .custom
            return (
                "no grade: grades have in brackets how they are displayed, as other columns here do",
                "export it with the others if it is one"
            )
        }
        let all = displayed[title] ?? []
        let best = MoodleLanguage.Display.allCases.first { all.contains($0) }
        if language.isTotal(title) {
            column.role = .total
            // Once, however many displays it has.
            guard parts?.display == best else { return nil }
            return ("a total, by its name, so not read", "rename it and export again if it is work of its own")
        }
        if let display = parts?.display, let best, best != display {
            column.role = .custom
            return ("another display of \"\(title)\", which is read as \(best)", "nothing to do")
        }
        column.role = .assignment
        // The same item whatever is displayed.
        column.number = parts == nil ? nil : title
        return nil
    }
}
