/// A table in Markdown, its columns aligned for a terminal.
public struct TextTable {
    private var rows: [[String]]

    public init(header: [String]) { rows = [header] }

    /// Adds a row; it must have as many cells as the header.
    public mutating func append(_ row: [String]) { rows.append(row) }

    /// The lines, joined.
    public var text: String {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        var lines = rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return "| " + cells.joined(separator: " | ") + " |"
        }
        lines.insert("|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|", at: 1)
        return lines.joined(separator: "\n")
    }
}
