/// What cells of points say.
extension ScoreSheet {
    /// Looks at all cells of a column of scores for its decimal mark.
    ///
    /// - Parameter thousands: what is known of the marks of whoever wrote it.
    mutating func survey(_ column: Int, thousands: ThousandsMarks = .possible) {
        var choice = DecimalChoice()
        for row in rows {
            if let number = NumericCell(table.bytes, table.trimmed(table.cell(row, column))) {
                choice.observe(number, thousands: thousands)
            }
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
    mutating func surveyed(header number: NumericCell, thousands: ThousandsMarks) {
        decimals.observe(number, thousands: thousands)
    }

    /// The decimal mark of a column: as stated, else as its own cells agree, else as the whole file agrees.
    private func mark(_ column: Int) -> DecimalMark? {
        if let stated = options.decimal { return stated }
        guard let own = marks[column] else { return decimals.mark }
        return own.isMixed ? nil : own.mark ?? decimals.mark
    }

    /// What a cell of points says; blank and `-` are ``Status/unknownBlank`` for the format to say more of.
    ///
    /// - Parameter hasPenalties: whether points below zero are ordinary: a penalty took more than there was.
    mutating func score(
        _ row: CSVRow, _ column: Int, maximum: Double? = nil, hasPenalties: Bool = false
    ) throws(Fault) -> Score {
        try score(
            ScoreCell(table, table.cell(row, column)), row, column, maximum: maximum, hasPenalties: hasPenalties)
    }

    /// What some text in a cell says.
    mutating func score(
        _ cell: ScoreCell, _ row: CSVRow, _ column: Int, maximum: Double?, hasPenalties: Bool = false
    ) throws(Fault) -> Score {
        switch cell {
        case .number(let number):
            guard
                let points = number.value(mark: mark(column), isStated: options.decimal != nil, maximum: maximum)
            else {
                throw Fault(
                    rule: .ambiguousDecimal, column: column,
                    message: "this may be a decimal number or thousands, and the column does not tell which",
                    remedy:
                        "write it without the \(number.isCommaOrThousands ? "comma" : "point"), or state the decimal mark with --decimal"
                )
            }
            guard points >= 0 || hasPenalties else {
                throw Fault(
                    rule: .negativeScore, column: column, message: "a score cannot be below zero",
                    remedy: "correct it, or leave it blank")
            }
            if number.isFullWidth {
                note(.fullWidthDigits, row, column, "full-width digits, read as plain ones", remedy: "nothing to do")
            }
            if points < 0 {
                note(
                    .negativeScore, row, column, "below zero, as penalties make it; read as 0",
                    remedy: "nothing to do", severity: .warning)
            }
            let kept = max(points, 0)
            return Score(status: .scored, points: number.isPercent ? kept / 100 : kept, isShare: number.isPercent)
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
}
