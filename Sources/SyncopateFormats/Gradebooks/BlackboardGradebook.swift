internal import Syncopate

/// The gradebook of Blackboard Learn: tab or comma separated, UTF-16 or UTF-8, often named .xls; headers are
/// `Quiz 3 [Total Pts: 10 Score] |664617`, of calculated columns `Total [Total Pts: up to 90 Score] |664600`.
enum BlackboardGradebook {
    static let entry = FormatEntry(
        gradebook: .blackboardGradebook, "a Blackboard gradebook", "Blackboard grade centre export: a learner a row",
        example: "Last Name\tFirst Name\tUsername\tQuiz 3 [Total Pts: 10] |664617",
        quirks: [
            "Tabs or commas, UTF-8 or UTF-16, often named .xls.",
            "Needs Grading and In Progress are kept apart from blanks; calculated columns (up to) are not read.",
            "No skills and no times.",
        ],
        layout: layout
    ) {
        $0.mentions("[total pts:") || ($0.hasAll("last name", "first name", "username") && $0.mentions("|")) ? 0.95 : 0
    }

    static func layout(
        _ table: CSVTable, _ decimal: DecimalMark?, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        guard let (_, headers) = table.header else { return nil }
        guard
            let identity = GradebookIdentity(
                headers, lastName: ["last name"], firstName: ["first name"], ids: ["username", "student id"],
                section: ["child course id"], others: ["last access", "availability"])
        else { return nil }
        var layout = GradebookLayout(table, identity, headers: headers, decimal: decimal, &findings) { column, _ in
            settle(&column)
        }
        layout.blankWords = [
            ("needs grading", .notYetGraded), ("in progress", .inProgress), ("exempt", .excused),
            ("null", .unknownBlank),
        ]
        return layout
    }

    private static func settle(_ column: inout GradebookColumn) {
        var title = column.header
        if let bar = title.lastIndex(of: "|") {
            let number = title[title.index(after: bar)...]
            if !number.isEmpty, number.utf8.allSatisfy(\.isDigit) {
                column.number = String(number)
                title = String(title[..<bar])
                while title.hasSuffix(" ") { title.removeLast() }
            }
        }
        column.role = .assignment
        if let (before, inside) = BracketedNumber.last(title, "[", "]"), inside.lowercased().hasPrefix("total pts:") {
            title = before
            let points = inside.dropFirst("total pts:".count).drop { $0 == " " }
            // "up to" is what a calculated column may come to.
            if points.lowercased().hasPrefix("up to") {
                column.role = .total
            } else {
                column.maximum = BracketedNumber.leading(points)
                if points.lowercased().contains("percentage") { column.maximum = 100 }
            }
        }
        column.title = title
    }
}
