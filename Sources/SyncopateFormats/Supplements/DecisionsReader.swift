/// Reads logged decisions from a CSV `decision,learner,action,propensity,reward,target[,predicted,predicted_target]`.
///
/// A row with a reward is a decision: the chosen action, the probability it was chosen with, what came of it, and the target
/// policy's probability of it. Rows of the same decision without a reward are the other actions that could have been chosen:
/// where there are any, all are needed, and `predicted_target` is worked out from `predicted`. Their propensity may be blank.
public enum DecisionsReader {
    static let required = ["decision", "learner", "action", "propensity", "reward", "target"]
    static let columns = required + ["predicted", "predicted_target"]

    /// Reads one file. A decision with a fault in any of its rows is left out and noted.
    ///
    /// - Parameter strict: refuse the file for one error, instead of leaving rows out.
    /// - Throws: ``ReadError`` if the file is none, or with `strict` has an error.
    public static func read(_ file: SourceFile, strict: Bool = false) throws(ReadError) -> ImportedDecisions {
        var collector = FindingCollector(file: file.name)
        let table = try HeaderedTable(file, required: required, known: columns, kind: "a decisions file", &collector)
        let rows = table.rows(&collector)
        let unread = table.table.rows.count - 1 - rows.count
        var reading = DecisionsReading(table, findings: collector)
        for row in rows { reading.add(row) }
        let log = reading.assemble()
        var findings = reading.findings
        findings.merge()
        if strict, let error = ReadError(strict: findings.findings.filter { $0.severity == .error }) { throw error }
        return ImportedDecisions(
            log: log, findings: findings.findings, findingTotals: findings.totals,
            leftOut: reading.leftOut + max(unread, 0))
    }
}
