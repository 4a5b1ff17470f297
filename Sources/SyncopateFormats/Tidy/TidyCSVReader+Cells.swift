/// What the cells of a row say.
extension TidyCSVReader {
    func cell(_ row: CSVRow, _ field: TidyField) -> CSVCell? {
        columns[field].map { table.cell(row, $0) }
    }

    func text(_ row: CSVRow, _ field: TidyField) -> String {
        cell(row, field).map { table.unguardedText($0) } ?? ""
    }

    /// A text that may be what programs write where nothing is known, and is then empty.
    func word(_ row: CSVRow, _ field: TidyField) -> String {
        let text = text(row, field)
        return MissingWord.isOne(text) && !isExact(row, field) ? "" : text
    }

    func number(_ row: CSVRow, _ field: TidyField) throws(TidyValues.Fault) -> Double? {
        guard let cell = cell(row, field), !table.isBlank(cell) else { return nil }
        let number = NumericCell(table.bytes, table.trimmed(cell))
        if number == nil, MissingWord.isOne(table.text(cell)) { return nil }
        let value = number.flatMap { number in
            number.isPercent ? nil : number.value(mark: mark, isStated: options.decimal != nil, maximum: nil)
        }
        switch field {
        case .max: return try TidyValues.maximum(value)
        case .attempt: return Double(try TidyValues.attempt(value))
        case .hints: return Double(try TidyValues.hints(value))
        case .seconds: return Double(try TidyValues.seconds(value))
        default: return try TidyValues.number(value, field)
        }
    }

    /// Whether a cell says of itself that no spreadsheet has changed it.
    func isExact(_ row: CSVRow, _ field: TidyField) -> Bool { cell(row, field).map(table.isGuarded) ?? false }
}
