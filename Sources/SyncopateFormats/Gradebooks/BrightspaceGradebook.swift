/// The gradebook of Brightspace (D2L): ids begin with `#`, headers end in
/// `Points Grade <Numeric MaxPoints:10 Weight:5 Category:Quizzes>`, the last column is "End-of-Line Indicator".
///
/// Calculated grades are totals, text grades words. Without `<…>` the points possible are not known.
enum BrightspaceGradebook {
    static let entry = FormatEntry(
        gradebook: .brightspaceGradebook, "a Brightspace gradebook", "Brightspace (D2L) grade export: a learner a row",
        example: "OrgDefinedId,Last Name,First Name,Essay Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator",
        quirks: [
            "The # before ids is taken off; calculated grades, subtotals and columns without a grade are not read.",
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
        let grades = Set(headers.dropFirst(identity.firstGrade).filter(isGrade).map { bare($0).title.lowercased() })
        return GradebookLayout(table, identity, headers: headers, decimal: decimal, &findings) { column, findings in
            guard let remark = settle(&column, grades) else { return }
            findings.add(
                .ignoredColumn, line: row.line, column: column.position + 1, header: column.header, remark.message,
                remedy: remark.remedy)
        }
    }

    /// What ends a header before its brackets, lower case: a number somebody got.
    private static let endings = [" points grade", " points", " numerator"]
    private static let weighted = " weighted grade"
    private static let totals = [
        "calculated final grade", "adjusted final grade", "final calculated grade", "final adjusted grade",
    ]

    /// A header without its brackets, and what stands in these.
    private static func bare(_ header: String) -> (title: String, inside: Substring) {
        guard let (before, inside) = BracketedNumber.last(header, "<", ">") else { return (header, "") }
        return (before, inside)
    }

    /// The number after a word such as `MaxPoints:` in the brackets.
    private static func number(_ word: String, _ inside: Substring) -> NumericCell? {
        guard let place = (" " + inside).firstRange(of: " " + word) else { return nil }
        return BracketedNumber.leading((" " + inside)[place.upperBound...])?.number
    }

    /// Whether a header says that its column is one of grades.
    private static func isGrade(_ header: String) -> Bool {
        if BracketedNumber.last(header, "<", ">") != nil { return true }
        let lower = header.lowercased()
        return lower.hasSuffix(" grade") || endings.contains { lower.hasSuffix($0) }
    }

    /// Whether a header, lower case, is that of a total: the course's, or a category's with the sum or what it is out of.
    private static func isTotal(_ lower: String) -> Bool {
        if totals.contains(where: { lower.hasPrefix($0) }) { return true }
        let title = BracketedNumber.last(lower, "<", ">")?.before ?? lower
        return ["subtotal", "subtotal numerator", "subtotal denominator"].contains { title.hasSuffix($0) }
    }

    /// Says what a column is.
    ///
    /// - Parameter grades: the titles of columns with grades, lower case, "Essay Points Grade" and the like.
    /// - Returns: why it is left out, where that is no matter of course.
    private static func settle(
        _ column: inout GradebookColumn, _ grades: Set<String>
    ) -> (message: String, remedy: String)? {
        let lower = column.header.lowercased()
        guard lower != "end-of-line indicator" else { return nil }
        if isTotal(lower) {
            column.role = .total
            return ("a total, by its name, so not read", "nothing to do")
        }
        var (title, inside) = bare(column.header)
        column.maximumNumber = number("MaxPoints:", inside)
        if title.lowercased().hasSuffix(" text grade") || title.lowercased().hasSuffix(" scheme symbol") {
            column.role = .custom
            return ("a grade in words, so not read", "export points too")
        }
        guard isGrade(column.header) || grades.isEmpty else {
            column.role = .custom
            return ("no grade: its header does not say so, as those of grades here do", "nothing to do")
        }
        // Points times what the item weighs: out of its weight, not of its points.
        if title.lowercased().hasSuffix(weighted) {
            title.removeLast(weighted.count)
            guard !grades.contains(title.lowercased() + " points grade") else {
                column.role = .custom
                return ("another display of \"\(title)\", which is read as points", "nothing to do")
            }
            column.maximumNumber = number("Weight:", inside)
        }
        for suffix in endings where title.lowercased().hasSuffix(suffix) {
            title.removeLast(suffix.count)
            break
        }
        column.role = .assignment
        column.title = title
        // What is in the brackets changes with the weights; the item is the same.
        column.number = title
        return nil
    }
}
