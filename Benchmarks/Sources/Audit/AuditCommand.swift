import ArgumentParser
import Foundation
import Syncopate
import SyncopateFormats
import SyncopateStudents

/// `audit`: whether columns of a gradebook that measure no skill are found, and how often real work is taken for one.
@main
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract:
            "Columns of invented gradebooks that measure no skill: how many are found, and how much work is set aside.",
        discussion: """
            Without the Open University data set the second part is left out. The exit code is 1 if a bar is missed.
            """)

    @Option(help: "Gradebooks, seeds from --first on.")
    var gradebooks = 200

    @Option(help: "The first seed.")
    var first: UInt64 = 1

    @Option(help: "Classes of 30 drawn from each run of a real course.")
    var classes = 20

    @Option(help: "The folder of the Open University data set.")
    var data: String?

    @Flag(help: "Name every column of work that is set aside.")
    var verbose = false

    static let bars = (precision: 0.9, recall: 0.8)

    func run() throws {
        var missed = false
        for titles in [PlantedTitles.telling, .partly, .neutral] {
            var tally = AuditTally()
            for seed in first..<(first + UInt64(max(gradebooks, 0))) {
                let world = PlantedGradebook(seed: seed, titles: titles)
                let audit = GradebookAudit(world.gradebook { ItemKind(title: $0) })
                tally.add(world, audit)
                guard verbose, titles == .neutral else { continue }
                for (kind, column) in zip(world.planted, audit.columns) where (kind == nil) == column.isSetAside {
                    guard world.scores.count(where: { $0[column.item] != nil }) >= AuditTally.leastScores else {
                        continue
                    }
                    print(
                        "  \(seed) \(column.item) \(kind?.rawValue ?? "work"): \(column.kind.words) "
                            + "\(column.probability ?? 1): " + column.reasons.map(\.sentence).joined(separator: "; "))
                }
            }
            let isMet = tally.precision >= Self.bars.precision && tally.recall >= Self.bars.recall
            missed = missed || !isMet
            print("\(titles.rawValue) titles, \(gradebooks) gradebooks: \(isMet ? "bars met" : "a bar is missed")\n")
            print("| planted | columns | set aside (recall) |\n| --- | --- | --- |")
            for kind in PlantedKind.allCases {
                let (all, found) = tally.planted[kind] ?? (0, 0)
                print("| \(kind.rawValue) | \(all) | \(AuditTally.share(found, of: all)) |")
            }
            print("| all | \(tally.all.all) | \(AuditTally.share(tally.all.found, of: tally.all.all)) |\n")
            print("| set aside as | columns | planted (precision) |\n| --- | --- | --- |")
            for kind in ColumnKind.allCases {
                guard let (all, right) = tally.said[kind] else { continue }
                print("| \(kind.words) | \(all) | \(AuditTally.share(right, of: all)) |")
            }
            let set = tally.all.found + tally.work.found
            print("| all | \(set) | \(AuditTally.share(tally.all.found, of: set)) |\n")
            print("Work set aside: \(tally.work.found) of \(tally.work.all) columns.\n")
        }
        try real()
        print(missed ? "A bar is missed." : "Every bar is met.")
        if missed { throw ExitCode(1) }
    }

    private func real() throws {
        guard let folder = CourseClasses.folder(named: data) else {
            return print("No data of real courses, no false alarms counted.")
        }
        var columns = 0
        var flagged: [ColumnKind: Int] = [:]
        var courses: [String: Int] = [:]
        try CourseClasses(folder: folder).draw(size: 30, each: classes, seed: 1) { name, gradebook in
            for column in GradebookAudit(gradebook).columns where column.scored >= AuditTally.leastScores {
                columns += 1
                guard column.isSetAside else { continue }
                flagged[column.kind, default: 0] += 1
                courses["\(name) \(gradebook.items[column.item].title)", default: 0] += 1
                if verbose {
                    print(
                        "  \(name) \(gradebook.items[column.item].title): \(column.kind.words): "
                            + column.reasons.map(\.sentence).joined(separator: "; "))
                }
            }
        }
        let all = flagged.values.reduce(0, +)
        print("Real courses, classes of 30: \(columns) columns, all of them assessments.\n")
        print("| set aside as | columns |\n| --- | --- |")
        for kind in ColumnKind.allCases { if let count = flagged[kind] { print("| \(kind.words) | \(count) |") } }
        print("| all | \(all): \(AuditTally.share(all, of: columns)) |\n")
        let most = courses.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(8)
        print("Most often: \(most.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")).\n")
    }
}
