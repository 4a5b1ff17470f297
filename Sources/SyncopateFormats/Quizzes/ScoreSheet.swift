internal import Syncopate

/// A table of scores below a header, as exports of quizzes are: what their readers have in common.
///
/// A row is read whole or not at all. What is wrong with a cell is thrown as a ``Fault``, said with its place, and
/// the row goes to the rejects.
struct ScoreSheet {
    /// What is wrong with a cell of a row.
    struct Fault: Error {
        var rule: FindingRule
        /// Position of the cell; `nil` where the row is meant.
        var column: Int?
        /// Whether the cell may be shown: not where it says who somebody is.
        var isShown = true
        var message: String
        var remedy: String
    }

    /// What a cell of points says.
    struct Score {
        var status: Status
        /// Points, or a share where `isShare`; NaN unless scored.
        var points = Double.nan
        var isShare = false
    }

    let table: CSVTable
    let options: ReadOptions
    /// Position of the header in the table's rows.
    let headerRow: Int
    /// The header's cells.
    let headers: [String]
    /// The same in lower case.
    let lower: [String]
    var assembler: TidyAssembler
    /// What the cells of a column give away about the decimal mark.
    var marks: [Int: DecimalChoice] = [:]
    /// The same of all columns: one export is in one language.
    var decimals = DecimalChoice()
    /// Whether it was said that times have no zone.
    var hasNotedZone = false
    /// Items some of whose points are of nobody knows how many.
    var unmeasured: Set<Int32> = []
    /// Items in which nothing can be scored.
    var worthless: Set<Int32> = []

    /// - Parameters:
    ///   - headerRow: which of the first rows is the header.
    ///   - name: what people call the format, with article.
    /// - Throws: `not-a-known-format` where no row is.
    init(
        _ content: FileContent, _ options: ReadOptions, _ name: String, example: String,
        headerRow: (_ lower: [String]) -> Bool
    ) throws(ReadError) {
        let table = try CSVTable(content.text, file: content.name)
        var assembler = TidyAssembler(file: content.name, options: options)
        let position = table.rows.prefix(20).firstIndex { row in
            headerRow((0..<row.count).map { table.text(table.cell(row, $0)).lowercased() })
        }
        // What is as wide as the header is no title but another table, and the row below it may be data of that.
        guard let position, !Preamble.isWide(above: position, in: table) else {
            throw assembler.findings.refusal(
                .notAKnownFormat, line: table.rows.first?.line, "the header is not that of \(name)",
                remedy: "export it again; its header looks like \(example)")
        }
        let row = table.rows[position]
        self.table = table
        self.options = options
        headers = (0..<row.count).map { table.text(table.cell(row, $0)) }
        lower = headers.map { $0.lowercased() }
        assembler.reserve(table.rows.count)
        assembler.headers = headers
        self.assembler = assembler
        self.headerRow = position
    }

    /// The header's physical line.
    var headerLine: Int { table.rows[headerRow].line }

    /// The rows below the header.
    var rows: ArraySlice<CSVRow> { table.rows[(headerRow + 1)...] }

    /// The first column with one of these headers, lower case.
    func column(_ names: String...) -> Int? { column(names) }

    /// The first column with one of these headers, lower case; an earlier name counts more.
    func column(_ names: [String]) -> Int? { names.lazy.compactMap { lower.firstIndex(of: $0) }.first }

    /// A cell as text; empty where there is no such column.
    func text(_ row: CSVRow, _ column: Int?) -> String {
        column.map { table.unguardedText(table.cell(row, $0)) } ?? ""
    }

    // MARK: Faults

    /// Says what is wrong with a row and puts it to the rejects.
    ///
    /// What is no learner's is left out, and nothing is wrong with it.
    mutating func reject(_ row: CSVRow, _ fault: Fault) {
        guard fault.rule != .notAnAnswer else {
            assembler.findings.add(fault.rule, line: row.line, fault.message, remedy: fault.remedy)
            return
        }
        let excerpt = fault.isShown ? text(row, fault.column) : ""
        let header = header(fault.column)
        assembler.findings.add(
            fault.rule, .error, line: row.line, column: fault.column.map { $0 + 1 }, header: header,
            excerpt: excerpt, fault.message, remedy: fault.remedy)
        assembler.findings.reject(line: row.line, rule: fault.rule, bytes: table.verbatim(row))
    }

    /// Notes something about a cell whose row is read all the same.
    mutating func note(
        _ rule: FindingRule, _ row: CSVRow, _ column: Int, _ message: String, remedy: String, severity: Severity? = nil
    ) {
        let excerpt = text(row, column)
        let header = header(column)
        assembler.findings.add(
            rule, severity, line: row.line, column: column + 1, header: header, excerpt: excerpt, message,
            remedy: remedy)
    }

    /// Notes something about a whole column.
    mutating func note(
        _ rule: FindingRule, header column: Int, _ message: String, remedy: String, severity: Severity? = nil
    ) {
        let (line, header) = (headerLine, header(column))
        assembler.findings.add(
            rule, severity, line: line, column: column + 1, header: header, message, remedy: remedy)
    }

    func header(_ column: Int?) -> String {
        guard let column, headers.indices.contains(column) else { return "" }
        return headers[column]
    }

    /// - Parameter needed: how many cells a row must have to say anything.
    /// - Throws: where a row has not the shape of the header.
    func checkShape(_ row: CSVRow, needed: Int) throws(Fault) {
        if row.isMalformed {
            throw Fault(
                rule: .textAfterQuote, column: table.malformedColumn(row), isShown: false,
                message: "something stands between a closing quote and the end of its cell",
                remedy: "double the quotes that belong to the text")
        }
        let width = headers.count
        let isLong = row.count > width && (width..<row.count).contains { !table.isBlank(table.cell(row, $0)) }
        guard isLong || row.count < needed else { return }
        throw Fault(
            rule: .raggedRow, column: isLong ? width : row.count, isShown: false,
            message: "the row has \(row.cellCount) and the header \(width)",
            remedy: isLong
                ? "look for a delimiter inside a cell that is not quoted" : "check the row; it ends too early")
    }

    /// Whose row it is: the first of some columns that is not blank.
    func learnerID(_ row: CSVRow, _ columns: [Int]) throws(Fault) -> String {
        for column in columns {
            let id = text(row, column)
            guard !id.isEmpty else { continue }
            guard !DamagedID.isDamaged(id) else {
                throw Fault(
                    rule: .damagedID, column: column,
                    message: DamagedID.message(id), remedy: DamagedID.remedy(id))
            }
            try checkIsLearner(id, row)
            return DamagedID.repaired(id)
        }
        try checkIsLearner("", row)
        throw Fault(
            rule: .blankID, column: columns.first, isShown: false, message: "there is nothing to know the learner by",
            remedy: "fill in the id")
    }

    /// - Throws: where a row tells of all learners.
    func checkIsLearner(_ id: String, _ row: CSVRow) throws(Fault) {
        // Learners have an id, whatever they are called.
        let name = id.isEmpty ? text(row, 0) : ""
        let takesDoubtful = SummaryRow.isDoubtful(name)
        guard SummaryRow.isWord(id) || SummaryRow.isWord(name) || takesDoubtful,
            SummaryRow.isOne((0..<row.count).lazy.map { text(row, $0) }, takesDoubtful: takesDoubtful)
        else { return }
        throw Fault(
            rule: .notAnAnswer, message: "a row of averages or totals is left out", remedy: "nothing to do")
    }
}
