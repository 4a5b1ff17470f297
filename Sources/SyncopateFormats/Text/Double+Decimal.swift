extension Double {
    /// A number as people and programs write it, with a decimal point: digits, signs and an exponent, or a word for what is no
    /// finite number, and nothing of what else the language takes for one, such as `0x1F`.
    init?(decimal text: some StringProtocol) {
        let isPlain = text.utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
        let isWord = ["nan", "inf", "infinity"].contains(text.lowercased().drop { $0 == "-" || $0 == "+" })
        guard isPlain || isWord, let value = Double(String(text)) else { return nil }
        self = value
    }

    /// A number as a message shows it: whole ones without a point.
    var shortText: String { Int64(exactly: self).map(String.init) ?? "\(self)" }
}
