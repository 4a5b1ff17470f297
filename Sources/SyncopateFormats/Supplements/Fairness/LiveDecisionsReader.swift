public import Syncopate

/// Reads decisions of together or apart from a CSV `learner,mode[,uplift,gain,expected]`, one row per decision.
///
/// `mode` is one of the engine's own words, such as `live_teacher` or `async_solo`; what is synchronous by it counts as live.
public enum LiveDecisionsReader {
    static let columns = ["learner", "mode", "uplift", "gain", "expected"]

    /// What a file said.
    public struct Imported: Sendable {
        public var decisions: [LiveDecision]
        /// Identities of learners by position.
        public var learners: [String]
        public var findings: [Finding]
        public var findingTotals: [FindingRule: Int]
        /// Rows that were not used.
        public var leftOut: Int
    }

    /// - Throws: ``ReadError`` if the file is none, or with `strict` has an error.
    public static func read(_ file: SourceFile, strict: Bool = false) throws(ReadError) -> Imported {
        var findings = FindingCollector(file: file.name)
        let table = try HeaderedTable(
            file, required: ["learner", "mode"], known: columns, kind: "a file of decisions", &findings)
        var decisions: [LiveDecision] = []
        var learners: [String] = []
        var positions: [String: Int] = [:]
        let rows = table.rows(&findings)
        for row in rows {
            let learner = table.text(row, "learner")
            guard !learner.isEmpty else {
                findings.add(
                    .blankID, line: row.line, column: table.column("learner"), header: "learner",
                    "there is no learner", remedy: "fill it in")
                continue
            }
            let name = table.text(row, "mode")
            guard let mode = Mode(rawValue: name.lowercased()) else {
                findings.add(
                    .badValue, line: row.line, column: table.column("mode"), header: "mode",
                    "this is no mode", remedy: "write one of " + Mode.allCases.map(\.rawValue).joined(separator: ", "))
                continue
            }
            var isWhole = true
            func number(_ column: String) -> Double? {
                guard let value = table.number(row, column) else { return nil }
                guard !value.isFinite else { return value }
                findings.add(
                    .badValue, line: row.line, column: table.column(column), header: column,
                    "this is no number", remedy: "correct it, or leave it blank")
                isWhole = false
                return nil
            }
            let (uplift, gain, expected) = (number("uplift"), number("gain"), number("expected"))
            guard isWhole else { continue }
            let place = positions[learner] ?? learners.count
            if place == learners.count {
                positions[learner] = place
                learners.append(learner)
            }
            decisions.append(
                LiveDecision(
                    learner: Int32(truncatingIfNeeded: place), isLive: mode.courseMode == "synchronous", uplift: uplift,
                    gain: gain, expected: expected))
        }
        if strict, let error = ReadError(strict: findings.findings.filter { $0.severity == .error }) { throw error }
        findings.merge()
        return Imported(
            decisions: decisions, learners: learners, findings: findings.findings, findingTotals: findings.totals,
            leftOut: max(table.table.rows.count - 1 - decisions.count, 0))
    }
}
