internal import Syncopate

/// A log of gains while it is read.
struct ModeLogReading {
    let table: HeaderedTable
    var findings: FindingCollector
    private(set) var observations: [ModeObservation] = []
    private(set) var learners: [String] = []
    private var positions: [String: Int] = [:]

    init(table: HeaderedTable, findings: FindingCollector) {
        self.table = table
        self.findings = findings
    }

    /// Takes one row; one that says nothing, or has a fault, is noted.
    mutating func add(_ row: CSVRow) {
        let faults = (findings.totals[.badValue] ?? 0)
        let mode: Mode? = table.word(
            row, "mode", .badValue,
            "this is none of the modes that can be learnt about (\(ModePrior.modes.map(\.rawValue).joined(separator: ", ")))",
            &findings
        ) { text in Mode(rawValue: text).flatMap { ModePrior.modes.contains($0) ? $0 : nil } }
        let before = share(row, "before")
        let after = share(row, "after")
        let gain = table.number(row, "gain", &findings) { abs($0) <= 20 } ?? difference(before, after)
        let minutes = table.number(row, "minutes", &findings) { $0 >= 1 && $0 <= 100_000 } ?? 30
        let people = table.number(row, "people", &findings) { $0 >= 1 && $0 <= 100_000 && $0 == $0.rounded() }
        let situation = ModeSituation(
            success: share(row, "success") ?? before,
            independence: table.number(row, "independence", &findings) { abs($0) <= 10 } ?? 0,
            independenceDeviation: table.number(row, "independence_sd", &findings) { $0 >= 0 && $0 <= 10 }
                ?? (table.text(row, "independence").isEmpty ? 1 : 0),
            peerReach: share(row, "peer_reach"), wheelSpin: share(row, "stuck"),
            complexity: table.number(row, "complexity", &findings) { abs($0) <= 1 } ?? 0,
            groupSize: people.map { Int($0) })
        guard (findings.totals[.badValue] ?? 0) == faults else { return }
        guard let mode, let gain else {
            findings.add(
                .badValue, line: row.line, column: table.column(mode == nil ? "mode" : "gain"),
                header: mode == nil ? "mode" : "gain", mode == nil ? "there is no mode" : "there is no gain",
                remedy: mode == nil ? "fill it in" : "fill in gain, or before and after")
            return
        }
        observations.append(
            ModeObservation(
                mode: mode, situation: situation, learner: position(table.text(row, "learner")), gain: gain,
                minutes: minutes))
    }

    private mutating func share(_ row: CSVRow, _ name: String) -> Double? {
        table.number(row, name, &findings) { (0...1).contains($0) }
    }

    private func difference(_ before: Double?, _ after: Double?) -> Double? {
        guard let before, let after else { return nil }
        func logit(_ share: Double) -> Double {
            Logistic.logit(min(max(share, ModeLogFile.margin), 1 - ModeLogFile.margin))
        }
        return logit(after) - logit(before)
    }

    private mutating func position(_ learner: String) -> Int? {
        guard !learner.isEmpty else { return nil }
        if let place = positions[learner] { return place }
        positions[learner] = learners.count
        learners.append(learner)
        return learners.count - 1
    }
}
