/// What stands in a spreadsheet's cell whose formula has no result: `#N/A`, `#DIV/0!`, `Err:503`.
enum SheetError {
    /// Whether a text is such a word, in whatever language a spreadsheet program writes it.
    static func isOne(_ text: some Collection<UInt8>) -> Bool {
        guard (3...24).contains(text.count) else { return false }
        let word = String(decoding: text, as: UTF8.self)
        if words.contains(word) { return true }
        // LibreOffice numbers what it has no word for.
        if word.hasPrefix("Err:") { return word.utf8.count > 4 && word.utf8.dropFirst(4).allSatisfy(\.isDigit) }
        guard word.hasPrefix("#"), word.hasSuffix("!") || word.hasSuffix("?") else { return false }
        return word.contains(where: \.isLetter) && !word.contains { $0.isLowercase || $0.isWhitespace }
    }

    static func isOne(_ text: String) -> Bool { isOne(text.utf8) }

    /// Those without a mark at the end, in English, German, Italian, Portuguese, Spanish, French and Dutch.
    private static let words: Set<String> = ["#N/A", "#NV", "#N/D", "#N/B", "#GETTING_DATA"]
}
