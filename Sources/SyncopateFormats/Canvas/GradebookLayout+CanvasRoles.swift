extension GradebookLayout {
    /// Decides what each column is, and the points possible of each assignment.
    mutating func assignRoles(_ table: CSVTable, _ findings: inout FindingCollector) {
        let line = table.rows[headerRow].line
        for position in columns.indices where position < identity.firstGrade {
            columns[position].role = GradebookColumn.identity[columns[position].header.lowercased()] ?? .custom
        }
        let grades = columns.indices.filter { $0 >= identity.firstGrade && !columns[$0].header.isEmpty }
        let lastMaximum = columns.lastIndex { !$0.maximumText.isEmpty && !isRemark($0.maximumText) }
        // Headers that may be assignments: neither remarks nor totals nor notes.
        let possible = grades.filter { position in
            let column = columns[position]
            return !isRemark(column.maximumText) && CanvasTotals.match(column.header, periodIsID: true) == nil
                && !isNotes(column) && !(lastMaximum.map { position > $0 } == true && isTotalOfPeriod(column))
        }
        let parts = CanvasNumbers.decide(possible.map { columns[$0].header })
        let numbered = Dictionary(uniqueKeysWithValues: zip(possible, parts))
        let hasNumbers = parts.contains { $0 != nil }
        let firstNumbered = zip(possible, parts).first { $0.1 != nil }?.0 ?? columns.count
        let hasOthers = hasOtherTitles(than: possible)
        for position in grades {
            let part = numbered[position] ?? nil
            var role = role(of: position, isNumbered: part != nil, hasNumbers: hasNumbers, firstNumbered: firstNumbered)
            if role == .assignment, part == nil, hasOthers, TotalTitle.isOne(columns[position].header) {
                role = .total
                noteTotal(position, line: line, &findings)
            }
            columns[position].role = role
            if role == .custom {
                let header = columns[position].header
                findings.add(
                    .customColumn, line: line, column: position + 1, header: header, "not an assignment, so not read",
                    remedy: "give it points possible if it is one")
            }
            guard role == .assignment else { continue }
            columns[position].number = part?.number
            columns[position].title = part?.title ?? columns[position].header
            readMaximum(position, table, &findings)
        }
    }

    /// Whether some of these columns have a title that is no word for a total: a table of totals alone has nothing better.
    func hasOtherTitles(than positions: [Int]) -> Bool {
        positions.contains { !columns[$0].header.isEmpty && !TotalTitle.isOne(columns[$0].header) }
    }

    /// Says that a column is left out for its title.
    func noteTotal(_ position: Int, line: Int, _ findings: inout FindingCollector) {
        let header = columns[position].header
        findings.add(
            .looksLikeTotal, .note, line: line, column: position + 1, header: header,
            "a total or an average by its title, so not read", remedy: "give it another title if it is an assignment")
    }

    private func role(of position: Int, isNumbered: Bool, hasNumbers: Bool, firstNumbered: Int) -> GradebookColumn.Role
    {
        let column = columns[position]
        if isRemark(column.maximumText) {
            // Columns of notes may be read-only too; they stand before the assignments.
            let isEarly = CanvasTotals.match(column.header, periodIsID: false) == nil && position < firstNumbered
            return isEarly && column.numbers == 0 && column.texts + column.letters > 0 ? .custom : .total
        }
        if isNumbered { return .assignment }
        let hasMaximum = !column.maximumText.isEmpty
        switch CanvasTotals.match(column.header, periodIsID: false) {
        case .course: return .total
        case .group: return hasMaximum && !hasNumbers ? .assignment : .total
        case nil: break
        }
        if isNotes(column) { return .custom }
        if hasMaximum { return .assignment }
        // Without points possible: what stands before the numbered assignments is a teacher's own column,
        // and so is one with words in it and nothing that only grades have.
        if hasNumbers, position < firstNumbered { return .custom }
        return column.texts > 0 && column.numbers == 0 && column.marks == 0 ? .custom : .assignment
    }

    /// A total whose grading period is called by a number, as in `Override Score (202410)`, if it stands after all assignments
    /// and has no points possible, which they have.
    private func isTotalOfPeriod(_ column: GradebookColumn) -> Bool {
        column.maximumText.isEmpty && CanvasTotals.match(column.header, periodIsID: false) == .course
    }

    /// Notes by name, without points possible and without a number in any cell.
    private func isNotes(_ column: GradebookColumn) -> Bool {
        let names: Set<String> = [
            "notes", "note", "comments", "comment", "notizen", "anmerkungen", "kommentare", "kommentar", "remarques",
            "commentaires", "notas", "comentarios", "comentários", "opmerkingen", "notities", "commenti",
        ]
        return column.maximumText.isEmpty && column.numbers == 0 && names.contains(column.header.lowercased())
    }

    private func isRemark(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return CanvasSpecialRow.isRemark(bytes, 0..<bytes.count)
    }

    /// Whether points possible may be two numbers: nothing tells what the mark is, and read with a point they are far below
    /// what somebody has.
    private func isAmbiguous(_ number: NumericCell, _ position: Int) -> Bool {
        guard let value = number.value(mark: mark(position), isStated: true, maximum: nil) else { return true }
        return !number.isUnambiguous && mark(position) == nil && columns[position].highest > 2 * value
    }

    private mutating func readMaximum(_ position: Int, _ table: CSVTable, _ findings: inout FindingCollector) {
        guard let maximumRow, !columns[position].maximumText.isEmpty else { return }
        let row = table.rows[maximumRow]
        let header = columns[position].header
        let number = ScoreCell(table, table.cell(row, position)).finiteNumber
        if let number, isAmbiguous(number, position) {
            findings.add(
                .ambiguousDecimal, line: row.line, column: position + 1, header: header,
                excerpt: columns[position].maximumText,
                "the points possible may be a decimal number or thousands, and no other cell tells which",
                remedy: "write them without the mark, or state the decimal mark with --decimal")
            return
        }
        guard let value = number?.value(mark: mark(position), isStated: true, maximum: nil), value >= 0 else {
            findings.add(
                .maximumNotANumber, line: row.line, column: position + 1, header: header,
                excerpt: columns[position].maximumText, "the points possible are no number",
                remedy: "write a number there, or read with --max")
            return
        }
        columns[position].maximum = value
        noteZero(position, line: row.line, &findings)
    }
}
