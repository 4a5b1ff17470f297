/// Briefs as text for a terminal, or a printer that knows no more.
public struct BriefText {
    let reports: [BriefReport]
    /// Columns, at least 60.
    let width: Int
    /// Whether headings may be set in bold.
    let isStyled: Bool

    public init(_ reports: [BriefReport], width: Int, isStyled: Bool = false) {
        self.reports = reports
        self.width = max(width, 60)
        self.isStyled = isStyled
    }

    /// All pages, a blank line and a form feed apart where nobody looks at a terminal.
    public func write() -> [UInt8] {
        let pages = BriefReport.pages(reports) { page($0).utf8.count { $0 == UInt8(ascii: "\n") } <= Self.pageLines }
            .map(page)
        return Array(pages.joined(separator: isStyled ? "\n\n" : "\n\u{C}").utf8)
    }

    /// Lines of a printed page, at six to the inch on the shorter of A4 and US Letter.
    private static let pageLines = 66

    private func page(_ page: BriefPage) -> String {
        let title = BriefNames.plain(page.title)
        let full = TextWidth.fit("\(TextWidth.clean(title)) · \(page.subtitle)", width).trimmedRight
        var text = bold(full) + "\n" + String(repeating: "═", count: TextWidth.of(full)) + "\n"
        for part in page.parts {
            text += "\n" + bold(part.heading.uppercased()) + "\n"
            for block in part.blocks { text += write(block) }
        }
        return text
    }

    private func write(_ block: BriefPage.Block) -> String {
        switch block {
        case .subheading(let words):
            return TextWidth.wrap(BriefNames.plain(words), width).map { bold($0) + "\n" }.joined()
        case .words(let words): return wrapped(words, indent: 0, hanging: 2)
        case .note(let words): return wrapped(words, indent: 0, hanging: 0)
        case .entries(let entries):
            return entries.map { wrapped("\($0.lead): \($0.words)", indent: 0, hanging: 2) }.joined()
        case .table(let headings, let rows): return table(headings, rows)
        }
    }

    private func wrapped(_ text: String, indent: Int, hanging: Int) -> String {
        TextWidth.wrap(BriefNames.plain(text), width - indent - hanging).enumerated()
            .map { String(repeating: " ", count: indent + ($0.offset > 0 ? hanging : 0)) + $0.element + "\n" }.joined()
    }

    // MARK: Tables

    private static let gap = 2

    /// Cells are broken at blanks; the first column gives way where there is too little room.
    private func table(_ headings: [String], _ rows: [[String]]) -> String {
        let heads = headings.map(BriefNames.plain)
        let cells = rows.map { $0.map(BriefNames.plain) }
        let widths = Self.widths(heads, cells, width: width)
        var text = lines(of: heads, widths).map { bold($0) + "\n" }.joined()
        for row in cells { for line in lines(of: row, widths) { text += line + "\n" } }
        return text
    }

    private static func widths(_ headings: [String], _ rows: [[String]], width: Int) -> [Int] {
        var widths = headings.indices.map { column -> Int in
            let word = headings[column].split(separator: " ").map { TextWidth.of(String($0)) }.max() ?? 0
            let content = rows.map { $0.indices.contains(column) ? TextWidth.of($0[column]) : 0 }.max() ?? 0
            // A heading takes up to two lines.
            return max(word, content, column == 0 ? 0 : (TextWidth.of(headings[column]) + 3) / 2)
        }
        guard widths.count > 1 else { return [min(widths.first ?? width, width)] }
        let others = widths.dropFirst().reduce(0) { $0 + $1 + gap }
        widths[0] = min(widths[0], max(width - others, 14))
        // What is still too much is taken from the widest of the others.
        while widths.reduce(0, { $0 + $1 + gap }) - gap > width {
            let widest = widths.indices.dropFirst().max { widths[$0] < widths[$1] } ?? 0
            guard widths[widest] > 8 else { break }
            widths[widest] -= 1
        }
        return widths
    }

    private func lines(of cells: [String], _ widths: [Int]) -> [String] {
        let wrapped = zip(cells, widths).map { cell, width in
            // A single word that is too long is cut, as a name.
            TextWidth.wrap(cell, width)
        }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            zip(wrapped, widths).map { TextWidth.fit($0.indices.contains(line) ? $0[line] : "", $1) }
                .joined(separator: String(repeating: " ", count: Self.gap)).trimmedRight
        }
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
