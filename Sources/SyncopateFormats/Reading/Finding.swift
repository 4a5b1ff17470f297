/// One thing noticed while reading a file: where, which rule, and what to do about it.
///
/// A finding names rows and columns and never a learner.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// What it is about.
    public var rule: FindingRule
    /// How much it matters.
    public var severity: Severity
    /// The file's name as the caller gave it.
    public var file: String
    /// Physical line, from 1, newlines inside quotes counted; `nil` where the whole file is meant.
    public var line: Int?
    /// Position of the cell in its row, from 1 (in JSON lines, of the byte in its line); `nil` where no one cell is meant.
    public var column: Int?
    /// That column's header; empty where there is none.
    public var columnHeader: String
    /// The cell, shortened to 40 characters with control characters escaped; empty where it would say nothing or name someone.
    public var excerpt: String
    /// What is wrong, as a sentence without its full stop.
    public var message: String
    /// What to do about it.
    public var remedy: String

    /// Longest excerpt, in characters.
    public static let excerptLimit = 40

    public init(
        rule: FindingRule, severity: Severity? = nil, file: String, line: Int? = nil,
        column: Int? = nil, columnHeader: String = "", excerpt: String = "", message: String,
        remedy: String
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.file = file
        self.line = line
        self.column = column
        self.columnHeader = Finding.shortened(columnHeader)
        self.excerpt = Finding.shortened(excerpt)
        self.message = message
        self.remedy = remedy
    }

    /// One line: `FILE:LINE:COLUMN: rule: message (remedy)`, without the parts that do not apply.
    public var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if line != nil, let column { place += ":\(column)" }
        var text = "\(place): \(rule.rawValue): \(message)"
        if !columnHeader.isEmpty { text += ", column \"\(columnHeader)\"" }
        if !excerpt.isEmpty { text += ", found \"\(excerpt)\"" }
        if !remedy.isEmpty { text += " (\(remedy))" }
        return text
    }

    /// At most ``excerptLimit`` characters, with anything that could move a terminal's cursor written out.
    public static func shortened(_ text: String) -> String {
        var result = ""
        var length = 0
        for scalar in text.unicodeScalars {
            let piece: String
            switch scalar {
            case "\n": piece = "\\n"
            case "\r": piece = "\\r"
            case "\t": piece = "\\t"
            case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}",
                "\u{2060}"..."\u{206F}", "\u{FEFF}":
                piece = "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            default: piece = String(scalar)
            }
            if length + piece.count > excerptLimit - 1 { return result + "…" }
            result += piece
            length += piece.count
        }
        return result
    }
}
