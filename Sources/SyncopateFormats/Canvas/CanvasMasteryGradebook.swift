internal import Syncopate

/// The Learning Mastery Gradebook of Canvas as CSV: a learner a row, and of each outcome its result and how many points mean
/// mastery.
enum CanvasMasteryGradebook {
    private static let result = " result"
    private static let mastery = " mastery points"

    static func read(_ content: FileContent, _ options: ReadOptions) throws(ReadError) -> FileReading {
        var reader = GradebookReader(
            try CSVTable(content.text, file: content.name), options: options, file: content.name, isCanvas: true)
        try reader.read("a Canvas Learning Mastery Gradebook", example: CanvasMasteryReader.example) {
            table, decimal, findings in
            layout(table, decimal, options.usableMaximum, &findings)
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
        _ table: CSVTable, _ decimal: DecimalMark?, _ stated: Double?, _ findings: inout FindingCollector
    ) -> GradebookLayout? {
        guard let (row, headers) = table.header else { return nil }
        guard headers.contains(where: { $0.hasSuffix(mastery) }),
            var identity = GradebookIdentity(
                headers, lastName: ["student name"], ids: ["student id"], others: ["student sis id"])
        else { return nil }
        identity.sisPosition = headers.firstIndex { $0.lowercased() == "student sis id" }
        var layout = GradebookLayout(table, identity, headers: headers, decimal: decimal, &findings) { column, _ in
            column.role = .custom
            guard column.header.hasSuffix(result) else { return }
            let path = String(column.header.dropLast(result.count))
            column.role = .assignment
            column.number = path
            column.title = lastPart(of: path)
            column.maximum = stated
        }
        guard stated == nil else { return layout }
        // Outcomes of one scale have the same points for mastery, and the best result of any says at least how far it goes.
        var known: [Int: Double] = [:]
        var best: [Double: Double] = [:]
        for position in layout.columns.indices where layout.columns[position].role == .assignment {
            guard let path = layout.columns[position].number,
                let points = masteryPoints(of: path, headers, table, layout)
            else { continue }
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

    /// The points that mean mastery of an outcome, by the first row that says so.
    private static func masteryPoints(
        of path: String, _ headers: [String], _ table: CSVTable, _ layout: GradebookLayout
    ) -> Double? {
        guard let position = headers.firstIndex(of: path + mastery) else { return nil }
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
