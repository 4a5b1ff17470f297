/// A number in a header: points possible.
enum BracketedNumber {
    /// The number with which a text begins, with a point or a comma for its decimal mark; `nil` where there is none.
    static func leading(_ text: Substring) -> Double? {
        let digits = text.drop { $0 == " " }.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let bytes = Array(digits.utf8)
        guard !bytes.isEmpty, let number = NumericCell(bytes, 0..<bytes.count) else { return nil }
        let value: Double
        switch number.shape {
        // Headers are written by programs, which put no thousands there.
        case .commaOrThousands, .comma: value = number.withComma
        default: value = number.withPoint
        }
        return value.isFinite ? value : nil
    }

    /// What stands between the last pair of these marks at the end of a text, and what before; `nil` where there is none.
    static func last(_ text: String, _ open: Character, _ close: Character) -> (before: String, inside: Substring)? {
        guard text.hasSuffix(String(close)), let start = text.lastIndex(of: open) else { return nil }
        let inside = text[text.index(after: start)...].dropLast()
        var before = text[..<start]
        while before.hasSuffix(" ") { before = before.dropLast() }
        return (String(before), inside)
    }
}
