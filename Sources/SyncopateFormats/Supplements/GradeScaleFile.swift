/// What grades in words are worth, from a CSV `grade,share` (0 to 1) or `grade,percent` (0 to 100) with a row for
/// each.
public enum GradeScaleFile {
    /// Reads a scale whole or not at all.
    ///
    /// - Parameter encoding: how bytes stand for characters where they are not UTF-8.
    /// - Throws: ``ReadError`` for a file that is none, and at the first row that says nothing or something else than
    ///   before.
    public static func read(_ file: SourceFile, encoding: TextEncoding? = nil) throws(ReadError) -> GradeScale {
        var findings = FindingCollector(file: file.name)
        let table = try HeaderedTable(
            file, required: ["grade"], known: ["grade", "share", "percent"], kind: "a scale of grades",
            encoding: encoding, &findings)
        let headerLine = table.table.rows.first?.line
        guard let unit = ["share", "percent"].first(where: { table.positions[$0] != nil }),
            !table.positions.keys.contains("share") || !table.positions.keys.contains("percent")
        else {
            throw findings.refusal(
                .missingColumn, line: headerLine,
                "a scale of grades needs either the column share or the column percent",
                remedy: "write the header grade,share or grade,percent")
        }
        let full = unit == "percent" ? 100.0 : 1
        var shares: [String: Double] = [:]
        var lines: [String: Int] = [:]
        let rows = table.rows(&findings)
        if let fault = findings.findings.first(where: { $0.severity == .error }) { throw ReadError(fault) }
        for row in rows {
            let grade = table.text(row, "grade")
            func refusal(_ rule: FindingRule, _ column: String, _ message: String, _ remedy: String) -> ReadError {
                findings.refusal(
                    rule, line: row.line, column: table.column(column), header: column,
                    excerpt: table.text(row, column), message, remedy: remedy)
            }
            guard !grade.isEmpty else { throw refusal(.badValue, "grade", "there is no grade", "fill it in") }
            switch ScoreCell(text: Array(grade.utf8)) {
            case .letter, .text: break
            case .number, .notFinite:
                throw refusal(.badValue, "grade", "a number is read as points, not as a grade", "leave the row out")
            case .status:
                throw refusal(.badValue, "grade", "this word says why there is no grade", "leave the row out")
            }
            if let line = lines[grade.lowercased()] {
                throw refusal(
                    .badValue, "grade", "the grade stands on line \(line) too", "keep one of them; case does not matter"
                )
            }
            guard let value = worth(row, unit, table), value >= 0, value <= full else {
                throw refusal(.badValue, unit, "this is no number from 0 to \(Int(full))", "correct it")
            }
            lines[grade.lowercased()] = row.line
            shares[grade] = value / full
        }
        guard !shares.isEmpty else {
            throw findings.refusal(
                .emptyFile, line: headerLine, "there is a header and no grade below it",
                remedy: "add a row for each grade")
        }
        return GradeScale(shares)
    }

    /// What a cell of either column says in that column's unit: 95 % is 95 of a hundred and 0.95 of one.
    private static func worth(_ row: CSVRow, _ unit: String, _ table: HeaderedTable) -> Double? {
        guard let position = table.positions[unit],
            let number = ScoreCell(table.table, table.table.cell(row, position)).finiteNumber, number.isPercent
        else { return table.number(row, unit) }
        return number.value(mark: nil, isStated: false, maximum: nil).map { unit == "percent" ? $0 : $0 / 100 }
    }
}
