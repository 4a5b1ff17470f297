/// Quotes as CSV and spreadsheets have them.
enum QuotedText {
    /// A text in quotes, those in it doubled. Not by letters: a mark may join a quote and make another letter of it.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { result.unicodeScalars.append(scalar) }
            result.unicodeScalars.append(scalar)
        }
        result.unicodeScalars.append("\"")
        return result
    }
}
