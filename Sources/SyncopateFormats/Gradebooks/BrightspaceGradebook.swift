/// The gradebook of Brightspace (D2L): ids begin with `#`, headers end in
/// `Points Grade <Numeric MaxPoints:10 Weight:5 Category:Quizzes>`, the last column is "End-of-Line Indicator".
///
/// Calculated grades are totals, text grades words. Without `<…>` the points possible are not known.
enum BrightspaceGradebook {
    static let entry = FormatEntry(
        gradebook: .brightspaceGradebook, "a Brightspace gradebook", "Brightspace (D2L) grade export: a learner a row",
        example: "OrgDefinedId,Last Name,First Name,Essay Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator",
        quirks: [
            "The # before ids is taken off; calculated grades are not read.",
            "Without <...> in a header its points possible are not known: use --max.",
            "No skills and no times; blank says nothing.",
        ],
        layout: layout
    ) { $0.has("end-of-line indicator") || $0.has("orgdefinedid") ? 1 : 0 }

    static func layout(
        _ table: CSVTable, _ decimal: DecimalMark?, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        guard let (row, headers) = table.header else { return nil }
        guard
            var identity = GradebookIdentity(
                headers, lastName: ["last name"], firstName: ["first name"],
                ids: ["orgdefinedid", "username", "email"],
                section: ["sections", "section"])
        else { return nil }
        identity.idPrefix = "#"
        return GradebookLayout(table, identity, headers: headers, decimal: decimal, &findings) { column, findings in
            settle(&column, line: row.line, &findings)
        }
    }

    private static func settle(_ column: inout GradebookColumn, line: Int, _ findings: inout FindingCollector) {
        let lower = column.header.lowercased()
        guard lower != "end-of-line indicator" else { return }
        let totals = [
            "calculated final grade", "adjusted final grade", "final calculated grade", "final adjusted grade",
        ]
        if totals.contains(where: { lower.hasPrefix($0) }) || lower.contains("subtotal") {
            column.role = .total
            return
        }
        var title = column.header
        if let (before, inside) = BracketedNumber.last(title, "<", ">") {
            title = before
            if let place = inside.firstRange(of: "MaxPoints:") {
                column.maximum = BracketedNumber.leading(inside[place.upperBound...])
            }
        }
        if title.lowercased().hasSuffix(" text grade") || title.lowercased().hasSuffix(" scheme symbol") {
            column.role = .custom
            findings.add(
                .ignoredColumn, line: line, column: column.position + 1, header: column.header,
                "a grade in words, so not read", remedy: "export points too")
            return
        }
        for suffix in [" points grade", " points", " numerator"] where title.lowercased().hasSuffix(suffix) {
            title.removeLast(suffix.count)
            break
        }
        column.role = .assignment
        column.title = title
        // What is in the brackets changes with the weights; the item is the same.
        column.number = title
    }
}
