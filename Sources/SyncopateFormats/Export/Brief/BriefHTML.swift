/// Briefs as one page of HTML: complete in itself, made to be printed, one sheet per section.
///
/// It is XHTML as well: every element is closed, so that any XML parser reads it. Nothing is fetched, nothing runs.
public struct BriefHTML {
    let reports: [BriefReport]

    public init(_ reports: [BriefReport]) { self.reports = reports }

    /// The document.
    public func write() -> [UInt8] {
        let pages = BriefReport.pages(reports) { Self.lines($0) <= Self.sheetLines }
        let title = pages.count == 1 ? BriefNames.plain(pages[0].title) : "\(pages.count) sections"
        var text = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>Brief: \(SVGWriter.escaped(title))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <main>

            """
        for (number, page) in pages.enumerated() { text += write(page, number: number + 1) }
        return Array((text + "</main>\n</body>\n</html>\n").utf8)
    }

    /// Lines of print on the shorter of A4 and US Letter, and columns of one in the narrower of them.
    private static let sheetLines = 54.0
    private static let sheetColumns = 98

    /// About how many lines of print a page takes.
    private static func lines(_ page: BriefPage) -> Double {
        func height(_ text: String, _ columns: Int) -> Double {
            Double((TextWidth.of(BriefNames.plain(text)) + columns - 1) / columns)
        }
        return page.parts.reduce(2) { sum, part in
            part.blocks.reduce(sum + 1.8) { sum, block in
                switch block {
                case .subheading(let words): sum + 0.3 + height(words, sheetColumns)
                case .words(let words): sum + 0.2 + height(words, sheetColumns)
                case .note(let words): sum + 0.2 + 0.85 * height(words, sheetColumns * 23 / 20)
                case .entries(let entries):
                    entries.reduce(sum + 0.2) { $0 + 0.1 + height($1.lead + ": " + $1.words, sheetColumns - 3) }
                case .table(let headings, let rows):
                    // A cell has its share of the width; the widest breaks first.
                    rows.reduce(sum + (headings.count > 3 ? 2.3 : 1.5)) { sum, row in
                        sum + 0.2 + (row.map { height($0, sheetColumns / max(headings.count, 3)) }.max() ?? 1)
                    }
                }
            }
        }
    }

    private func write(_ page: BriefPage, number: Int) -> String {
        var text = "<article aria-labelledby=\"page-\(number)\">\n"
        text += "<header><h1 id=\"page-\(number)\">\(inline(page.title))</h1><p>\(inline(page.subtitle))</p></header>\n"
        for part in page.parts {
            text += "<section>\n<h2>\(inline(part.heading))</h2>\n"
            for block in part.blocks { text += write(block) }
            text += "</section>\n"
        }
        return text + "</article>\n"
    }

    private func write(_ block: BriefPage.Block) -> String {
        switch block {
        case .subheading(let words): return "<h3>\(inline(words))</h3>\n"
        case .words(let words): return "<p>\(inline(words))</p>\n"
        case .note(let words): return "<p class=\"note\">\(inline(words))</p>\n"
        case .entries(let entries):
            let items = entries.map { "<li><strong>\(inline($0.lead)):</strong> \(inline($0.words))</li>\n" }
            return "<ul>\n\(items.joined())</ul>\n"
        case .table(let headings, let rows):
            let heads = headings.map { "<th scope=\"col\">\(inline($0))</th>" }.joined()
            let body = rows.map { row in
                let cells = row.enumerated().map { place, cell in
                    place == 0 ? "<th scope=\"row\">\(inline(cell))</th>" : "<td>\(inline(cell))</td>"
                }
                return "<tr>\(cells.joined())</tr>\n"
            }
            return "<table>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n\(body.joined())</tbody>\n</table>\n"
        }
    }

    /// Text with what is isolated in an element of its own, which keeps its direction.
    private func inline(_ text: String) -> String {
        var result = ""
        var run = String.UnicodeScalarView()
        var isOpen = false
        func flush() {
            result += SVGWriter.escaped(String(run))
            run = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if scalar == BriefNames.opening, !isOpen {
                flush()
                result += "<bdi>"
                isOpen = true
            } else if scalar == BriefNames.closing, isOpen {
                flush()
                result += "</bdi>"
                isOpen = false
            } else if scalar != BriefNames.opening, scalar != BriefNames.closing {
                run.append(scalar)
            }
        }
        flush()
        return result + (isOpen ? "</bdi>" : "")
    }

    /// Black on white, as small as can be read on paper. A page is a sheet; rows and lines are not torn apart.
    private static let style = """
        @page { margin: 10mm 13mm; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #fff; color: #000; font: 10.5pt/1.3 Arial, Helvetica, "Liberation Sans", "Noto Sans", sans-serif; }
        article { max-width: 190mm; margin: 0 auto; padding: 8mm 5mm; overflow-wrap: break-word; }
        article + article { border-top: 1px solid #767676; }
        header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1em; border-bottom: 2px solid #000; }
        header p { margin: 0; }
        h1 { font-size: 15pt; line-height: 1.2; margin: 0; }
        h2 { font-size: 11.5pt; line-height: 1.2; margin: 0.55em 0 0.1em; break-after: avoid; }
        h3 { font-size: 1em; margin: 0.2em 0 0; break-after: avoid; }
        p { margin: 0.1em 0; }
        p.note { font-size: 9pt; line-height: 1.2; color: #222; }
        ul { margin: 0.1em 0; padding: 0; list-style: none; }
        li { padding-left: 1em; text-indent: -1em; margin: 0.08em 0; break-inside: avoid; }
        table { border-collapse: collapse; margin: 0.1em 0 0.2em; min-width: 60%; }
        th, td { text-align: start; vertical-align: top; font-weight: normal; padding: 0 1.4em 0 0; border-bottom: 1px solid #bbb; }
        thead th { font-size: 9pt; line-height: 1.15; color: #333; vertical-align: bottom; border-bottom: 1px solid #000; }
        tbody th { font-weight: 600; min-width: 9em; }
        tr { break-inside: avoid; }
        section:last-child h2 { font-size: 10pt; }
        @media print {
          body { font-size: 10pt; line-height: 1.22; }
          p.note { font-size: 8.5pt; }
          article { max-width: none; padding: 0; break-after: page; }
          article:last-child { break-after: auto; }
          article + article { border-top: 0; }
        }
        """
}
