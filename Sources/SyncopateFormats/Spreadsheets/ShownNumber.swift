/// What a cell of an OpenDocument spreadsheet shows of its number, where that says more than the number does.
///
/// The formats of numbers stand far from the cells there; what they make of a number stands beside it.
enum ShownNumber {
    /// The text that stands for a number: the number, or what is shown of it where that is an id with zeros in front or
    /// hyphens in it, points out of others (`4 / 5`), or a number with a percent sign behind it.
    ///
    /// - Parameter number: as ``SheetNumber`` writes it.
    static func text(_ number: [UInt8], shownAs text: [UInt8]) -> [UInt8] {
        guard let value = Double(String(decoding: number, as: UTF8.self)), let first = text.first, first.isDigit,
            let last = text.last
        else { return number }
        if last == UInt8(ascii: "%") {
            // Decimals may be cut off.
            let shown = NumericCell(text, 0..<text.count).map { [$0.withPoint, $0.withComma] } ?? []
            return shown.contains { abs($0 - value) <= 0.5 } ? number + [last] : number
        }
        if let slash = text.firstIndex(of: UInt8(ascii: "/")) {
            let points = Blanks.trimmed(0..<slash, in: text)
            let possible = Blanks.trimmed((slash + 1)..<text.count, in: text)
            guard let shown = NumericCell(text, points), NumericCell(text, possible) != nil,
                [shown.withPoint, shown.withComma].contains(where: { abs($0 - value) <= 0.5 }),
                // A fraction such as 4/5 is a share, whose number says it.
                value == 0 || points.upperBound < slash
            else { return number }
            return number + text[points.upperBound...]
        }
        guard text.count > 1, last.isDigit, first == UInt8(ascii: "0") || text.contains(UInt8(ascii: "-")),
            text.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") }),
            Double(String(decoding: text.filter(\.isDigit), as: UTF8.self)) == value
        else { return number }
        return text
    }
}
