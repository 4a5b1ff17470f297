/// Attributes of learners from a CSV whose first column is `learner` and whose every other column is an attribute.
///
/// Only a fairness report has a use for them.
public struct GroupFile: Sendable {
    /// Names of the attributes, in the order of the columns.
    public var attributes: [String]
    /// Groups by learner, one per attribute; `nil` where the cell is blank.
    public var groups: [String: [String?]]
    public var findings: [Finding]
    public var findingTotals: [FindingRule: Int]

    /// - Throws: ``ReadError`` if the file is none, or with `strict` has an error.
    public init(_ file: SourceFile, strict: Bool = false) throws(ReadError) {
        var findings = FindingCollector(file: file.name)
        let text = try TextDecoder.decode(file)
        let preview = try CSVTable(text, file: file.name)
        let header = preview.rows.first
        let names = header.map { row in (0..<row.count).map { preview.text(preview.cell(row, $0)).lowercased() } } ?? []
        let attributes = names.filter { !$0.isEmpty && $0 != "learner" }
        let table = try HeaderedTable(
            file, required: ["learner"], known: ["learner"] + attributes, kind: "a file of groups", &findings)
        guard !attributes.isEmpty else {
            throw findings.refusal(
                .missingColumn, line: header?.line, "a file of groups needs a column beside learner",
                remedy: "add one per attribute, such as gender")
        }
        var groups: [String: [String?]] = [:]
        for row in table.rows(&findings) {
            let learner = table.text(row, "learner")
            guard !learner.isEmpty else {
                findings.add(
                    .blankID, line: row.line, column: table.column("learner"), header: "learner",
                    "there is no learner", remedy: "fill it in")
                continue
            }
            guard groups[learner] == nil else {
                findings.add(
                    .duplicateEvent, .error, line: row.line, "this learner stands further up already",
                    remedy: "keep one row of each learner")
                continue
            }
            groups[learner] = attributes.map { name in
                let value = table.text(row, name)
                return value.isEmpty ? nil : value
            }
        }
        if strict, let error = ReadError(strict: findings.findings.filter { $0.severity == .error }) { throw error }
        findings.merge()
        (self.attributes, self.groups) = (attributes, groups)
        (self.findings, findingTotals) = (findings.findings, findings.totals)
    }
}
