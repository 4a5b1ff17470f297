/// The grades of a class as Google Classroom exports them: `Last Name,First Name,Email Address` and an assignment a
/// column; below the header a row `Date` and a row `Points`, which say when each was due and what it is out of.
enum GoogleClassroomGradebook {
    static let entry = FormatEntry(
        gradebook: .googleClassroom, "a Google Classroom export",
        "Google Classroom grades of a class: a learner a row, an assignment a column",
        example: "Last Name,First Name,Email Address,Essay,Lab 1",
        quirks: [
            "Points possible stand in a row below the header; the dates are not read.",
            "Averages are not read, unless they have a date or points: then somebody called an assignment so.",
            "No skills; blank says nothing.",
        ],
        layout: layout
    ) { preview in
        guard preview.header.count > 3 else { return 0 }
        let below = preview.labels.dropFirst().prefix(4)
        let hasPoints = below.contains { points.contains($0) }
        let hasDates = below.contains { dates.contains($0) }
        if hasPoints, hasDates || addresses.contains(preview.header[2]) { return 0.95 }
        return preview.header.prefix(3) == ["last name", "first name", "email address"] ? 0.7 : 0
    }

    /// First cells of the rows that are no learners', as Classroom translates them.
    private static let points: Set<String> = [
        "points", "max points", "points possible", "punkte", "max. punkte", "puntos", "pontos", "punti", "punten",
        "бали",
        "баллы",
    ]
    private static let dates: Set<String> = ["date", "due date", "datum", "fecha", "data", "дата"]
    private static let averages: Set<String> = ["overall grade", "average", "class average"]
    private static let addresses: Set<String> = ["email address", "email", "e-mail"]

    /// The rows near the header that are no learners'.
    private struct SpecialRows {
        private(set) var points: Int?
        private(set) var dates: Int?
        /// Further rows of points.
        private(set) var further: [CSVRow] = []
        private(set) var all: Set<Int> = []

        init(_ table: CSVTable, below headerRow: Int, address: Int) {
            for (position, row) in table.rows.enumerated().dropFirst(headerRow + 1).prefix(10) {
                let label = table.text(table.cell(row, 0)).lowercased()
                let isPoints = GoogleClassroomGradebook.points.contains(label)
                // A learner may be called so, and then has an address.
                guard isPoints || GoogleClassroomGradebook.dates.contains(label),
                    table.isBlank(table.cell(row, address))
                else { continue }
                let first = isPoints ? points : dates
                // Where there is one already, a first name makes a learner, too.
                guard first == nil || table.isBlank(table.cell(row, 1)) else { continue }
                all.insert(position)
                if isPoints { points = first ?? position } else { dates = first ?? position }
                if isPoints, first != nil { further.append(row) }
            }
        }
    }

    static func layout(
        _ table: CSVTable, _ decimal: DecimalMark?, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        // The first row, or below a title the one that says where the addresses are.
        let headerRow =
            table.rows.prefix(10).firstIndex { row in
                (0..<min(row.count, 3)).contains { addresses.contains(table.text(table.cell(row, $0)).lowercased()) }
            } ?? 0
        guard table.rows.indices.contains(headerRow), table.rows[headerRow].count > 3 else { return nil }
        let row = table.rows[headerRow]
        let headers = (0..<row.count).map { table.text(table.cell(row, $0)) }
        let address = headers.prefix(3).indices.last { position in
            addresses.contains(headers[position].lowercased())
                || table.rows.dropFirst(headerRow + 1).prefix(10).contains {
                    table.text(table.cell($0, position)).contains("@")
                }
        }
        guard let address, address == 2,
            var identity = GradebookIdentity(
                headers, lastName: [headers[0].lowercased()], firstName: [headers[1].lowercased()],
                ids: [headers[address].lowercased()])
        else { return nil }
        identity.firstGrade = 3
        let special = SpecialRows(table, below: headerRow, address: address)
        let (pointsRow, datesRow) = (special.points, special.dates)
        var layout = GradebookLayout(headerRow: headerRow, identity: identity, headers: headers, decimal: decimal)
        layout.noteTitle(line: row.line, &findings)
        layout.maximumRow = pointsRow
        for row in special.further { layout.noteFurtherMaximums(row, table, &findings) }
        layout.maximumRemedy = "fill in the row Points, or read with --max"
        layout.learnerRows = table.rows.indices.dropFirst(headerRow + 1).filter { !special.all.contains($0) }
        let hasOthers = layout.hasOtherTitles(than: Array(layout.columns.indices.dropFirst(3)))
        for position in layout.columns.indices {
            if position < 3 {
                layout.columns[position].role = identity.positions.contains(position) ? .id : .custom
                continue
            }
            guard !headers[position].isEmpty else { continue }
            let isAssigned = [datesRow, pointsRow].contains { row in
                row.map { !table.isBlank(table.cell(table.rows[$0], position)) } ?? false
            }
            guard isAssigned || !averages.contains(headers[position].lowercased()) else {
                layout.columns[position].role = .total
                findings.add(
                    .ignoredColumn, line: row.line, column: position + 1, header: headers[position],
                    "an average, by its name, so not read", remedy: "rename it if it is an assignment")
                continue
            }
            let isDated = datesRow.map { !table.isBlank(table.cell(table.rows[$0], position)) } ?? false
            if !isDated, hasOthers, TotalTitle.isOne(headers[position]) {
                layout.columns[position].role = .total
                layout.noteTotal(position, line: row.line, &findings)
                continue
            }
            layout.columns[position].role = .assignment
            guard let pointsRow else { continue }
            let cell = table.cell(table.rows[pointsRow], position)
            if case .number(let number) = ScoreCell(table, cell), number.withPoint >= 0 {
                layout.columns[position].maximum = number.value(decimal ?? .point)
                layout.noteZero(position, line: table.rows[pointsRow].line, &findings)
            }
        }
        layout.leaveOutSummaries(table, &findings)
        layout.surveyCells(table)
        layout.settleMark()
        layout.settleDuplicates(table, &findings)
        return layout
    }
}
