internal import Syncopate

/// The Learning Mastery Gradebook of Canvas as CSV: a learner a row, and of each outcome its result and how many points mean
/// mastery.
enum CanvasMasteryGradebook {
    static func read(_ content: FileContent, _ options: ReadOptions) throws(ReadError) -> FileReading {
        var reader = GradebookReader(
            try CSVTable(content.text, file: content.name), options: options, file: content.name, isCanvas: true)
        try reader.read("a Canvas Learning Mastery Gradebook", example: CanvasMasteryReader.example) {
            table, decimal, findings in
            layout(table, decimal, options, &findings)
        }
        // An outcome is what is learnt.
        for item in reader.log.items.indices {
            reader.log.update(itemAt: Int32(truncatingIfNeeded: item)) { $0.skills = [SkillWeight(skill: $0.title)] }
        }
        let accounts = reader.accounts.map {
            CanvasAccount(canvasID: $0.canvasID, sisID: $0.sisID == "N/A" ? "" : $0.sisID, login: $0.login)
        }
        return FileReading(
            log: reader.log, findings: reader.findings, headerRows: reader.headerRows, accounts: accounts)
    }

    private static func layout(
        _ table: CSVTable, _ decimal: DecimalMark?, _ options: ReadOptions, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        guard let (row, headers) = table.header,
            let columns = CanvasMasteryColumns(headers, isStated: options.format == .canvasMastery),
            let identity = identity(headers, columns)
        else { return nil }
        let stated = options.usableMaximum
        let byResult = Dictionary(columns.outcomes.map { ($0.result, $0) }, uniquingKeysWith: { one, _ in one })
        var layout = GradebookLayout(table, identity, headers: headers, decimal: decimal, &findings) { column, _ in
            column.role = .custom
            guard let outcome = byResult[column.position] else { return }
            column.role = .assignment
            column.number = outcome.path
            column.title = lastPart(of: outcome.path)
            column.maximum = stated
        }
        guard stated == nil else { return layout }
        // Outcomes of one scale have the same points for mastery, and the best result of any says at least how far it goes.
        var known: [Int: Double] = [:]
        var best: [Double: Double] = [:]
        for position in layout.columns.indices where layout.columns[position].role == .assignment {
            guard let mastery = byResult[position]?.mastery, let points = masteryPoints(mastery, table, layout) else {
                continue
            }
            known[position] = points
            best[points] = max(best[points] ?? points, bestResult(position, table, layout, mastery: points))
        }
        for (position, points) in known { layout.columns[position].maximum = best[points] }
        if !known.isEmpty {
            findings.add(
                .maximumMissing, .warning, line: row.line,
                "the file says how many points mean mastery and not how many are possible, so that the best result of all "
                    + "outcomes with as many points for mastery is read as full, or mastery where none is better",
                remedy: "read with --max, the points of the best rating")
        }
        return layout
    }

    /// Who a row is about: a name, an id and mostly an id of the school's, by their English headers or in this order.
    private static func identity(_ headers: [String], _ columns: CanvasMasteryColumns) -> GradebookIdentity? {
        let lower = headers.map { $0.lowercased() }
        let isEnglish = lower.contains("student id")
        let sis = isEnglish ? "student sis id" : columns.first == 3 ? lower[2] : ""
        var identity = GradebookIdentity(
            headers, lastName: [isEnglish ? "student name" : lower[0]], ids: [isEnglish ? "student id" : lower[1]],
            others: [sis])
        identity?.sisPosition = lower.prefix(columns.first).firstIndex(of: sis)
        return identity
    }

    /// The points that mean mastery of an outcome, by the first row that says so.
    private static func masteryPoints(
        _ position: Int, _ table: CSVTable, _ layout: GradebookLayout
    ) -> Double? {
        for row in layout.learnerRows {
            guard let number = ScoreCell(table, table.cell(table.rows[row], position)).finiteNumber,
                let points = number.value(mark: layout.mark(position), isStated: false, maximum: nil), points > 0
            else { continue }
            return points
        }
        return nil
    }

    /// The most points that anybody has in a column; 0 where nobody has any.
    ///
    /// No scale goes beyond twice what means mastery: such a result is a slip, and would make all others small.
    private static func bestResult(
        _ position: Int, _ table: CSVTable, _ layout: GradebookLayout, mastery points: Double
    ) -> Double {
        let results = layout.learnerRows.compactMap { row -> Double? in
            guard let number = ScoreCell(table, table.cell(table.rows[row], position)).finiteNumber, !number.isPercent
            else { return nil }
            return number.value(mark: layout.mark(position), isStated: false, maximum: points)
        }
        return results.filter { $0 <= 2 * points }.max() ?? 0
    }

    /// The outcome's own name, without the groups it is in.
    private static func lastPart(of path: String) -> String {
        var rest = Substring(path)
        while let place = rest.firstRange(of: " > ") { rest = rest[place.upperBound...] }
        return rest.isEmpty ? path : String(rest)
    }
}
