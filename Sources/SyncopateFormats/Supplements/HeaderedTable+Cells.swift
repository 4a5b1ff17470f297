internal import Syncopate

extension HeaderedTable {
    /// A number that can stand in this column: `nil` where the cell is blank, or noted as wrong.
    func number(
        _ row: CSVRow, _ name: String, _ findings: inout FindingCollector, _ isRight: (Double) -> Bool
    ) -> Double? {
        guard let value = number(row, name) else { return nil }
        if value.isFinite, isRight(value) { return value }
        note(.badValue, row, name, "this is no number that can stand here", &findings)
        return nil
    }

    /// A word of a fixed set, in lower case: `nil` where the cell is blank, or noted as wrong.
    ///
    /// - Parameter words: the set, to be named where a word is none of it.
    func word<Value>(
        _ row: CSVRow, _ name: String, _ rule: FindingRule, _ message: String, of words: [String] = [],
        _ findings: inout FindingCollector, _ parse: (String) -> Value?
    ) -> Value? {
        let text = text(row, name).lowercased()
        if text.isEmpty { return nil }
        if let value = parse(text) { return value }
        let remedy = words.isEmpty ? nil : "one of \(words.joined(separator: ", ")), or leave it blank"
        note(rule, row, name, message, remedy: remedy, &findings)
        return nil
    }

    /// A moment in seconds since 1970: `nil` where the cell is blank, or noted as wrong.
    func moment(_ row: CSVRow, _ name: String, _ findings: inout FindingCollector) -> Double? {
        word(row, name, .badTime, "this is neither a date nor a time with a zone", &findings) { Moment.seconds($0) }
    }

    /// Skills with weights, `fractions;ratios:0.5`: `nil` where the cell is blank, or noted as wrong.
    func skills(_ row: CSVRow, _ name: String, _ findings: inout FindingCollector) -> [SkillWeight]? {
        let text = text(row, name)
        if text.isEmpty { return nil }
        if let skills = SkillList.parse(text) { return skills }
        note(.badWeight, row, name, "a weight is a number above zero", &findings)
        return nil
    }

    /// Identities with semicolons between them: `nil` where the cell is blank.
    func list(_ row: CSVRow, _ name: String) -> [String]? {
        let text = text(row, name)
        return text.isEmpty ? nil : SkillList.names(text)
    }

    private func note(
        _ rule: FindingRule, _ row: CSVRow, _ name: String, _ message: String, remedy: String? = nil,
        _ findings: inout FindingCollector
    ) {
        findings.add(
            rule, line: row.line, column: column(name), header: name, excerpt: excerpt(row, name), message,
            remedy: remedy ?? "correct it, or leave it blank")
    }
}

extension String {
    /// Itself, or `nil` where there is nothing in it.
    var nonEmpty: String? { isEmpty ? nil : self }
}
