/// Where a tidy CSV has which field.
struct TidyColumns {
    private var positions: [Int?] = Array(repeating: nil, count: TidyField.allCases.count)
    /// Position of the last column without which a row cannot be read.
    private(set) var lastNeeded = 0
    /// Which columns have other names than ours.
    let aliases: TidyAliases
    /// The header as it stands.
    private(set) var headers: [String]

    /// - Throws: `missing-column`, or `duplicate-column` if two headers mean one field.
    init(_ table: CSVTable, _ findings: inout FindingCollector) throws(ReadError) {
        guard let row = table.rows.first else {
            throw findings.refusal(.emptyFile, "there is no header", remedy: "begin with learner,item,score")
        }
        headers = (0..<row.count).map { table.text(table.cell(row, $0)) }
        aliases = TidyAliases(headers)
        let hasScore = headers.contains { $0.lowercased() == TidyField.score.rawValue }
        for (position, header) in headers.enumerated() where !header.isEmpty {
            guard let field = TidyField(header: header) ?? aliases[header] else {
                findings.add(
                    .ignoredColumn, line: row.line, column: position + 1, header: header,
                    "not a column of the format, so not read",
                    remedy: "nothing to do, unless it is misspelt")
                continue
            }
            if field == .score, hasScore, header.lowercased() != TidyField.score.rawValue {
                findings.add(
                    .ignoredColumn, line: row.line, column: position + 1, header: header,
                    "there is a column score too, which counts", remedy: "nothing to do")
                continue
            }
            if let earlier = positions[field.index] {
                throw findings.refusal(
                    .duplicateColumn, line: row.line, column: position + 1, header: header,
                    "means the same as column \(earlier + 1)", remedy: "keep one of them")
            }
            positions[field.index] = position
            guard TidyField(header: header) == nil else { continue }
            let note = TidyAliases.note(field)
            findings.add(
                .columnTakenAs, field == .max ? .warning : nil, line: row.line, column: position + 1, header: header,
                note.message, remedy: note.remedy)
        }
        try Self.refuseRowNames(table, row, findings)
        let missing = [TidyField.learner, .item, .score].filter { positions[$0.index] == nil }
        guard missing.isEmpty else {
            throw findings.refusal(
                .missingColumn, line: row.line,
                "the header lacks \(missing.map(\.rawValue).joined(separator: ", "))",
                remedy: "the columns learner, item and score must be there, in any order")
        }
        lastNeeded = [TidyField.learner, .item, .score].compactMap { positions[$0.index] }.max() ?? 0
    }

    /// Refuses a table in which every row has one cell more than the header: R's `write.table` puts names of rows first, and
    /// every cell would be read in the column beside its own.
    private static func refuseRowNames(
        _ table: CSVTable, _ header: CSVRow, _ findings: FindingCollector
    ) throws(ReadError) {
        let rows = table.rows.dropFirst().prefix(100)
        guard let first = rows.first,
            rows.allSatisfy({ $0.count == header.count + 1 && !table.isBlank(table.cell($0, header.count)) })
        else { return }
        throw findings.refusal(
            .raggedRow, line: first.line, column: 1,
            "every row has one cell more than the header, as where write.table of R puts names of rows first",
            remedy: "write it again with row.names = FALSE, or put a comma before the header")
    }

    /// Positions of the fields of every row by name, -1 for a column that is not there.
    struct Positions {
        let learner, item, score, section, skills, max, at, attempt, status, order, eventID, hints, seconds, mode: Int
    }

    var fields: Positions {
        func place(_ field: TidyField) -> Int { self[field] ?? -1 }
        return Positions(
            learner: place(.learner), item: place(.item), score: place(.score), section: place(.section),
            skills: place(.skills),
            max: place(.max), at: place(.at), attempt: place(.attempt), status: place(.status), order: place(.order),
            eventID: place(.eventID), hints: place(.hints), seconds: place(.seconds), mode: place(.mode))
    }

    subscript(field: TidyField) -> Int? { positions[field.index] }

    /// The header of a field's column, for messages.
    func header(_ field: TidyField) -> String {
        guard let position = positions[field.index], headers.indices.contains(position) else { return "" }
        return headers[position]
    }
}
