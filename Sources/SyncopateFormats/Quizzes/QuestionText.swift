/// A question's text as the title of an item.
enum QuestionText {
    /// The text on one line, without marks of HTML, at most 80 characters.
    static func title(_ text: some StringProtocol) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        return shortened(withoutTags(words.joined(separator: " ")))
    }

    /// Without the marks of HTML that reports leave in it.
    private static func withoutTags(_ text: String) -> String {
        // Behind the last end of a mark there is none, however many begin.
        guard text.contains("<"), let last = text.lastIndex(of: ">") else { return text }
        var plain = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<"), open < last {
            plain += rest[..<open]
            let after = rest[rest.index(after: open)...]
            // A sign of comparison opens nothing.
            if let first = after.first, first == "/" || first.isLetter, let close = after.firstIndex(of: ">") {
                rest = after[after.index(after: close)...]
            } else {
                plain.append("<")
                rest = after
            }
        }
        return plain + rest
    }

    private static func shortened(_ text: String) -> String {
        guard text.count > 80 else { return text }
        var start = String(text.prefix(79))
        while start.last?.isWhitespace == true { start.removeLast() }
        return start + "…"
    }
}
