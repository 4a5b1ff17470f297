internal import Syncopate

/// The gradebook of Sakai: headers `Essay [10.0]`, comments in columns of their own whose header begins with `*`, and
/// with `#` what Sakai does not take back.
///
/// The id and the name stand first, in the language of whoever exported it. Numbers have marks between thousands and
/// at most two digits after the decimal mark (Sakai, `FormatHelper`): three after a mark are thousands.
enum SakaiGradebook {
    static let entry = FormatEntry(
        gradebook: .sakaiGradebook, "a Sakai gradebook", "Sakai grade export: a learner a row",
        example: "Student ID,Student Name,Essay [10.0],* Essay",
        quirks: [
            "Comments (*), columns that begin with # or $, totals and course grades are not read.",
            "Three digits after a mark are thousands: [1,500] is 1500.",
            "null and blank say nothing.", "No skills and no times.",
        ],
        layout: layout
    ) { preview in
        guard preview.header.contains(where: { possible($0) != nil }) else { return 0 }
        if ids.contains(where: { preview.has($0) }) { return 0.9 }
        return hasComments(preview.header) || names.contains { preview.has($0) && $0.contains(" ") } ? 0.8 : 0
    }

    /// Headers of ids and names, lower case, in English, Spanish and French.
    private static let ids = [
        "student id", "# student id", "id estudiante", "id de estudiante", "identifiant de l'étudiant",
        "identifiant de l’étudiant",
    ]
    private static let names = [
        "student name", "name", "nombre", "nombre de estudiante", "nombre del estudiante", "nom de l'étudiant",
        "nom de l’étudiant",
    ]
    private static let totals = [
        "total points", "course grade", "calculated grade", "grade override", "last log date",
    ]

    /// An item's title and points possible; `nil` for any other header.
    private static func possible(_ header: String) -> (title: String, number: NumericCell)? {
        guard !header.hasPrefix("*"), !header.hasPrefix("#"),
            let (before, inside) = BracketedNumber.last(header, "[", "]"),
            let (number, rest) = BracketedNumber.leading(inside), rest.isEmpty
        else { return nil }
        return (before, number)
    }

    /// Whether an item has a column of comments, which no other system names so.
    private static func hasComments(_ headers: [String]) -> Bool {
        let all = Set(headers)
        return headers.contains { header in possible(header).map { all.contains("* " + $0.title) } ?? false }
    }

    static func layout(
        _ table: CSVTable, _ decimal: DecimalMark?, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        guard let (row, headers) = table.header else { return nil }
        var (names, ids) = (names, ids)
        if hasComments(headers) {
            // Whatever they are called, the id and the name come before everything else.
            let first = headers.prefix { possible($0) == nil && !$0.hasPrefix("#") && !$0.hasPrefix("*") }
                .map { $0.lowercased() }
            let isKnown = first.contains { names.contains($0) || ids.contains($0) }
            if !isKnown, first.count == 2 { (ids, names) = ([first[0]], [first[1]]) }
        }
        guard
            let identity = GradebookIdentity(
                headers, lastName: names, ids: ids, section: ["sections", "section"],
                others: ["student number"])
        else { return nil }
        var layout = GradebookLayout(
            table, identity, headers: headers, decimal: decimal, thousands: .always, &findings
        ) { column, findings in
            settle(&column)
            guard column.role != .assignment, !column.header.hasPrefix("*") else { return }
            findings.add(
                .ignoredColumn, line: row.line, column: column.position + 1, header: column.header,
                "a total, or what Sakai exports only to be looked at, so not read", remedy: "nothing to do")
        }
        layout.blankWords = [("null", .unknownBlank)]
        return layout
    }

    private static func settle(_ column: inout GradebookColumn) {
        var lower = column.header.lowercased()
        // Titles of items begin with none of these, so Sakai sees to it.
        if lower.hasPrefix("*") || lower.hasPrefix("#") {
            column.role = .custom
            return
        }
        column.role = .assignment
        guard let (title, number) = possible(column.header) else {
            if lower.hasPrefix("$") { lower.removeFirst() }
            if totals.contains(lower) || lower.hasPrefix("calculated grade") { column.role = .total }
            return
        }
        column.title = title
        column.number = title
        column.maximumNumber = number
    }
}
