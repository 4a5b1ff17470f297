internal import Syncopate

/// Rows of a traces file on their way to a log.
struct TraceReading {
    private let table: HeaderedTable
    /// What was noticed.
    private(set) var findings: FindingCollector
    private(set) var rows: [Row] = []
    /// Rows of a long file by what they are about.
    private var places: [Key: Int] = [:]

    struct Key: Hashable {
        var learner: String
        var course: String
        var item: String
        var time: Double?
    }

    /// One event as the file gives it.
    struct Row {
        var key: Key
        var type: String
        var due: Double?
        var submitted: Double?
        var values: [String: Double] = [:]
    }

    init(_ table: HeaderedTable, findings: FindingCollector) {
        self.table = table
        self.findings = findings
    }

    /// Takes a row, or notes what is wrong with it.
    mutating func add(_ row: CSVRow) {
        let learner = table.text(row, "learner")
        guard !learner.isEmpty else {
            return findings.add(
                .blankID, line: row.line, column: table.column("learner"), header: "learner", "there is no learner",
                remedy: "fill it in")
        }
        let due = table.moment(row, "due", &findings)
        let submitted = table.moment(row, "submitted", &findings)
        let time = table.moment(row, "at", &findings) ?? due ?? submitted
        let key = Key(
            learner: learner, course: table.text(row, "course"), item: table.text(row, "item"), time: time)
        var read = Row(key: key, type: table.text(row, "type"), due: due, submitted: submitted)
        // A time that cannot be read is not one that is missing: whether it came on time is then not known.
        if submitted == nil, !table.text(row, "submitted").isEmpty { read.due = nil }
        for name in TraceFile.measures { read.values[name] = value(row, name, measure: name) }
        guard table.positions["trace"] != nil else { return rows.append(read) }
        let name = table.text(row, "trace").lowercased()
        if TraceFile.measures.contains(name) {
            if let number = value(row, "value", measure: name) { read.values[name] = number }
        } else if TraceFile.attendance.contains(name) {
            findings.add(
                .ignoredColumn, line: row.line, column: table.column("trace"), header: "trace",
                "attendance at live sessions is no evidence of independence, so not read", remedy: "nothing to do")
        } else if !name.isEmpty {
            findings.add(
                .badValue, line: row.line, column: table.column("trace"), header: "trace",
                "there is no such trace",
                remedy: "use one of \(TraceFile.measures.joined(separator: ", "))")
        }
        if let place = places[key] {
            rows[place].values.merge(read.values) { $1 }
            rows[place].due = rows[place].due ?? read.due
            rows[place].submitted = rows[place].submitted ?? read.submitted
        } else {
            places[key] = rows.count
            rows.append(read)
        }
    }

    private mutating func value(_ row: CSVRow, _ column: String, measure: String) -> Double? {
        if TraceFile.amounts.contains(measure) { return table.number(row, column, &findings) { $0 >= 0 } }
        let takesShares = TraceFile.shares.contains(measure)
        let word = table.text(row, column).lowercased()
        if measure != "rank", measure != "confidence" {
            if ["true", "yes", "y", "1"].contains(word) { return 1 }
            if ["false", "no", "n", "0"].contains(word) { return 0 }
        }
        if takesShares { return table.number(row, column, &findings) { (0...1).contains($0) } }
        return table.word(row, column, .badValue, "this is neither yes nor no", &findings) { _ in nil }
    }

    // MARK: The log

    /// Makes events of the rows, in the order of the file.
    mutating func assemble() -> TraceLog {
        // What is known to have happened; a due date may lie in the future.
        let seen = rows.flatMap { row in [row.submitted, row.key.time == row.due ? nil : row.key.time] }
        let latest = seen.compactMap { $0 }.max() ?? -.infinity
        let hasSubmissions = table.positions["submitted"] != nil
        for index in rows.indices where rows[index].values["on_time"] == nil && hasSubmissions {
            guard let due = rows[index].due else { continue }
            if let submitted = rows[index].submitted {
                rows[index].values["on_time"] = submitted <= due ? 1 : 0
            } else if due <= latest {
                rows[index].values["on_time"] = 0
            }
        }
        let ranks = compare(byItem: true) { row in
            guard let due = row.due, let submitted = row.submitted, submitted <= due else { return nil }
            return -submitted
        }
        let weeks = compare(byItem: false) { $0.values["active_weeks"] }
        let gaps = compare(byItem: false) { $0.values["gap_days"].map { -$0 } }
        var log = TraceLog()
        for (index, row) in rows.enumerated() {
            log.append(
                learner: row.key.learner, course: row.key.course, group: row.type, time: row.key.time ?? .nan,
                traces: traces(row, rank: ranks[index], weeks: weeks[index], gap: gaps[index]))
        }
        return log
    }

    private func traces(_ row: Row, rank: Double?, weeks: Double?, gap: Double?) -> [TraceLog.Trace] {
        let values = row.values
        let help = values["help_asked"].flatMap { asked in values["help_needed"].map { asked == $0 ? 1.0 : 0 } }
        let calibration = values["confidence"].flatMap { stated in
            values["correct"].map { 1 - (stated - $0) * (stated - $0) }
        }
        let found: [(TraceKind, Double?)] = [
            (.onTime, values["on_time"]), (.rank, values["rank"].map { -CohortPlaces.quantile($0) } ?? rank),
            (.attempted, values["attempted"]), (.activeWeeks, weeks), (.gap, gap), (.persisted, values["persisted"]),
            (.help, help), (.unhurried, values["rapid_wrong"].map { 1 - $0 }), (.calibration, calibration),
            (.voluntary, values["voluntary"]),
        ]
        return found.compactMap { kind, value in value.map { TraceLog.Trace(kind, $0) } }
    }

    /// Places of the rows that have a figure, among the rows of the same course and item, and of the same
    /// due date or time; none where there are fewer than two, or all are the same.
    private func compare(byItem: Bool, _ figure: (Row) -> Double?) -> [Double?] {
        var groups: [Key: [(index: Int, value: Double)]] = [:]
        for (index, row) in rows.enumerated() {
            guard let value = figure(row), !(byItem && row.key.item.isEmpty) else { continue }
            let key = Key(
                learner: "", course: row.key.course, item: row.key.item,
                time: byItem ? row.due : row.key.time)
            groups[key, default: []].append((index, value))
        }
        var places = [Double?](repeating: nil, count: rows.count)
        for group in groups.values {
            guard let quantiles = CohortPlaces.quantiles(group.map(\.value)) else { continue }
            for (one, quantile) in zip(group, quantiles) { places[one.index] = quantile }
        }
        return places
    }
}
