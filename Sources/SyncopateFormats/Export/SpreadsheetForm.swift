/// A CSV of ours as a spreadsheet opens it without harm: what it would run stays text, ids stay as they are, and
/// cells stand apart as its language has them.
///
/// OWASP ("CSV Injection") advises an apostrophe before text that begins like a formula; a spreadsheet then shows it
/// and runs nothing. An apostrophe would make another id of an id, so an id gets the guard `="…"` instead, which
/// spreadsheets show as the text in it and our readers take off again.
public struct SpreadsheetForm: Sendable {
    /// What stands between cells.
    public enum Delimiter: String, Sendable, CaseIterable {
        /// Where numbers have decimal points.
        case comma
        /// Where numbers have decimal commas, as those of the file then have.
        case semicolon
        /// What any spreadsheet splits when text is pasted.
        case tab

        var byte: UInt8 {
            switch self {
            case .comma: 0x2C
            case .semicolon: 0x3B
            case .tab: 0x09
            }
        }
    }

    private let delimiter: Delimiter
    /// Whether the byte order mark comes first, without which Excel does not know UTF-8.
    private let hasMark: Bool

    public init(delimiter: Delimiter = .comma, hasMark: Bool = false) {
        self.delimiter = delimiter
        self.hasMark = hasMark
    }

    /// Rewrites a table.
    ///
    /// - Parameters:
    ///   - table: a CSV with a header, as our writers write it.
    ///   - ids: headers of columns that other tables are joined by.
    ///   - texts: headers of columns of text, which may look like a number and is none.
    ///   - times: headers of columns of seconds since 1970, which become dates.
    public func write(
        _ table: [UInt8], ids: Set<String> = [], texts: Set<String> = [], times: Set<String> = []
    ) -> [UInt8] {
        var result: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
        result.reserveCapacity(table.count + table.count / 8)
        var header: [String] = []
        CSVSplitter.rows(table) { row in
            let isHeader = header.isEmpty
            if isHeader { header = row }
            for (position, text) in row.enumerated() {
                if position > 0 { result.append(delimiter.byte) }
                let name = !isHeader && position < header.count ? header[position] : ""
                let cell =
                    ids.contains(name)
                    ? guarded(text) : cell(text, isText: texts.contains(name), isTime: times.contains(name))
                append(cell, to: &result)
            }
            result += [0x0D, 0x0A]
        }
        return result
    }

    private func cell(_ text: String, isText: Bool, isTime: Bool) -> String {
        guard !text.isEmpty else { return text }
        if isTime, let seconds = Double(text), seconds == seconds.rounded(), let moment = Moment.text(seconds) {
            return moment
        }
        if Self.isNumber(text) { return isText ? text : number(text) }
        return Self.startsFormula(text) && !CellGuard.isLiteral(text) ? "'" + text : text
    }

    /// An id behind the guard where it would be run, rounded or read as a date otherwise.
    private func guarded(_ text: String) -> String {
        guard Self.startsFormula(text) || Self.isReadAsNumber(text), !CellGuard.isLiteral(text) else { return text }
        return CellGuard.guarded(text)
    }

    /// A number with the decimal mark that goes with the delimiter; a zero more where three digits could be
    /// thousands.
    private func number(_ text: String) -> String {
        guard delimiter == .semicolon, let point = text.utf8.firstIndex(of: 0x2E) else { return text }
        let tail = text[text.index(after: point)...]
        return text[..<point] + "," + tail + (tail.utf8.count == 3 && tail.utf8.allSatisfy(\.isDigit) ? "0" : "")
    }

    private func append(_ text: String, to result: inout [UInt8]) {
        let bytes = text.utf8
        guard bytes.contains(where: { $0 == delimiter.byte || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            result += bytes
            return
        }
        result.append(0x22)
        for byte in bytes {
            if byte == 0x22 { result.append(byte) }
            result.append(byte)
        }
        result.append(0x22)
    }

    /// A number as our writers write it.
    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0.isDigit || $0 == 0x2E || $0 == 0x2D || $0 == 0x65 || $0 == 0x2B }
            && Double(text) != nil
    }

    /// Whether a spreadsheet runs it, full-width signs included (OWASP lists them).
    static func startsFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
        return formulaStarts.contains(first)
    }

    private static let formulaStarts = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

    /// Whether a spreadsheet makes a number or a date of it that is written otherwise, or rounds it to 15 digits.
    private static func isReadAsNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isDigit else { return false }
        let digits = text.utf8.count(where: \.isDigit)
        if digits == text.utf8.count { return (first == 0x30 && digits > 1) || digits > 15 }
        return text.utf8.allSatisfy { $0.isDigit || ".,-/:eE+ ".utf8.contains($0) }
    }
}
