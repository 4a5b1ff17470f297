/// The guard `="…"` around a cell's text: spreadsheets show what is in it and neither run nor change it, and our readers
/// take it off again.
///
/// Quotes in it are doubled, as spreadsheets want them. Canvas guards names without doubling, so quotes that are not all
/// in pairs are read as they stand.
enum CellGuard {
    /// A text behind the guard.
    static func guarded(_ text: String) -> String { "=" + QuotedText.quoted(text) }

    /// What a guard holds; `nil` where there is none.
    static func content(of text: String) -> String? {
        guard let inside = inside(text) else { return nil }
        var content: [UInt8] = []
        var isDoubled = true
        var position = inside.startIndex
        while position < inside.endIndex {
            let byte = inside[position]
            content.append(byte)
            if byte == quote {
                if position + 1 < inside.endIndex, inside[position + 1] == quote {
                    position += 1
                } else {
                    isDoubled = false
                }
            }
            position += 1
        }
        return String(decoding: isDoubled ? content[...] : inside, as: UTF8.self)
    }

    /// Whether a spreadsheet takes it for a text and nothing else: all quotes inside are doubled.
    static func isLiteral(_ text: String) -> Bool { content(of: text).map { guarded($0) == text } ?? false }

    private static let quote = UInt8(ascii: "\"")

    /// The bytes between the quotes. Not by letters: the first may be a mark that joins what stands before it.
    private static func inside(_ text: String) -> ArraySlice<UInt8>? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 3, bytes[0] == UInt8(ascii: "="), bytes[1] == quote, bytes.last == quote else {
            return nil
        }
        return bytes[2..<bytes.count - 1]
    }
}
