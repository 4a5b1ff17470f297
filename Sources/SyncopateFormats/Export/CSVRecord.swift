/// Cells of tables for other programs, as they are but for quotes.
enum CSVRecord {
    /// A cell, quoted where a comma, a quote, the end of a line or a blank at either end would be misread.
    static func cell(_ text: String) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        let blank = UInt8(ascii: " ")
        let needs =
            text.utf8.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
            || text.utf8.first == blank || text.utf8.last == blank
        guard needs else { return Array(text.utf8) }
        return [quote] + text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}
