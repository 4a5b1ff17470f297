internal import Syncopate

/// A plan while it is read.
struct AdvicePlanReading {
    let table: HeaderedTable
    var findings: FindingCollector
    private var rows: [Numbered<AdvicePlan.Task>] = []
    private var forecasts: [Numbered<AdvicePlan.Forecast>] = []
    private var columns: [Numbered<AdvicePlan.Column>] = []
    private var standings: [Numbered<(learner: String, standing: AdvicePlan.Standing)>] = []
    private var gains: Set<LearnedGain> = []
    private var corrections = CorrectionReading()
    private var moment: Double?

    /// Something with the number of the plan it stands in.
    private struct Numbered<Value> {
        var number: Int
        var line: Int
        var value: Value
    }

    init(table: HeaderedTable, findings: FindingCollector) {
        self.table = table
        self.findings = findings
    }

    /// Takes one row; one with a fault is noted.
    mutating func add(_ row: CSVRow) {
        let word = table.text(row, "type").lowercased()
        let type = PlanRowType(rawValue: word)
        guard type != nil || word.isEmpty else {
            note(.badValue, row, "type", "this is no type of a row of a plan", "give the row as it was written")
            return
        }
        guard let learner = id(row, "learner"), let item = id(row, "item") else { return }
        let mode = Mode(rawValue: table.text(row, "mode").lowercased()) ?? .either
        // A row of the teacher's own: only what it corrects counts.
        corrections.add(
            table.text(row, "correction"), note: unescaped(row, "note"), learner: learner, item: item,
            isCarried: type == .correction, line: row.line, table, &findings)
        let number = number(of: row)
        if let text = table.text(row, "at").nonEmpty, let seconds = Moment.seconds(text) {
            moment = max(moment ?? seconds, seconds)
        }
        switch type {
        case .advice, .seat, .waiting:
            guard !learner.isEmpty else { return blank(row, "learner") }
            let isWaiting = type == .waiting
            let rank = type == .advice ? Int(figure(row, "rank", 1...1_000) ?? 1) : 0
            let happened = happened(row, planned: mode)
            rows.append(
                Numbered(
                    number: number, line: row.line,
                    value: AdvicePlan.Task(
                        learner: learner, rank: rank, item: item.nonEmpty, topic: unescaped(row, "topic").nonEmpty,
                        mode: mode, minutes: figure(row, "minutes", 0...100_000) ?? 30,
                        had: figure(row, "had", 0...1_000), expected: chance(row, "success", "success_sd"),
                        columnMean: figure(row, "column_mean", 0...1_000),
                        before: chance(row, "topic_success", "topic_sd"),
                        peerReach: figure(row, "peer_reach", 0...1),
                        people: figure(row, "people", 1...100_000).map { Int($0.rounded()) }, happened: happened,
                        waits: isWaiting ? Int(figure(row, "waits", 1...100) ?? 1) : 0)))
            if type == .advice {
                standings.append(Numbered(number: number, line: row.line, value: (learner, standing(row))))
            }
        case .forecast:
            guard !learner.isEmpty else { return blank(row, "learner") }
            guard !item.isEmpty else { return blank(row, "item") }
            guard let expected = chance(row, "success", "success_sd") else { return }
            forecasts.append(
                Numbered(
                    number: number, line: row.line,
                    value: AdvicePlan.Forecast(
                        learner: learner, item: item, success: expected.success, deviation: expected.deviation,
                        columnMean: figure(row, "column_mean", 0...1_000))))
        case .column:
            guard !item.isEmpty else { return blank(row, "item") }
            columns.append(
                Numbered(
                    number: number, line: row.line,
                    value: AdvicePlan.Column(
                        item: item, title: unescaped(row, "title"),
                        scored: Int(figure(row, "scores", 0...100_000_000) ?? 0))))
        case .learned: learn(row, learner: learner, mode: mode)
        case .correction, nil: break
        }
    }

    /// Everything, in an order that the order of rows has no part in.
    mutating func plan() -> AdvicePlan {
        let numbers = rows.map(\.number) + forecasts.map(\.number) + columns.map(\.number)
        let latest = numbers.max() ?? 1
        for row in rows where row.number < latest && row.value.happened != nil {
            findings.add(
                .badValue, .warning, line: row.line,
                "the row is of plan \(row.number) and others are of plan \(latest), so it is not read",
                remedy: "give one plan, the last: it has everything of those before")
        }
        let current = rows.filter { $0.number == latest }
        var standing: [String: AdvicePlan.Standing] = [:]
        for entry in standings where entry.number == latest && standing[entry.value.learner] == nil {
            standing[entry.value.learner] = entry.value.standing
        }
        return AdvicePlan(
            number: latest, at: moment,
            columns: Set(columns.filter { $0.number == latest }.map(\.value)).sorted {
                ($0.item, $0.title) < ($1.item, $1.title)
            },
            standings: standing, tasks: once(current),
            forecasts: Set(forecasts.filter { $0.number == latest }.map(\.value)).sorted {
                ($0.learner, $0.item, $0.success) < ($1.learner, $1.item, $1.success)
            },
            gains: gains.sorted { Self.order($0).lexicographicallyPrecedes(Self.order($1)) },
            corrections: corrections.standing(table, &findings))
    }

    /// Tasks, each once; of a row that stands twice the one about which something was said.
    private mutating func once(_ rows: [Numbered<AdvicePlan.Task>]) -> [AdvicePlan.Task] {
        var kept: [[String]: Numbered<AdvicePlan.Task>] = [:]
        for row in rows {
            let task = row.value
            let key = [task.learner, String(task.rank), String(task.waits), task.item ?? "", task.topic ?? ""]
            guard let other = kept[key] else {
                kept[key] = row
                continue
            }
            findings.add(
                .duplicateEvent, line: row.line, "the row stands twice, and one of them counts", remedy: "delete one")
            let words = [other, row].map { $0.value.happened.map(HappenedWords.word) ?? "" }
            if words[1] > words[0] { kept[key] = row }
        }
        return kept.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value.value)
    }

    private static func order(_ gain: LearnedGain) -> [String] {
        let observation = gain.observation
        let figures = [
            observation.gain, observation.variance, observation.minutes, observation.situation.success ?? -1,
            observation.situation.independence,
        ]
        return [gain.learner ?? "", gain.topic, observation.mode.rawValue] + figures.map { "\($0)" }
    }

    // MARK: Parts of a row

    private mutating func happened(_ row: CSVRow, planned: Mode) -> Happened? {
        switch HappenedWords.read(table.text(row, "happened"), planned: planned) {
        case .nothing: return nil
        case .said(let happened): return happened
        case .unknown:
            note(
                .badValue, row, "happened", "this does not say what happened in words that are known",
                "write done, no, partly, or how it was done: together, apart, live")
            return nil
        }
    }

    private mutating func learn(_ row: CSVRow, learner: String, mode: Mode) {
        guard ModePrior.modes.contains(mode) else {
            note(
                .badValue, row, "mode", "a gain needs a mode that can be learnt about", "give the row as it was written"
            )
            return
        }
        guard let gain = figure(row, "gained", -50...50) else {
            if table.text(row, "gained").isEmpty { blank(row, "gained") }
            return
        }
        let deviation = figure(row, "gained_sd", 0...1_000) ?? 0
        let independence = figure(row, "independence", -10...10)
        let group = figure(row, "people", 1...100_000).map { Int($0.rounded()) }
        gains.insert(
            LearnedGain(
                learner: learner.nonEmpty, topic: unescaped(row, "topic"),
                observation: ModeObservation(
                    mode: mode,
                    situation: ModeSituation(
                        success: figure(row, "topic_success", 0...1), independence: independence ?? 0,
                        independenceDeviation: figure(row, "independence_sd", 0...10) ?? (independence == nil ? 1 : 0),
                        peerReach: figure(row, "peer_reach", 0...1), wheelSpin: nil, groupSize: group),
                    learner: nil, gain: gain, minutes: figure(row, "minutes", 1...100_000) ?? 30,
                    variance: deviation * deviation)))
    }

    private mutating func standing(_ row: CSVRow) -> AdvicePlan.Standing {
        var masteries: [String: AdvicePlan.Chance] = [:]
        for header in table.positions.keys.sorted() {
            guard let topic = header.removing(prefix: AdviceCSV.masteryPrefix) else { continue }
            let deviation = AdviceCSV.masteryDeviationPrefix + topic
            if let chance = chance(row, header, deviation) { masteries[topic] = chance }
        }
        return AdvicePlan.Standing(
            scores: Int(figure(row, "scores", 0...100_000_000) ?? 0),
            independence: figure(row, "independence", -10...10),
            independenceDeviation: figure(row, "independence_sd", 0...10), masteries: masteries)
    }

    private mutating func chance(_ row: CSVRow, _ success: String, _ deviation: String) -> AdvicePlan.Chance? {
        guard let success = figure(row, success, 0...1), let deviation = figure(row, deviation, 0...1) else {
            return nil
        }
        return AdvicePlan.Chance(success: success, deviation: deviation)
    }

    /// A number; a percentage is a share. `nil` where blank, or noted as wrong.
    private mutating func figure(_ row: CSVRow, _ name: String, _ range: ClosedRange<Double>) -> Double? {
        guard let position = table.positions[name] else { return nil }
        let cell = table.table.cell(row, position)
        if table.table.isBlank(cell) { return nil }
        let mark: DecimalMark? = table.table.delimiter == UInt8(ascii: ";") ? .comma : nil
        if let number = ScoreCell(table.table, cell).finiteNumber,
            let value = number.value(mark: mark, isStated: false, maximum: nil)
        {
            let share = number.isPercent ? value / 100 : value
            if range.contains(share) { return share }
        }
        note(.badValue, row, name, "this is no number that can stand here", "give the cell as it was written")
        return nil
    }

    /// An id; `nil` where a spreadsheet has made a rounded number of it, which is noted.
    private mutating func id(_ row: CSVRow, _ name: String) -> String? {
        let text = DamagedID.repaired(unescaped(row, name))
        guard DamagedID.isDamaged(text) else { return text }
        note(
            .damagedID, row, name, "a spreadsheet has rounded this id",
            "format the column as text before saving, or give the plan as it was written")
        return nil
    }

    private func number(of row: CSVRow) -> Int {
        let digits = table.text(row, "plan").filter { $0.isASCII && $0.isNumber }
        return min(Int(digits.prefix(9)) ?? 1, 999_999_999)
    }

    /// Text without the apostrophe that keeps a spreadsheet from taking it for a formula.
    private func unescaped(_ row: CSVRow, _ name: String) -> String {
        AdviceCSV.uncovered(table.text(row, name))
    }

    private mutating func blank(_ row: CSVRow, _ name: String) {
        note(
            name == "learner" ? .blankID : .badValue, row, name, "there is nothing in this cell",
            "fill it in, or delete the row")
    }

    private mutating func note(_ rule: FindingRule, _ row: CSVRow, _ name: String, _ message: String, _ remedy: String)
    {
        findings.add(rule, line: row.line, column: table.column(name), header: name, message, remedy: remedy)
    }
}

extension String {
    /// What follows a prefix; `nil` where it is not there.
    fileprivate func removing(prefix: String) -> String? {
        // Not by letters: a mark may join the prefix's last.
        guard utf8.starts(with: prefix.utf8) else { return nil }
        return String(unicodeScalars.dropFirst(prefix.unicodeScalars.count))
    }
}
