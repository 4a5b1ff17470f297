internal import Syncopate

/// Times, attempts and events.
extension ScoreSheet {
    // MARK: Times

    /// The times of a column, with what is wrong with them said once.
    mutating func times(_ column: Int?) -> LocalTimeColumn {
        guard let column else { return LocalTimeColumn(zone: options.zone) }
        return times([column])[column] ?? LocalTimeColumn(zone: options.zone)
    }

    /// The times of some columns, with what is wrong with them said once. A file writes all of its dates alike: what
    /// comes first of day and month in one column does so in those that do not tell.
    mutating func times(_ columns: [Int]) -> [Int: LocalTimeColumn] {
        var times: [Int: LocalTimeColumn] = [:]
        var orders: [LocalTime.Order] = []
        for column in columns where times[column] == nil {
            var observed = LocalTimeColumn(zone: options.zone)
            observe(&observed, column)
            times[column] = observed
            if observed.isMixed { orders += [.dayFirst, .monthFirst] }
            if let own = observed.own { orders.append(own) }
        }
        let order = orders.contains(.dayFirst) == orders.contains(.monthFirst) ? nil : orders.first
        for column in times.keys.sorted() {
            times[column]?.elsewhere = order
            if let settled = times[column] { describe(settled, column) }
        }
        return times
    }

    /// Takes the cells of a column into account, and says of how many nobody can tell what time they are.
    private mutating func observe(_ times: inout LocalTimeColumn, _ column: Int) {
        var unread: (first: CSVRow, count: Int)?
        for row in rows where !hasNoTime(row, column) && !times.observe(text(row, column)) {
            unread = (unread?.first ?? row, (unread?.count ?? 0) + 1)
        }
        guard let (row, count) = unread else { return }
        note(
            .badTime, row, column,
            count == 1
                ? "this is no time, so it was left out"
                : "this is no time, nor are \(count - 1) more of the column: they were left out",
            remedy:
                "write it like 2021-06-02 08:28; where several attempts of one learner lack it, they count in the "
                + "order of the file", severity: .warning)
    }

    private mutating func describe(_ times: LocalTimeColumn, _ column: Int) {
        if times.isUndecided {
            note(
                .badTime, header: column,
                times.isMixed
                    ? "some dates begin with the day and others with the month: those that may do either were not read"
                    : "no date tells whether day or month comes first: those that may begin with either were not read",
                remedy: "write dates like 2021-06-02", severity: .error)
        }
        if times.lacksZone, options.zone == nil, !hasNotedZone {
            hasNotedZone = true
            note(
                .badTime, header: column, "times without a zone, read as if they were UTC",
                remedy: "give --timezone", severity: .note)
        }
    }

    private func hasNoTime(_ row: CSVRow, _ column: Int?) -> Bool { ["", "-"].contains(text(row, column)) }

    /// The moment a cell names; NaN where there is none, or which one cannot be told: a score is one without its time
    /// too, and ``times(_:)`` says what is wrong with the column.
    mutating func moment(_ row: CSVRow, _ column: Int?, _ times: LocalTimeColumn) -> Double {
        guard !hasNoTime(row, column) else { return .nan }
        switch times.read(text(row, column)) {
        case .seconds(let seconds): return seconds
        case .changing(let reading):
            let header = header(column)
            assembler.findings.note(reading, line: row.line, column: column.map { $0 + 1 }, header: header)
            return reading.seconds
        case .undecided, .none: return .nan
        case .unknownZone:
            note(
                .badTime, row, column ?? 0, "which zone this is nobody can say, so the time was not read",
                remedy: "write the zone like +05:30", severity: .warning)
            return .nan
        }
    }

    // MARK: Events

    /// Adds an event unless it was there before. Points without a maximum are withheld: they are no shares.
    ///
    /// - Parameter column: where its score stands.
    mutating func add(_ event: TidyEvent, id: String? = nil, column: Int) {
        var event = event
        event.column = Int32(clamping: column + 1)
        if event.status == .scored, !event.isShare, event.maximum.isNaN, options.usableMaximum == nil {
            event.status = .hidden
            event.points = .nan
            if unmeasured.insert(event.item).inserted {
                let title = Finding.shortened(assembler.log.items[Int(event.item)].title)
                assembler.findings.add(
                    .maximumMissing, line: event.line, column: column + 1, header: headers[column],
                    "nothing says what the points of \"\(title)\" are out of, so those without a maximum were not read",
                    remedy: "read with --max")
            }
        }
        if event.status == .scored, !event.isShare, event.maximum == 0, worthless.insert(event.item).inserted {
            assembler.findings.add(
                .maximumZero, line: event.line, column: column + 1, header: headers[column],
                "nothing can be scored here, so its marks are no evidence",
                remedy: "give it points possible if it should count")
        }
        assembler.add(event, id: id)
    }

    // MARK: Attempts

    /// Numbers rows of one learner from 1, the earliest first; rows without a time keep their order, after the others.
    /// A row that repeats another is the same attempt.
    ///
    /// - Parameter isNewestFirst: whether the file puts later rows before earlier ones.
    func attempts(_ rows: [(learner: String, at: Double, row: CSVRow)], isNewestFirst: Bool) -> [Int32] {
        var byLearner: [String: [Int]] = [:]
        for (index, row) in rows.enumerated() { byLearner[row.learner, default: []].append(index) }
        var attempts = Array(repeating: Int32(1), count: rows.count)
        for indices in byLearner.values where indices.count > 1 {
            let sorted = indices.sorted { left, right in
                let (a, b) = (rows[left].at, rows[right].at)
                if a.isNaN != b.isNaN { return b.isNaN }
                if !a.isNaN, a != b { return a < b }
                return isNewestFirst ? left > right : left < right
            }
            var number: Int32 = 0
            var before: Int?
            for index in sorted {
                let isRepeat = before.map { earlier in
                    rows[earlier].at == rows[index].at
                        && table.verbatim(rows[earlier].row) == table.verbatim(rows[index].row)
                }
                if isRepeat != true { number = number == .max ? number : number + 1 }
                attempts[index] = number
                before = index
            }
        }
        return attempts
    }

    /// Says that there is nothing below the header, if so.
    mutating func noteEmptiness() {
        guard rows.isEmpty || assembler.log.learners.isEmpty else { return }
        let isBlank = rows.isEmpty
        let line = headerLine
        assembler.findings.add(
            .noLearners, line: line,
            isBlank ? "there is no row of a learner" : "no row of a learner could be read",
            remedy: isBlank ? "check that the export is not empty" : "mend the rows that are named here")
    }

    /// What was read, when all rows were.
    ///
    /// - Parameter needsPreamble: whether rows make no sense without those above the header.
    mutating func finish(needsPreamble: Bool = false) -> FileReading {
        noteEmptiness()
        let first = needsPreamble ? 0 : headerRow
        return FileReading(&assembler, headerRows: table.rows[first...headerRow].map { table.verbatim($0) })
    }
}
