internal import Syncopate

/// Reads a gradebook: a learner a row, an item a column, whoever exported it.
///
/// A row is read whole or not at all: one cell that is no score sends its row to the rejects. What
/// is wrong with a column (no points possible, letters without a scale) leaves its marks as
/// ``Status/hidden``, there being a mark that says nothing, and keeps the rows.
struct GradebookReader {
    let table: CSVTable
    let options: ReadOptions
    var findings: FindingCollector
    var log = EvidenceLog()
    /// What Canvas knows each learner of the log by; empty where the file is not Canvas's.
    private(set) var accounts: [CanvasAccount] = []
    private(set) var headerRows: [[UInt8]] = []
    private let isCanvas: Bool

    init(_ table: CSVTable, options: ReadOptions, file: String, isCanvas: Bool) {
        self.table = table
        self.options = options
        self.isCanvas = isCanvas
        findings = FindingCollector(file: file)
    }

    /// - Parameters:
    ///   - name: what people call the format, with article.
    ///   - layout: what the header says; `nil` where it is not the format's.
    /// - Throws: `not-a-known-format` if there is no gradebook's header.
    mutating func read(
        _ name: String, example: String,
        _ layout: (CSVTable, DecimalMark?, inout FindingCollector) -> GradebookLayout?
    ) throws(ReadError) {
        guard let layout = layout(table, options.decimal, &findings) else {
            throw findings.refusal(
                .notAKnownFormat, line: table.rows.first?.line, "the header is not that of \(name)",
                remedy: "export it again; its header looks like \(example)")
        }
        let header = table.rows[layout.headerRow]
        headerRows = [table.verbatim(header)]
        if let maximumRow = layout.maximumRow { headerRows.append(table.verbatim(table.rows[maximumRow])) }
        if layout.identity.idPosition == nil {
            findings.add(
                .idColumnMissing, line: header.line, "there is no ID column",
                remedy: "learners are known by another id or by name; export with ids to be able to join files")
        }
        let columns = internItems(layout)
        if columns.isEmpty {
            findings.add(
                .missingColumn, .warning, line: header.line, "there is no column of scores that could be read",
                remedy: "check that the export has assignments, and not their totals only")
        }
        var learners = GradebookLearners(table, layout, &findings, hasTestStudent: isCanvas)
        log.reserve(learners: learners.rows.count, items: columns.count, events: learners.rows.count * columns.count)
        var cells = GradebookScores(table, layout, columns, options)
        cells.describeColumns(&findings, headerLine: header.line)
        for row in learners.rows {
            readRow(row, &learners, &cells)
        }
        if learners.rows.isEmpty || log.learners.isEmpty {
            findings.add(
                .noLearners, line: header.line,
                learners.rows.isEmpty ? "there is no row of a learner" : "no row of a learner could be read",
                remedy: learners.rows.isEmpty
                    ? "check that the export is not of an empty course" : "mend the rows that are named here")
        }
        findings.merge(learners.findings, cells.findings)
    }

    /// Adds every assignment to the log and returns their columns in file order.
    private mutating func internItems(_ layout: GradebookLayout) -> [GradebookColumn] {
        let columns = layout.columns.filter { $0.role == .assignment }
        for column in columns {
            var kind = ItemKind(title: column.title)
            // What cannot be scored is no work, whatever it is called.
            if column.maximum == 0, kind == .work { kind = .administrative }
            log.intern(
                Item(
                    id: column.itemID, title: column.title.isEmpty ? column.itemID : column.title,
                    maximum: column.maximum ?? options.usableMaximum, kind: kind))
        }
        return columns
    }

    private mutating func readRow(_ row: CSVRow, _ learners: inout GradebookLearners, _ cells: inout GradebookScores) {
        guard let rule = learners.fault(of: row) ?? cells.read(row) else {
            guard let learner = learners.learner(of: row) else { return }
            let position = log.intern(learner)
            if isCanvas, Int(position) == accounts.count { accounts.append(learners.account(of: row)) }
            for (item, score) in cells.scores.enumerated() {
                log.append(
                    Event(learner: position, item: Int32(item), status: score.status, score: score.share))
            }
            return
        }
        findings.reject(line: row.line, rule: rule, bytes: table.verbatim(row))
    }
}
