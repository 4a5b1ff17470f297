/// Where a tidy CSV has which field.
struct TidyColumns {
    private var positions: [Int?] = Array(repeating: nil, count: TidyField.allCases.count)
    /// Position of the last column without which a row cannot be read.
    private(set) var lastNeeded = 0
    /// The header as it stands.
    private(set) var headers: [String]

    /// - Throws: `missing-column`, or `duplicate-column` if two headers mean one field.
    init(_ table: CSVTable, _ findings: inout FindingCollector) throws(ReadError) {
        guard let row = table.rows.first else {
            throw findings.refusal(.emptyFile, "there is no header", remedy: "begin with learner,item,score")
        }
        headers = (0..<row.count).map { table.text(table.cell(row, $0)) }
        for (position, header) in headers.enumerated() where !header.isEmpty {
            guard let field = TidyField(header: header) else {
                findings.add(
                    .ignoredColumn, line: row.line, column: position + 1, header: header,
                    "not a column of the format, so not read",
                    remedy: "nothing to do, unless it is misspelt")
                continue
            }
            if let earlier = positions[field.index] {
                throw findings.refusal(
                    .duplicateColumn, line: row.line, column: position + 1, header: header,
                    "means the same as column \(earlier + 1)", remedy: "keep one of them")
            }
            positions[field.index] = position
        }
        let missing = [TidyField.learner, .item, .score].filter { positions[$0.index] == nil }
        guard missing.isEmpty else {
            throw findings.refusal(
                .missingColumn, line: row.line,
                "the header lacks \(missing.map(\.rawValue).joined(separator: ", "))",
                remedy: "the columns learner, item and score must be there, in any order")
        }
        lastNeeded = [TidyField.learner, .item, .score].compactMap { positions[$0.index] }.max() ?? 0
    }

    /// Positions of the fields of every row by name, -1 for a column that is not there.
    struct Positions {
        let learner, item, score, skills, max, at, attempt, status, order, eventID, hints, seconds, mode: Int
    }

    var fields: Positions {
        func place(_ field: TidyField) -> Int { self[field] ?? -1 }
        return Positions(
            learner: place(.learner), item: place(.item), score: place(.score), skills: place(.skills),
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
