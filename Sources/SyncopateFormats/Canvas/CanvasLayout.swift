/// A gradebook's header understood: where it stands, who is where, what each column is.
struct CanvasLayout {
    /// Position of the header in ``CSVTable/rows``.
    var headerRow: Int
    var identity: CanvasIdentity
    var columns: [CanvasColumn]
    /// Position of the points possible row, if there is one.
    var maximumRow: Int?
    /// Rows that are learners', by position.
    var learnerRows: [Int] = []
    /// The decimal mark the caller stated.
    let statedMark: DecimalMark?

    /// Rows looked at for a header before giving up.
    static let headerSearch = 10

    /// The header row and what it says about identity, or `nil` if the table has no gradebook's header.
    static func findHeader(_ table: CSVTable) -> (row: Int, identity: CanvasIdentity, headers: [String])? {
        for (position, row) in table.rows.prefix(headerSearch).enumerated() {
            let headers = (0..<row.count).map { table.text(table.cell(row, $0)) }
            guard let identity = CanvasIdentity(headers) else { continue }
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
        _ table: CSVTable, _ header: Int, _ identity: CanvasIdentity, _ headers: [String]
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

    init?(_ table: CSVTable, decimal: DecimalMark?, _ findings: inout FindingCollector) {
        guard let (headerRow, identity, headers) = CanvasLayout.findHeader(table) else { return nil }
        statedMark = decimal
        self.headerRow = headerRow
        self.identity = identity
        columns = headers.enumerated().map { position, header in
            CanvasColumn(position: position, header: header, role: .unnamed, number: nil, title: header)
        }
        if headerRow > 0 {
            findings.add(
                .preambleSkipped, line: table.rows[headerRow].line, "the header stands below \(headerRow) other rows",
                remedy: "nothing to do if those rows are only a heading")
        }
        sortRows(table, &findings)
        surveyCells(table)
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
                if let maximumRow {
                    let isSame = (0..<columns.count).allSatisfy {
                        table.text(table.cell(row, $0)) == table.text(table.cell(table.rows[maximumRow], $0))
                    }
                    if !isSame {
                        findings.add(
                            .secondMaximumRow, line: row.line, "a second row of points possible, unlike the first",
                            remedy: "keep one of them; the first is used")
                    }
                } else {
                    maximumRow = position
                }
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

    /// Looks once at every cell: what sort of thing a column holds, and its decimal mark.
    private mutating func surveyCells(_ table: CSVTable) {
        for position in learnerRows {
            let row = table.rows[position]
            for column in identity.firstGrade..<max(min(row.count, columns.count), identity.firstGrade) {
                switch ScoreCell(table, table.cell(row, column)) {
                case .number(let number):
                    columns[column].numbers += 1
                    if number.isPercent { columns[column].percents += 1 }
                    if number.shape != .whole { columns[column].decimals.observe(number) }
                case .status:
                    if !table.isBlank(table.cell(row, column)) { columns[column].marks += 1 }
                case .letter: columns[column].letters += 1
                case .text, .notFinite: columns[column].texts += 1
                }
            }
        }
        if let maximumRow { surveyMaximums(table.rows[maximumRow], table) }
        for column in columns { decimals.add(column.decimals) }
    }

    private mutating func surveyMaximums(_ row: CSVRow, _ table: CSVTable) {
        for column in columns.indices {
            let cell = table.cell(row, column)
            columns[column].maximumText = table.text(cell)
            if case .number(let number) = ScoreCell(table, cell), column >= identity.firstGrade {
                columns[column].decimals.observe(number)
            }
        }
    }

    /// What every column's cells together say about the decimal mark: one export is in one language.
    private(set) var decimals = DecimalChoice()

    /// The decimal mark of a column: as stated, else as its own cells agree, else as the whole file agrees.
    func mark(_ position: Int) -> DecimalMark? {
        if let statedMark { return statedMark }
        let own = columns[position].decimals
        return own.isMixed ? nil : own.mark ?? decimals.mark
    }
}
