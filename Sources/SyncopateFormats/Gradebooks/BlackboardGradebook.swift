internal import Syncopate

/// The gradebook of Blackboard Learn: tab or comma separated, UTF-16 or UTF-8, often named .xls; headers are
/// `Quiz 3 [Total Pts: 10 Score] |664617`, of calculated columns `Total [Total Pts: up to 90 Score] |664600`.
enum BlackboardGradebook {
    static let entry = FormatEntry(
        gradebook: .blackboardGradebook, "a Blackboard gradebook", "Blackboard grade centre export: a learner a row",
        example: "Last Name\tFirst Name\tUsername\tQuiz 3 [Total Pts: 10] |664617",
        quirks: [
            "Tabs or commas, UTF-8 or UTF-16, often named .xls; in English or Spanish.",
            "Needs Grading and In Progress are kept apart from blanks; calculated columns (up to), text and comments are not read.",
            "Numbers on a scale of the school's own are withheld, unless --scale has them.",
            "No skills and no times.",
        ],
        layout: layout
    ) { preview in
        if BlackboardHeader.labels.contains(where: { preview.mentions("[" + $0) }) { return 0.95 }
        func has(_ names: [String]) -> Bool { names.contains { preview.has($0) } }
        return has(lastName) && has(firstName) && has(usernames) && preview.mentions("|") ? 0.95 : 0
    }

    private static let lastName = ["last name", "apellidos"]
    private static let firstName = ["first name", "nombre"]
    private static let usernames = ["username", "nombre de usuario"]

    static func layout(
        _ table: CSVTable, _ decimal: DecimalMark?, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        guard let (row, headers) = table.header else { return nil }
        guard
            let identity = GradebookIdentity(
                headers, lastName: lastName, firstName: firstName,
                ids: usernames + ["student id", "id de estudiante", "id del estudiante"],
                section: ["child course id"],
                others: ["last access", "availability", "último acceso", "disponibilidad"])
        else { return nil }
        let hasGrades = headers.contains { BlackboardHeader($0).isGrade }
        var layout = GradebookLayout(table, identity, headers: headers, decimal: decimal, &findings) {
            column, findings in
            guard let remark = settle(&column, hasGrades: hasGrades) else { return }
            findings.add(
                .ignoredColumn, line: row.line, column: column.position + 1, header: column.header, remark,
                remedy: "nothing to do")
        }
        // "Student preview" makes an account of its own.
        layout.leaveOutTestStudents(table, &findings) { $0.lowercased().hasSuffix("_previewuser") }
        layout.blankWords = [
            ("needs grading", .notYetGraded), ("in progress", .inProgress), ("exempt", .excused),
            ("null", .unknownBlank),
        ]
        return layout
    }

    /// Says what a column is.
    ///
    /// - Returns: why it is left out, where that is no matter of course.
    private static func settle(_ column: inout GradebookColumn, hasGrades: Bool) -> String? {
        let header = BlackboardHeader(column.header)
        guard header.isGrade || !hasGrades else {
            column.role = .custom
            return "no grade: it has neither points nor a number, as grades here do"
        }
        column.role = .assignment
        column.title = header.title
        if !header.number.isEmpty { column.number = header.number }
        switch header.points {
        case nil: break
        case .calculated: column.role = .total
        case .possible(_, .text):
            column.role = .custom
            return "displayed as text, which is no grade"
        case .possible(_, .percentage): column.maximum = 100
        case .possible(let number, .scale(let name)):
            column.maximumNumber = number
            column.scaleName = name
        case .possible(let number, _): column.maximumNumber = number
        }
        return nil
    }
}
