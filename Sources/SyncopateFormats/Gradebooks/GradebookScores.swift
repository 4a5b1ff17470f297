internal import Syncopate

/// Reads the grades of a gradebook's row.
struct GradebookScores {
    /// A cell as evidence.
    struct Score {
        var status: Status
        /// Share of the maximum; NaN unless scored.
        var share = Double.nan
    }

    private let table: CSVTable
    private let columns: [GradebookColumn]
    private let maximumRemedy: String
    private let blankWords: [(prefix: String, status: Status)]
    private let marks: [DecimalMark?]
    private let isStated: Bool
    private let stated: Double?
    private let scale: GradeScale?
    var findings: FindingCollector
    /// The last row read, an entry for each assignment.
    private(set) var scores: [Score] = []

    init(_ table: CSVTable, _ layout: GradebookLayout, _ columns: [GradebookColumn], _ options: ReadOptions) {
        self.table = table
        self.columns = columns
        maximumRemedy = layout.maximumRemedy
        blankWords = layout.blankWords
        marks = columns.map { layout.mark($0.position) }
        isStated = options.decimal != nil
        stated = options.usableMaximum
        scale = options.scale
        findings = FindingCollector(file: "")
    }

    /// Notes what is true of whole columns.
    mutating func describeColumns(_ collector: inout FindingCollector, headerLine: Int) {
        findings = FindingCollector(file: collector.file)
        for column in columns {
            let place = column.position + 1
            if let name = column.scaleName, scale == nil, column.numbers > 0 {
                collector.add(
                    .letterWithoutScale, line: headerLine, column: place, header: column.header,
                    "grades are on the scale \"\(Finding.shortened(name))\", of which the file says nothing, so numbers here "
                        + "were not read",
                    remedy: "display them as scores and export again, or give a scale with --scale")
            } else if column.maximum == nil, stated == nil, column.numbers > 0 {
                let unread = column.numbers - column.percents
                if unread > 0 {
                    let marks = unread == 1 ? "1 mark was" : "\(unread) marks were"
                    collector.add(
                        .maximumMissing, line: headerLine, column: place, header: column.header,
                        "the file does not say how many points are possible, so \(marks) not read",
                        remedy: maximumRemedy)
                }
            }
            if column.decimals.isMixed, !isStated {
                collector.add(
                    .mixedDecimalMarks, line: headerLine, column: place, header: column.header,
                    "some cells have decimal points and others decimal commas",
                    remedy: "check the column; each cell that can be read one way only was read that way")
            }
            if column.percents > 0, column.percents < column.numbers {
                collector.add(
                    .mixedUnits, line: headerLine, column: place, header: column.header,
                    "\(column.percents) cells are percentages and \(column.numbers - column.percents) are points",
                    remedy: "check the column; percentages were read as shares of the maximum")
            }
        }
    }

    /// Reads a row into ``scores``, or returns the first rule it breaks.
    mutating func read(_ row: CSVRow) -> FindingRule? {
        scores.removeAll(keepingCapacity: true)
        var fault: FindingRule?
        for index in columns.indices {
            let cell = table.cell(row, columns[index].position)
            if let rule = read(cell, row, index) { fault = fault ?? rule }
        }
        return fault
    }

    private mutating func read(_ cell: CSVCell, _ row: CSVRow, _ index: Int) -> FindingRule? {
        // A column is large; taking it out of the array for every cell would cost more than reading the cell.
        let score = ScoreCell(table, cell)
        switch score {
        case .number(let number): return read(number, cell, row, index)
        case .status(.notAssigned) where columns[index].isWithheld: scores.append(Score(status: .hidden))
        case .status(let status): scores.append(Score(status: status))
        case .letter, .text:
            if !blankWords.isEmpty {
                let text = table.text(cell).lowercased()
                if let blank = blankWords.first(where: { text.hasPrefix($0.prefix) }) {
                    scores.append(Score(status: blank.status))
                    return nil
                }
            }
            // What a grade is worth is a share already: no maximum is needed.
            if let share = scale?.share(table.text(cell)) {
                scores.append(Score(status: .scored, share: share))
                return nil
            }
            return words(score, cell, row, columns[index])
        case .notFinite:
            return fault(
                .notFinite, cell, row, columns[index], "this is no finite number", "write the points, or nothing")
        }
        return nil
    }

    /// Words are grades on some scale, or no score among scores.
    private mutating func words(
        _ score: ScoreCell, _ cell: CSVCell, _ row: CSVRow, _ column: GradebookColumn
    ) -> FindingRule? {
        if case .text = score, column.numbers > 0 {
            return fault(.notANumber, cell, row, column, "this is no score", "write points, EX, N/A or nothing")
        }
        letter(cell, row, column)
        return nil
    }

    private mutating func letter(_ cell: CSVCell, _ row: CSVRow, _ column: GradebookColumn) {
        if let remark = remark(table.text(cell)) {
            findings.add(
                .notANumber, .warning, line: row.line, column: column.position + 1, header: column.header,
                excerpt: table.text(cell), remark.message, remedy: remark.remedy)
            scores.append(Score(status: .hidden))
            return
        }
        findings.add(
            .letterWithoutScale, line: row.line, column: column.position + 1, header: column.header,
            excerpt: table.text(cell),
            scale == nil
                ? "a grade in words, and the file has no scale to turn it into points"
                : "a grade in words that is not on the scale",
            remedy: scale == nil
                ? "display it as points and export again, or give a scale with --scale" : "add it to the scale")
        scores.append(Score(status: .hidden))
    }

    /// What to say of a text that is no grade on any scale; `nil` for what may be one.
    private func remark(_ text: String) -> (message: String, remedy: String)? {
        if SheetError.isOne(text) {
            return (
                "an error of a spreadsheet stands in place of a score", "mend the formula, and save the table again"
            )
        }
        guard text.utf8.contains(where: \.isDigit), LocalTime(text) != nil || LocalTime("2000-01-01 " + text) != nil
        else { return nil }
        return (
            "a date or a time, and no score",
            "write the points, if a spreadsheet has made a date of them; else nothing to do"
        )
    }

    private mutating func read(_ number: NumericCell, _ cell: CSVCell, _ row: CSVRow, _ index: Int) -> FindingRule? {
        if columns[index].scaleName != nil {
            if let share = scale?.share(table.text(cell)) {
                scores.append(Score(status: .scored, share: share))
            } else if scale != nil {
                letter(cell, row, columns[index])
            } else {
                scores.append(Score(status: .hidden))
            }
            return nil
        }
        let maximum = columns[index].maximum ?? stated
        guard let points = number.value(mark: marks[index], isStated: isStated, maximum: maximum) else {
            return fault(
                .ambiguousDecimal, cell, row, columns[index],
                "this may be a decimal number or thousands, and the column does not tell which",
                "write it without the \(number.isCommaOrThousands ? "comma" : "point"), or state the decimal mark with "
                    + "--decimal")
        }
        if number.isFullWidth {
            findings.add(
                .fullWidthDigits, line: row.line, column: columns[index].position + 1, header: columns[index].header,
                excerpt: table.text(cell), "full-width digits, read as plain ones", remedy: "nothing to do")
        }
        guard points >= 0 else {
            return fault(
                .negativeScore, cell, row, columns[index], "a score cannot be below zero",
                "correct it, or leave it blank")
        }
        let share: Double
        if number.isPercent, maximum != 0 {
            share = points / 100
        } else if let maximum, maximum > 0 {
            share = points / maximum
        } else {
            scores.append(Score(status: .hidden))
            return nil
        }
        guard share.isFinite else {
            return fault(
                .notFinite, cell, row, columns[index], "this is no finite number", "write the points, or nothing")
        }
        if share > 1 {
            findings.add(
                .extraCredit, line: row.line, column: columns[index].position + 1, header: columns[index].header,
                excerpt: table.text(cell), "more than the points possible; kept as extra credit",
                remedy: "check that it is meant")
        }
        scores.append(Score(status: .scored, share: share))
        return nil
    }

    private mutating func fault(
        _ rule: FindingRule, _ cell: CSVCell, _ row: CSVRow, _ column: GradebookColumn, _ message: String,
        _ remedy: String
    ) -> FindingRule {
        findings.add(
            rule, line: row.line, column: column.position + 1, header: column.header, excerpt: table.text(cell),
            message, remedy: remedy)
        scores.append(Score(status: .unknownBlank))
        return rule
    }
}
