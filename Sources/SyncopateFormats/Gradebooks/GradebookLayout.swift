internal import Syncopate

/// A gradebook's header understood: where it stands, who is where, what each column is.
///
/// A learner a row, an item a column. Each format has an initializer of its own; what rows and cells say is read alike.
struct GradebookLayout {
    /// Position of the header in ``CSVTable/rows``.
    let headerRow: Int
    let identity: GradebookIdentity
    var columns: [GradebookColumn]
    /// Position of a row with the points possible, if there is one.
    var maximumRow: Int?
    /// Rows that are learners', by position.
    var learnerRows: [Int] = []
    /// What the format calls a kind of blank, lower case, by the beginning of the cell.
    var blankWords: [(prefix: String, status: Status)] = []
    /// What to do where points possible are missing.
    var maximumRemedy = "read with --max"
    /// The decimal mark the caller stated.
    let statedMark: DecimalMark?
    /// What is known of marks between thousands in such files.
    private let thousands: ThousandsMarks
    /// What every column's cells together say about the decimal mark: one export is in one language.
    private(set) var decimals = DecimalChoice()

    init(
        headerRow: Int, identity: GradebookIdentity, headers: [String], decimal: DecimalMark?,
        thousands: ThousandsMarks = .possible
    ) {
        self.headerRow = headerRow
        self.identity = identity
        statedMark = decimal
        self.thousands = thousands
        columns = headers.enumerated().map { position, header in
            GradebookColumn(position: position, header: header, role: .unnamed, number: nil, title: header)
        }
    }

    /// A table whose first row is the header and whose other rows are learners', with the items settled by a format.
    ///
    /// - Parameter settle: says what each column is.
    init(
        _ table: CSVTable, _ identity: GradebookIdentity, headers: [String], decimal: DecimalMark?,
        thousands: ThousandsMarks = .possible, _ findings: inout FindingCollector,
        settle: (inout GradebookColumn, inout FindingCollector) -> Void
    ) {
        self.init(headerRow: 0, identity: identity, headers: headers, decimal: decimal, thousands: thousands)
        learnerRows = Array(table.rows.indices.dropFirst())
        leaveOutSummaries(table, &findings)
        for position in columns.indices where position < identity.firstGrade { columns[position].role = .custom }
        for position in identity.positions where columns.indices.contains(position) { columns[position].role = .id }
        for position in columns.indices.dropFirst(identity.firstGrade) where columns[position].role == .unnamed {
            guard !columns[position].header.isEmpty else { continue }
            settle(&columns[position], &findings)
        }
        surveyCells(table)
        settleMark()
        settleMaxima(line: table.rows[headerRow].line, &findings)
        settleDuplicates(table, &findings)
    }

    /// Says that the header is not the first row.
    func noteTitle(line: Int, _ findings: inout FindingCollector) {
        guard headerRow > 0 else { return }
        findings.add(
            .preambleSkipped, line: line,
            headerRow == 1 ? "the header stands below another row" : "the header stands below \(headerRow) other rows",
            remedy: "nothing to do if those rows are only a heading")
    }

    /// Says that a further row of points possible is unlike the first.
    func noteFurtherMaximums(_ row: CSVRow, _ table: CSVTable, _ findings: inout FindingCollector) {
        guard let maximumRow else { return }
        let isSame = columns.indices.dropFirst(identity.firstGrade).allSatisfy {
            table.text(table.cell(row, $0)) == table.text(table.cell(table.rows[maximumRow], $0))
        }
        guard !isSame else { return }
        findings.add(
            .secondMaximumRow, line: row.line, "a second row of points possible, unlike the first",
            remedy: "keep one of them; the first is used")
    }

    /// Rows that tell of all learners are nobody's.
    mutating func leaveOutSummaries(_ table: CSVTable, _ findings: inout FindingCollector) {
        let positions = Set(
            [identity.namePosition, identity.firstNamePosition].compactMap { $0 } + identity.idPositions)
        let telling = tellsLearners(table, positions)
        let isSummary = learnerRows.map { position -> Bool in
            let row = table.rows[position]
            func text(_ column: Int) -> String { table.unguardedText(table.cell(row, column)) }
            if positions.contains(where: { SummaryRow.isWord(text($0)) }) {
                return SummaryRow.isOne((0..<row.count).lazy.map(text))
            }
            guard let place = positions.first(where: { SummaryRow.isDoubtful(text($0)) }),
                identity.idPositions.contains(place) ? telling.byNumber : telling.byMore,
                // The word alone says who it is about.
                (0..<identity.firstGrade).count(where: { !text($0).isEmpty }) == 1
            else { return false }
            return SummaryRow.isOne((0..<row.count).lazy.map(text), takesDoubtful: true)
        }
        for (position, isSummary) in zip(learnerRows, isSummary) where isSummary {
            findings.add(
                .notAnAnswer, line: table.rows[position].line, "a row of averages or totals is left out",
                remedy: "nothing to do")
        }
        learnerRows = zip(learnerRows, isSummary).filter { !$1 }.map(\.0)
    }

    /// What most learners are known by: a number, so that `max` is nobody's login; more than a name, so that somebody called
    /// Max has it too.
    private func tellsLearners(_ table: CSVTable, _ positions: Set<Int>) -> (byNumber: Bool, byMore: Bool) {
        var (all, numbered, more) = (0, 0, 0)
        for position in learnerRows {
            let row = table.rows[position]
            let texts = (0..<identity.firstGrade).map { table.unguardedText(table.cell(row, $0)) }
            if positions.contains(where: { texts.indices.contains($0) && SummaryRow.isDoubtful(texts[$0]) }) {
                continue
            }
            all += 1
            if texts.count(where: { !$0.isEmpty }) > 1 { more += 1 }
            if identity.idPositions.contains(where: { isNumber(texts.indices.contains($0) ? texts[$0] : "") }) {
                numbered += 1
            }
        }
        return (numbered * 2 > all, max(more, numbered) * 2 > all)
    }

    /// Whether an id is a number, as student numbers are; some systems put a mark before it.
    private func isNumber(_ id: String) -> Bool {
        let digits = id.utf8.drop { $0 == UInt8(ascii: "#") }
        return !digits.isEmpty && digits.allSatisfy(\.isDigit)
    }

    /// Takes out rows that are no learner's of the course.
    mutating func leaveOutTestStudents(
        _ table: CSVTable, _ findings: inout FindingCollector, where isTest: (_ id: String) -> Bool
    ) {
        guard let position = identity.idPosition else { return }
        learnerRows.removeAll { number in
            let row = table.rows[number]
            guard isTest(table.unguardedText(table.cell(row, position))) else { return false }
            findings.add(
                .testStudent, line: row.line, "the row of a test student is left out", remedy: "nothing to do")
            return true
        }
    }

    /// Looks once at every cell: what sort of thing a column holds, and its decimal mark.
    mutating func surveyCells(_ table: CSVTable) {
        for position in learnerRows {
            let row = table.rows[position]
            for column in identity.firstGrade..<max(min(row.count, columns.count), identity.firstGrade) {
                switch ScoreCell(table, table.cell(row, column)) {
                case .number(let number):
                    columns[column].numbers += 1
                    if number.isPercent {
                        columns[column].percents += 1
                    } else if number.isUnambiguous {
                        columns[column].highest = max(columns[column].highest, number.withPoint)
                    }
                    if number.shape != .whole { columns[column].decimals.observe(number, thousands: thousands) }
                case .status:
                    if !table.isBlank(table.cell(row, column)) { columns[column].marks += 1 }
                case .letter: columns[column].letters += 1
                case .text, .notFinite: columns[column].texts += 1
                }
            }
        }
    }

    /// Adds up what the columns say about the decimal mark, and the points possible above them.
    mutating func settleMark() {
        for column in columns {
            decimals.add(column.decimals)
            if let number = column.maximumNumber { decimals.observe(number, thousands: thousands) }
        }
    }

    /// Reads the points possible of the header, which are written in the language of the cells.
    private mutating func settleMaxima(line: Int, _ findings: inout FindingCollector) {
        for position in columns.indices {
            guard let number = columns[position].maximumNumber else { continue }
            columns[position].maximum = maximum(number, highest: columns[position].highest)
            noteZero(position, line: line, &findings)
            guard columns[position].maximum == nil, columns[position].role == .assignment else { continue }
            findings.add(
                .maximumNotANumber, line: line, column: position + 1, header: columns[position].header,
                "the points possible may be a decimal number or thousands, and the file does not tell which",
                remedy: "state the decimal mark with --decimal")
        }
    }

    /// Says of a column of work that its marks are no evidence, where there are no points to have.
    func noteZero(_ position: Int, line: Int, _ findings: inout FindingCollector) {
        guard columns[position].maximum == 0, columns[position].role == .assignment else { return }
        findings.add(
            .maximumZero, line: line, column: position + 1, header: columns[position].header,
            "nothing can be scored here, so its marks are no evidence",
            remedy: "give it points possible if it should count")
    }

    /// What the points possible of a column are; `nil` where they may be two numbers.
    ///
    /// Nobody ends a fraction in a nought, so 2,000 is no 2 unless the file's marks make it one, and its scores fit.
    private func maximum(_ number: NumericCell, highest: Double) -> Double? {
        if number.isUnambiguous { return number.withPoint }
        if let statedMark { return number.value(statedMark) }
        let (fraction, whole) = (min(number.withPoint, number.withComma), max(number.withPoint, number.withComma))
        if thousands == .always { return whole }
        let isBeyond = highest > 2 * fraction
        if let mark = decimals.mark {
            let value = number.value(mark)
            return value == fraction && isBeyond ? nil : value
        }
        if isBeyond { return whole }
        let isRound = whole.truncatingRemainder(dividingBy: 10) == 0
        switch (number.isCommaOrThousands, isRound) {
        case (true, true): return whole
        case (false, false): return fraction
        default: return nil
        }
    }

    /// The decimal mark of a column: as stated, else as its own cells agree, else as the whole file agrees.
    func mark(_ position: Int) -> DecimalMark? {
        if let statedMark { return statedMark }
        let own = columns[position].decimals
        return own.isMixed ? nil : own.mark ?? decimals.mark
    }
}
