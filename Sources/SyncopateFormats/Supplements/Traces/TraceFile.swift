/// Reads traces of independence from a CSV with a row per learner and piece of work, or per learner and week.
///
/// Only `learner` is needed; each further column is one more trace, and a blank cell is none:
///
/// | column | is |
/// | --- | --- |
/// | `course`, `item`, `type` | run of the course; piece of work; its kind (essay, quiz), which has intercepts of its own |
/// | `at` | when it was seen: RFC 3339, a date, or Unix seconds; else `due`, else `submitted` |
/// | `due`, `submitted` | made into `on_time` and the place among classmates who came on time, where those are blank |
/// | `on_time` | yes or no |
/// | `rank` | share of classmates who handed in before, 0...1 |
/// | `attempted` | share of what was assigned that was attempted, 0...1, or yes or no |
/// | `active_weeks`, `gap_days` | weeks active, longest gap: compared with the other rows of the same course, item and time |
/// | `persisted` | yes: went on after failing and got there; no: gave up |
/// | `help_asked`, `help_needed` | yes or no; one speaks only with the other |
/// | `rapid_wrong` | yes: a wrong answer in haste |
/// | `confidence`, `correct` | 0...1 both; one speaks only with the other |
/// | `voluntary` | yes: practised without having to |
/// | `help_received`, `solved_after` | yes or no; whether the next one was got alone after help, 0...1 or yes or no; one speaks only with the other |
/// | `help_wanted`, `help_given` | a classmate asked; this learner helped; one speaks only with the other |
/// | `explained`, `peer_solved` | explained it to a classmate; share of those who got it then, 0...1; one speaks only with the other |
/// | `group_score`, `own_score` | 0...1 both: of the learner's group and of the learner alone on the like of it; compared with the other rows of the same course, item and time, four or more |
///
/// The last four speak of interdependence (``ExchangeKind``), all others of independence (``TraceKind``).
///
/// A long file has `trace` and `value` instead: the name of a column (not `due` or `submitted`) and what would stand there.
/// Rows of one learner, course, item and time are then one event.
///
/// A blank `submitted` is work that did not come if it was due before the latest time of the file, and nothing before that.
/// A column `attended` is left aside with a note: attendance at live sessions is no evidence of independence.
public enum TraceFile {
    static let flags =
        ["on_time", "persisted", "help_asked", "help_needed", "rapid_wrong", "voluntary"]
        + ["help_received", "help_wanted", "help_given", "explained"]
    static let shares =
        ["rank", "attempted", "confidence", "correct"] + ["solved_after", "peer_solved", "group_score", "own_score"]
    static let amounts = ["active_weeks", "gap_days"]
    static let measures = flags + shares + amounts
    static let attendance = ["attended", "attendance"]
    static let columns =
        ["learner", "course", "item", "type", "at", "due", "submitted"] + measures + ["trace", "value"]

    /// Reads one file. A cell with a fault is noted and no trace; a row without a learner is left out.
    ///
    /// - Parameter strict: refuse the file for one error.
    /// - Throws: ``ReadError`` if the file is none, or with `strict` has an error.
    public static func read(_ file: SourceFile, strict: Bool = false) throws(ReadError) -> ImportedTraces {
        var findings = FindingCollector(file: file.name)
        let table = try HeaderedTable(
            file, required: ["learner"], known: columns + attendance, kind: "a traces file", &findings)
        let header = table.table.rows.first?.line
        for name in attendance where table.positions[name] != nil {
            findings.add(
                .ignoredColumn, line: header, column: table.column(name), header: name,
                "attendance at live sessions is no evidence of independence, so not read", remedy: "nothing to do")
        }
        let given = table.positions.keys
        let isLong = given.contains("trace")
        if isLong != given.contains("value") {
            throw findings.refusal(
                .missingColumn, line: header, "a long traces file needs both the columns trace and value",
                remedy: "write the header learner,course,item,at,trace,value")
        }
        let speaks = Set(measures + ["trace", "submitted"])
        guard
            given.contains(where: { speaks.contains($0) }) || given.contains(where: { attendance.contains($0) })
                || given.contains("due")
        else {
            throw findings.refusal(
                .missingColumn, line: header, "a traces file needs at least one column of traces",
                remedy: "add some of \(measures.joined(separator: ",")), or due and submitted")
        }
        let rows = table.rows(&findings)
        var reading = TraceReading(table, findings: findings)
        for row in rows { reading.add(row) }
        let log = reading.assemble()
        var noticed = reading.findings
        noticed.merge()
        let found = noticed.findings
        if strict, let error = ReadError(strict: found.filter { $0.severity == .error }) { throw error }
        return ImportedTraces(log: log, exchanges: reading.exchanges(), findings: found, findingTotals: noticed.totals)
    }
}
