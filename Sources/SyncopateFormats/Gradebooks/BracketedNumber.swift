/// A number in a header: points possible.
enum BracketedNumber {
    /// The number with which a text begins, as written, and what follows it; `nil` where there is none.
    ///
    /// Programs group thousands in headers too, with a mark or a blank (1,500, 1 500): which mark is the decimal one is
    /// not to be seen here.
    static func leading(_ text: Substring) -> (number: NumericCell, rest: Substring)? {
        let text = text.drop { $0.isWhitespace }
        var end = text.startIndex
        var groups: [Substring.Index] = []
        while end < text.endIndex {
            let character = text[end]
            let next = text.index(after: end)
            if character.isASCII, character.isNumber || character == "." || character == "," {
                end = next
            } else if character.isWhitespace || character == "'" || character == "’", next < text.endIndex,
                text[next].isASCII, text[next].isNumber
            {
                groups.append(end)
                end = next
            } else {
                break
            }
        }
        // What follows after a blank may be a number of its own.
        for end in [end] + groups.reversed().prefix(8) {
            let bytes = Array(text[..<end].utf8)
            guard bytes.count <= 64, let number = NumericCell(bytes, 0..<bytes.count) else { continue }
            guard number.withPoint.isFinite, number.withComma.isFinite else { return nil }
            return (number, text[end...].drop { $0.isWhitespace })
        }
        return nil
    }

    /// What stands between the last pair of these marks, which are ASCII, at the end of a text, and what before; `nil` where
    /// there is none.
    static func last(_ text: String, _ open: Character, _ close: Character) -> (before: String, inside: Substring)? {
        // Bytes first: most texts have none, and letters take long to look at.
        guard text.utf8.last == close.asciiValue, text.last == close, let start = text.lastIndex(of: open) else {
            return nil
        }
        let inside = text[text.index(after: start)...].dropLast()
        var before = text[..<start]
        while before.hasSuffix(" ") { before = before.dropLast() }
        return (String(before), inside)
    }
}
