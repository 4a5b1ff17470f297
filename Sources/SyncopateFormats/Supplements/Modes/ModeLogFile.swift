internal import Syncopate

/// Reads what came of working in one mode or another from a CSV, a row per learner and piece of time.
///
/// | column | is |
/// | --- | --- |
/// | `learner` | who; blank: somebody never met again |
/// | `mode` | one of the engine's own words that has weights, such as `live_teacher` or `async_solo` |
/// | `gain` | gain in log-odds of success on the topic; or instead |
/// | `before`, `after` | chance of success, or score as a share of the most, before and after: 0...1 |
/// | `minutes` | how long it took, 1 or more; blank: 30 |
/// | `success` | chance of success before; blank: `before`, else unknown |
/// | `independence`, `independence_sd` | of the learner then; blank: a learner like any |
/// | `peer_reach`, `stuck` | P(a classmate within reach had it), P(practice is fruitless), 0...1; blank: unknown |
/// | `complexity` | of the task, -1...1; blank: the usual |
/// | `people` | on the topic together, the learner among them; blank: unknown |
public enum ModeLogFile {
    static let columns = [
        "learner", "mode", "gain", "before", "after", "minutes", "success", "independence", "independence_sd",
        "peer_reach", "stuck", "complexity", "people",
    ]

    /// A score of nothing or of everything stands for a chance this far from the end: its log-odds would be infinite.
    static let margin = 0.02

    /// Reads one file. A row with a fault is left out and noted.
    ///
    /// - Parameter strict: refuse the file for one error.
    /// - Throws: ``ReadError`` if the file is none, or with `strict` has an error.
    public static func read(_ file: SourceFile, strict: Bool = false) throws(ReadError) -> ImportedModeLog {
        var findings = FindingCollector(file: file.name)
        let table = try HeaderedTable(
            file, required: ["learner", "mode"], known: columns, kind: "a log of modes and gains", &findings)
        let given = table.positions.keys
        guard given.contains("gain") || (given.contains("before") && given.contains("after")) else {
            throw findings.refusal(
                .missingColumn, line: table.table.rows.first?.line,
                "a log of gains needs the column gain, or before and after",
                remedy: "write the header learner,mode,before,after,minutes")
        }
        var reading = ModeLogReading(table: table, findings: findings)
        let rows = table.rows(&reading.findings)
        for row in rows { reading.add(row) }
        var noticed = reading.findings
        noticed.merge()
        if strict, let error = ReadError(strict: noticed.findings.filter { $0.severity == .error }) { throw error }
        return ImportedModeLog(
            observations: reading.observations, learners: reading.learners, findings: noticed.findings,
            findingTotals: noticed.totals)
    }
}
