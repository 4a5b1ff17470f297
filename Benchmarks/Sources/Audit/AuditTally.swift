import Foundation
import Syncopate
import SyncopateStudents

/// How many planted columns were set aside, and how much work was.
struct AuditTally {
    /// Planted columns with enough scores to be judged, and those of them that were set aside, by kind.
    private(set) var planted: [PlantedKind: (all: Int, found: Int)] = [:]
    /// Columns of work with enough scores, and those that were set aside.
    private(set) var work = (all: 0, found: 0)
    /// What was set aside, by what it was said to be: columns in all, and planted ones.
    private(set) var said: [ColumnKind: (all: Int, right: Int)] = [:]

    /// Fewest scores of a column that counts, points without a maximum included.
    static let leastScores = 5

    mutating func add(_ world: PlantedGradebook, _ audit: GradebookAudit) {
        for (item, kind) in world.planted.enumerated() {
            guard world.scores.count(where: { $0[item] != nil }) >= Self.leastScores else { continue }
            let column = audit.columns[item]
            let isFound = column.isSetAside
            if let kind {
                planted[kind, default: (0, 0)].all += 1
                if isFound { planted[kind, default: (0, 0)].found += 1 }
            } else {
                work.all += 1
                if isFound { work.found += 1 }
            }
            guard isFound else { continue }
            said[column.kind, default: (0, 0)].all += 1
            if kind != nil { said[column.kind, default: (0, 0)].right += 1 }
        }
    }

    /// Planted columns of all kinds: in all, and set aside.
    var all: (all: Int, found: Int) {
        planted.values.reduce((0, 0)) { ($0.all + $1.all, $0.found + $1.found) }
    }

    var recall: Double { Double(all.found) / Double(max(all.all, 1)) }
    var precision: Double { Double(all.found) / Double(max(all.found + work.found, 1)) }

    /// A share with its 95 % interval (Wilson 1927).
    static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "-" }
        let (n, p, z) = (Double(whole), Double(part) / Double(whole), 1.959964)
        let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        let reach = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        func figure(_ value: Double) -> String { String(format: "%.3f", value) }
        return "\(figure(p)) (\(figure(max(middle - reach, 0))) to \(figure(min(middle + reach, 1))))"
    }
}
