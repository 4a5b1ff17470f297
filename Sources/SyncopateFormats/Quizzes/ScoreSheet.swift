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
    private var marks: [Int: DecimalChoice] = [:]
    private var decimals = DecimalChoice()

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
        guard let position else {
            throw assembler.findings.refusal(
                .notAKnownFormat, line: table.rows.first?.line, "the header is not that of \(name)",
                remedy: "export it again; its header looks like \(example)")
        }
        let row = table.rows[position]
        self.table = table
        self.options = options
        headers = (0..<row.count).map { table.text(table.cell(row, $0)) }
        lower = headers.map { $0.lowercased() }
        assembler.reserve(table.rows.count, hasTries: true)
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
    mutating func reject(_ row: CSVRow, _ fault: Fault) {
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

    private func header(_ column: Int?) -> String {
        guard let column, headers.indices.contains(column) else { return "" }
        return headers[column]
    }

    /// - Parameter needed: how many cells a row must have to say anything.
    /// - Throws: where a row has not the shape of the header.
    func checkShape(_ row: CSVRow, needed: Int) throws(Fault) {
        if row.isMalformed {
            let column = (0..<row.count).first { table.cell(row, $0).isMalformed }
            throw Fault(
                rule: .textAfterQuote, column: column, isShown: false,
                message: "something stands between a closing quote and the end of its cell",
                remedy: "double the quotes that belong to the text")
        }
        let width = headers.count
        let isLong = row.count > width && (width..<row.count).contains { !table.isBlank(table.cell(row, $0)) }
        guard isLong || row.count < needed else { return }
        throw Fault(
            rule: .raggedRow, column: isLong ? width : row.count, isShown: false,
            message: "the row has \(row.count) cells and the header \(width)",
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
                    message: "a spreadsheet has turned the id into a rounded number",
                    remedy: "export again, and open the file by importing the column as text")
            }
            return DamagedID.repaired(id)
        }
        throw Fault(
            rule: .blankID, column: columns.first, isShown: false, message: "there is nothing to know the learner by",
            remedy: "fill in the id")
    }

    // MARK: Scores

    /// Looks at all cells of a column of scores for its decimal mark.
    mutating func survey(_ column: Int) {
        var choice = DecimalChoice()
        for row in rows {
            if let number = NumericCell(table.bytes, table.trimmed(table.cell(row, column))) { choice.observe(number) }
        }
        surveyed(column, choice)
    }

    /// Takes over what is known of a column's decimal mark.
    mutating func surveyed(_ column: Int, _ choice: DecimalChoice) {
        marks[column] = choice
        decimals.add(choice)
        if choice.isMixed, options.decimal == nil {
            note(
                .mixedDecimalMarks, header: column, "some cells have decimal points and others decimal commas",
                remedy: "check the column; each cell that can be read one way only was read that way")
        }
    }

    /// Takes a number of the header into account: it is written like the cells below.
    mutating func surveyed(header number: NumericCell) { decimals.observe(number) }

    /// The decimal mark of a column: as stated, else as its own cells agree, else as the whole file agrees.
    private func mark(_ column: Int) -> DecimalMark? {
        if let stated = options.decimal { return stated }
        guard let own = marks[column] else { return decimals.mark }
        return own.isMixed ? nil : own.mark ?? decimals.mark
    }

    /// What a cell of points says; blank and `-` are ``Status/unknownBlank`` for the format to say more of.
    mutating func score(_ row: CSVRow, _ column: Int, maximum: Double? = nil) throws(Fault) -> Score {
        try score(ScoreCell(table, table.cell(row, column)), row, column, maximum: maximum)
    }

    /// What some text in a cell says.
    mutating func score(_ cell: ScoreCell, _ row: CSVRow, _ column: Int, maximum: Double?) throws(Fault) -> Score {
        switch cell {
        case .number(let number):
            guard
                let points = number.value(mark: mark(column), isStated: options.decimal != nil, maximum: maximum)
            else {
                throw Fault(
                    rule: .ambiguousDecimal, column: column,
                    message: "this may be a decimal number or thousands, and the column does not tell which",
                    remedy: "write it without the comma, or state the decimal mark with --decimal")
            }
            guard points >= 0 else {
                throw Fault(
                    rule: .negativeScore, column: column, message: "a score cannot be below zero",
                    remedy: "correct it, or leave it blank")
            }
            if number.isFullWidth {
                note(.fullWidthDigits, row, column, "full-width digits, read as plain ones", remedy: "nothing to do")
            }
            return Score(
                status: .scored, points: number.isPercent ? points / 100 : points, isShare: number.isPercent)
        case .status(let status): return Score(status: status)
        case .notFinite:
            throw Fault(
                rule: .notFinite, column: column, message: "this is no finite number",
                remedy: "write the points, or nothing")
        case .letter, .text:
            if let share = options.scale?.share(text(row, column)) {
                return Score(status: .scored, points: share, isShare: true)
            }
            guard case .letter = cell else {
                throw Fault(
                    rule: .notANumber, column: column, message: "this is no score",
                    remedy: "write the points, or nothing")
            }
            note(
                .letterWithoutScale, row, column,
                "a grade in words, and the file has no scale to turn it into points",
                remedy: "write it as points")
            return Score(status: .hidden)
        }
    }

    /// A number in a header, such as the points possible; `nil` for anything else, and below zero.
    func headerNumber(_ text: String) -> NumericCell? {
        let bytes = Array(text.utf8)
        guard let number = NumericCell(bytes, 0..<bytes.count), !number.isPercent, number.withPoint.isFinite,
            number.withComma.isFinite, number.withPoint >= 0
        else { return nil }
        return number
    }

    /// The value of a number in a header; a lone comma there is a decimal one, since nobody is asked for thousands of
    /// points.
    func value(_ number: NumericCell) -> Double {
        number.value(options.decimal ?? (number.isCommaOrThousands ? .comma : .point))
    }

    // MARK: Times

    /// The times of a column, with what is wrong with them said once.
    mutating func times(_ column: Int?) -> LocalTimeColumn {
        var times = LocalTimeColumn(zone: options.zone)
        guard let column else { return times }
        for row in rows { times.observe(text(row, column)) }
        if times.isUndecided {
            note(
                .badTime, header: column,
                times.isMixed
                    ? "some dates begin with the day and others with the month: those that may do either were not read"
                    : "no date tells whether day or month comes first: those that may begin with either were not read",
                remedy: "write dates like 2021-06-02", severity: .error)
        }
        if times.lacksZone, options.zone == nil, !hasNotedZone {
            hasNotedZone = true
            note(
                .badTime, header: column, "times without a zone, read as if they were UTC",
                remedy: "give --timezone", severity: .note)
        }
        return times
    }

    private var hasNotedZone = false

    /// The moment a cell names; NaN where it is blank or its column is undecided.
    func moment(_ row: CSVRow, _ column: Int?, _ times: LocalTimeColumn) throws(Fault) -> Double {
        let text = text(row, column)
        guard !text.isEmpty, text != "-" else { return .nan }
        switch times.read(text) {
        case .seconds(let seconds): return seconds
        case .undecided: return .nan
        case .none:
            throw Fault(
                rule: .badTime, column: column, message: "this is no time",
                remedy: "write it like 2021-06-02 08:28, or leave it blank")
        }
    }

    // MARK: Events

    /// Items some of whose points are of nobody knows how many.
    private var unmeasured: Set<Int32> = []

    /// Adds an event unless it was there before. Points without a maximum are withheld: they are no shares.
    mutating func add(_ event: TidyEvent, id: String? = nil) {
        var event = event
        if event.status == .scored, !event.isShare, event.maximum.isNaN, options.usableMaximum == nil {
            event.status = .hidden
            event.points = .nan
            if unmeasured.insert(event.item).inserted {
                let title = Finding.shortened(assembler.log.items[Int(event.item)].title)
                assembler.findings.add(
                    .maximumMissing, line: event.line,
                    "nothing says what the points of \"\(title)\" are out of, so those without a maximum were not read",
                    remedy: "read with --max")
            }
        }
        assembler.add(event, id: id)
    }

    // MARK: Attempts

    /// Numbers rows of one learner from 1, the earliest first; rows without a time keep their order, after the others.
    /// A row that repeats another is the same attempt.
    ///
    /// - Parameter isNewestFirst: whether the file puts later rows before earlier ones.
    func attempts(_ rows: [(learner: String, at: Double, row: CSVRow)], isNewestFirst: Bool) -> [Int32] {
        var byLearner: [String: [Int]] = [:]
        for (index, row) in rows.enumerated() { byLearner[row.learner, default: []].append(index) }
        var attempts = Array(repeating: Int32(1), count: rows.count)
        for indices in byLearner.values where indices.count > 1 {
            let sorted = indices.sorted { left, right in
                let (a, b) = (rows[left].at, rows[right].at)
                if a.isNaN != b.isNaN { return b.isNaN }
                if !a.isNaN, a != b { return a < b }
                return isNewestFirst ? left > right : left < right
            }
            var number: Int32 = 0
            var before: Int?
            for index in sorted {
                let isRepeat = before.map { earlier in
                    rows[earlier].at == rows[index].at
                        && table.verbatim(rows[earlier].row) == table.verbatim(rows[index].row)
                }
                if isRepeat != true { number = number == .max ? number : number + 1 }
                attempts[index] = number
                before = index
            }
        }
        return attempts
    }

    /// Says that there is nothing below the header, if so.
    mutating func noteEmptiness() {
        guard rows.isEmpty || assembler.log.learners.isEmpty else { return }
        assembler.findings.add(
            .noLearners, line: headerLine, "no row of a learner was read",
            remedy: "check that the export is not empty")
    }

    /// What was read, when all rows were.
    mutating func finish() -> FileReading {
        noteEmptiness()
        return FileReading(&assembler, headerRows: [table.verbatim(table.rows[headerRow])])
    }
}

extension NumericCell {
    /// Whether a comma in it may be either mark.
    var isCommaOrThousands: Bool { if case .commaOrThousands = shape { true } else { false } }
}
