public import Syncopate

/// Outcomes in Canvas's import and export format: a CSV with `vendor_guid`, `object_type`, `title` and, where they hang
/// together, `parent_guids`.
///
/// Its last column stands for the ratings, whose number differs from row to row, so that rows are longer or shorter than the
/// header. An outcome with several parents belongs to the first.
public enum CanvasOutcomesFile {
    /// Reads one file into standards.
    ///
    /// - Throws: ``ReadError`` if the file is none.
    public static func read(
        _ file: SourceFile
    ) throws(ReadError) -> (standards: [StandardsFile.Entry], findings: FindingCollector) {
        var findings = FindingCollector(file: file.name)
        let text = try TextDecoder.decode(file)
        let table = try CSVTable(text, file: file.name)
        guard let header = table.rows.first else {
            throw findings.refusal(.emptyFile, "there is nothing in this file", remedy: "export the outcomes again")
        }
        var positions: [String: Int] = [:]
        for position in 0..<header.count {
            let name = table.text(table.cell(header, position)).lowercased()
            if !name.isEmpty, positions[name] == nil { positions[name] = position }
        }
        guard let identity = positions["vendor_guid"], let title = positions["title"] else {
            throw findings.refusal(
                .missingColumn, line: header.line, "a file of outcomes needs the columns vendor_guid and title",
                remedy: "export the outcomes from Canvas, or write these columns")
        }
        func written(_ row: CSVRow, _ position: Int?) -> String {
            guard let position, position < row.count else { return "" }
            return table.unguardedText(table.cell(row, position))
        }
        var entries: [StandardsFile.Entry] = []
        for row in table.rows.dropFirst() {
            let id = written(row, identity)
            guard !id.isEmpty else {
                if !(0..<row.count).allSatisfy({ table.isBlank(table.cell(row, $0)) }) {
                    findings.add(
                        .blankID, line: row.line, column: identity + 1, header: "vendor_guid",
                        "there is no vendor_guid",
                        remedy: "fill it in")
                }
                continue
            }
            if written(row, positions["workflow_state"]).lowercased() == "deleted" { continue }
            let name = written(row, title)
            let parent = written(row, positions["parent_guids"]).split(separator: " ").first.map(String.init) ?? ""
            entries.append(StandardsFile.Entry(id: id, code: name.isEmpty ? id : name, statement: name, parent: parent))
        }
        return (entries, findings)
    }
}
