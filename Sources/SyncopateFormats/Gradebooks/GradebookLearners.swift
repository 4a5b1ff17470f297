internal import Syncopate

/// Who the rows of a gradebook are about.
///
/// A learner is known by `ID`; where that is blank by SIS User ID, SIS Login ID or Integration ID;
/// where there is none of them by the name, if nobody else in the file has it.
struct GradebookLearners {
    private let table: CSVTable
    private let identity: GradebookIdentity
    /// Learners' rows, without Canvas's test student.
    private(set) var rows: [CSVRow] = []
    var findings: FindingCollector
    /// How many rows have a name, for those that have nothing else.
    private var names: [String: Int] = [:]
    /// The first row of each learner.
    private var seen: [String: CSVRow] = [:]

    /// - Parameter hasTestStudent: whether the system that exported the file puts one in.
    init(
        _ table: CSVTable, _ layout: GradebookLayout, _ collector: inout FindingCollector, hasTestStudent: Bool
    ) {
        self.table = table
        identity = layout.identity
        findings = FindingCollector(file: collector.file)
        columnCount = layout.columns.count
        headerLine = table.rows[layout.headerRow].line
        headers = layout.columns.map(\.header)
        rows = layout.learnerRows.map { table.rows[$0] }
        if hasTestStudent { dropTestStudents() }
        for row in rows where isNameAll(row) { names[name(of: row), default: 0] += 1 }
    }

    private let columnCount: Int
    private let headerLine: Int
    private let headers: [String]

    /// Canvas lists its test student last, with a login it makes up and no id of the school's; what it is called depends
    /// on the language. Somebody who happens to be called so is kept.
    private mutating func dropTestStudents() {
        let generated = rows.count(where: hasGeneratedLogin)
        let isTold = CanvasTestStudent.isTold(generated: generated, ordinary: rows.count - generated)
        var isLast = true
        var kept: [CSVRow] = []
        for row in rows.reversed() {
            let isGenerated = hasGeneratedLogin(row)
            if isGenerated && isTold || (isLast || isGenerated) && CanvasTestStudent.isName(name(of: row)) {
                findings.add(
                    .testStudent, line: row.line, "Canvas's test student is left out", remedy: "nothing to do")
            } else {
                isLast = false
                kept.append(row)
            }
        }
        rows = kept.reversed()
    }

    private func hasGeneratedLogin(_ row: CSVRow) -> Bool {
        func text(_ position: Int?) -> String { position.map { table.text(table.cell(row, $0)) } ?? "" }
        return CanvasTestStudent.isLogin(text(identity.loginPosition)) && text(identity.sisPosition).isEmpty
    }

    /// The name as the file writes it; of two columns "Last, First".
    private func name(of row: CSVRow) -> String {
        var name = table.unguardedText(table.cell(row, identity.namePosition))
        if !identity.idPrefix.isEmpty, identity.idPositions.contains(identity.namePosition),
            name.hasPrefix(identity.idPrefix)
        {
            name.removeFirst(identity.idPrefix.count)
        }
        guard let firstNamePosition = identity.firstNamePosition else { return name }
        let first = table.unguardedText(table.cell(row, firstNamePosition))
        return name.isEmpty ? first : first.isEmpty ? name : "\(name), \(first)"
    }

    private func isNameAll(_ row: CSVRow) -> Bool {
        identity.idPositions.allSatisfy { table.unguardedText(table.cell(row, $0)).isEmpty }
    }

    /// Why a row cannot be attributed to anyone, or `nil`. Says so in the findings.
    mutating func fault(of row: CSVRow) -> FindingRule? {
        shapeFault(row) ?? idFault(row)
    }

    private mutating func shapeFault(_ row: CSVRow) -> FindingRule? {
        if row.isMalformed {
            let column = table.malformedColumn(row) ?? 0
            findings.add(
                .textAfterQuote, line: row.line, column: column + 1,
                header: headers.indices.contains(column) ? headers[column] : "",
                "something stands between a closing quote and the end of its cell",
                remedy: "double the quotes that belong to the text")
            return .textAfterQuote
        }
        if row.count > columnCount, (columnCount..<row.count).contains(where: { !table.isBlank(table.cell(row, $0)) }) {
            findings.add(
                .raggedRow, line: row.line, column: columnCount + 1,
                "the row has \(row.cellCount) and the header \(columnCount)",
                remedy: "look for a delimiter inside a cell that is not quoted")
            return .raggedRow
        }
        if row.count > columnCount, let (id, column) = id(of: row),
            !id.utf8.contains(where: { (0x30...0x39).contains($0) })
        {
            findings.add(
                .raggedRow, line: row.line, column: (column ?? 0) + 1,
                header: headers.indices.contains(column ?? 0) ? headers[column ?? 0] : "",
                "the row has \(row.cellCount) and the header \(columnCount), and what stands for the id has no digit",
                remedy: "put quotes around a name with a comma in it")
            return .raggedRow
        }
        guard row.count < columnCount else { return nil }
        guard row.count > identity.firstGrade || columnCount == identity.firstGrade else {
            let remark = otherDelimiter(row)
            findings.add(
                .raggedRow, line: row.line, column: row.count + 1, header: headers[row.count],
                "the row has \(row.cellCount) and the header \(columnCount)\(remark)",
                remedy: "check the row, which ends before the first assignment; delete it if it is no learner's")
            return .raggedRow
        }
        findings.add(
            .shortRow, line: row.line, column: row.count + 1, header: headers[row.count],
            "the row has \(row.cellCount) and the header \(columnCount); those it lacks are read as blank",
            remedy: "check that none is missing before its end")
        return nil
    }

    /// A remark if a row looks as if it were split by another delimiter than the header.
    private func otherDelimiter(_ row: CSVRow) -> String {
        for candidate in DelimiterDetector.candidates where candidate != table.delimiter {
            if table.bytes[row.range].count(where: { $0 == candidate }) + 1 >= columnCount {
                return "; it seems to be split by \(DelimiterDetector.name(candidate)), unlike the header"
            }
        }
        return ""
    }

    private mutating func idFault(_ row: CSVRow) -> FindingRule? {
        guard let (id, column) = id(of: row) else {
            let isShared = names[name(of: row), default: 0] > 1
            findings.add(
                .blankID, line: row.line, column: (identity.idPosition ?? identity.namePosition) + 1,
                header: headers[identity.idPosition ?? identity.namePosition],
                isShared
                    ? "there is no id, and other rows without one have the same name" : "there is neither id nor name",
                remedy: "fill in the id")
            return .blankID
        }
        if let column, DamagedID.isDamaged(id) {
            findings.add(
                .damagedID, line: row.line, column: column + 1,
                header: headers.indices.contains(column) ? headers[column] : "", excerpt: id,
                DamagedID.message(id), remedy: DamagedID.remedy(id))
            return .damagedID
        }
        guard let first = seen[id] else {
            seen[id] = row
            return nil
        }
        if isRepeat(row, of: first) { return nil }
        findings.add(
            .duplicateLearner, line: row.line, column: (column ?? identity.namePosition) + 1,
            header: headers[column ?? identity.namePosition],
            "the id stands on line \(first.line) too, with another name or other scores; that row is kept",
            remedy: "delete the row that is wrong, or correct its id")
        return .duplicateLearner
    }

    /// The learner of a row without fault; `nil` if an earlier row says the same.
    mutating func learner(of row: CSVRow) -> Learner? {
        guard let (id, column) = id(of: row), let first = seen[id] else { return nil }
        guard first.range == row.range else {
            findings.add(
                .mergedRows, line: row.line, "repeats line \(first.line), so it is read once", remedy: "nothing to do")
            return nil
        }
        if column == nil, let position = identity.idPosition {
            findings.add(
                .blankID, .warning, line: row.line, column: position + 1, header: headers[position],
                "there is no id, so the row is known by its name", remedy: "fill in the id")
        }
        let section = identity.sectionPosition.map { table.unguardedText(table.cell(row, $0)) } ?? ""
        return Learner(id: id, name: name(of: row), section: section)
    }

    /// What Canvas knows the learner of a row by, as it stands there.
    func account(of row: CSVRow) -> CanvasAccount {
        func text(_ position: Int?) -> String { position.map { table.unguardedText(table.cell(row, $0)) } ?? "" }
        return CanvasAccount(
            canvasID: text(identity.idPosition), sisID: text(identity.sisPosition), login: text(identity.loginPosition))
    }

    /// The id and the column it is from; without a column where it is the name.
    private func id(of row: CSVRow) -> (id: String, column: Int?)? {
        for position in identity.idPositions {
            var id = table.unguardedText(table.cell(row, position))
            if !identity.idPrefix.isEmpty, id.hasPrefix(identity.idPrefix) { id.removeFirst(identity.idPrefix.count) }
            if !id.isEmpty { return (DamagedID.repaired(id), position) }
        }
        let name = name(of: row)
        return name.isEmpty || names[name, default: 0] != 1 ? nil : (name, nil)
    }

    /// Whether two rows differ in nothing but section.
    private func isRepeat(_ row: CSVRow, of first: CSVRow) -> Bool {
        for position in 0..<columnCount where position != identity.sectionPosition {
            if table.text(table.cell(row, position)) != table.text(table.cell(first, position)) { return false }
        }
        return true
    }

}
