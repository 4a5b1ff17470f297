/// The layout of a gradebook exported by Canvas, or of a table made after it.
extension GradebookLayout {
    /// Rows looked at for a header before giving up.
    static let headerSearch = 10

    /// The header row and what it says about identity, or `nil` if the table has no gradebook's header.
    static func findHeader(_ table: CSVTable) -> (row: Int, identity: GradebookIdentity, headers: [String])? {
        for (position, row) in table.rows.prefix(headerSearch).enumerated() {
            let headers = (0..<row.count).map { table.text(table.cell(row, $0)) }
            guard let identity = GradebookIdentity(canvas: headers) else { continue }
            if identity.isCertain || identity.idPosition != nil
                || looksLikeGradebook(table, position, identity, headers)
            {
                return (position, identity, headers)
            }
        }
        return nil
    }

    /// Without an id column: assignments with numbers, totals, or a row of points possible must speak for it.
    private static func looksLikeGradebook(
        _ table: CSVTable, _ header: Int, _ identity: GradebookIdentity, _ headers: [String]
    ) -> Bool {
        if headers.dropFirst(identity.firstGrade).contains(where: {
            CanvasTotals.match($0, periodIsID: true) == .course
        }) {
            return true
        }
        return table.rows.dropFirst(header + 1).prefix(20).contains { row in
            if case .maximums = CanvasSpecialRow(row, in: table, identity: identity) { true } else { false }
        }
    }

    init?(canvas table: CSVTable, decimal: DecimalMark?, _ findings: inout FindingCollector) {
        guard let (headerRow, identity, headers) = Self.findHeader(table) else { return nil }
        self.init(headerRow: headerRow, identity: identity, headers: headers, decimal: decimal)
        maximumRemedy = "fill in the Points Possible row, or read with --max"
        noteTitle(line: table.rows[headerRow].line, &findings)
        sortRows(table, &findings)
        leaveOutSummaries(table, &findings)
        surveyCells(table)
        if let maximumRow { surveyMaximums(table.rows[maximumRow], table) }
        settleMark()
        assignRoles(table, &findings)
        settleDuplicates(table, &findings)
    }

    /// Sets learners' rows apart from the others, wherever those stand.
    private mutating func sortRows(_ table: CSVTable, _ findings: inout FindingCollector) {
        for position in (headerRow + 1)..<max(table.rows.count, headerRow + 1) {
            let row = table.rows[position]
            switch CanvasSpecialRow(row, in: table, identity: identity) {
            case nil: learnerRows.append(position)
            case .posting: readPosting(row, table)
            case .maximums:
                if maximumRow == nil { maximumRow = position } else { noteFurtherMaximums(row, table, &findings) }
            }
        }
    }

    /// Canvas writes more than "Manual Posting" where it hides the scores, and then `N/A` in every cell.
    private mutating func readPosting(_ row: CSVRow, _ table: CSVTable) {
        for position in columns.indices {
            let text = table.text(table.cell(row, position)).lowercased()
            columns[position].isWithheld = text.contains("manual posting") && text != "manual posting"
        }
    }

    private mutating func surveyMaximums(_ row: CSVRow, _ table: CSVTable) {
        for column in columns.indices {
            let cell = table.cell(row, column)
            let text = table.text(cell)
            columns[column].maximumText = MissingWord.isOne(text) ? "" : text
            if case .number(let number) = ScoreCell(table, cell), column >= identity.firstGrade {
                columns[column].decimals.observe(number)
            }
        }
    }
}
