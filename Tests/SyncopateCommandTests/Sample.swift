import Foundation
import TestSupport

/// The kept sample class, by its files.
enum Sample {
    static let gradebook = path("gradebook.csv")
    static let skills = path("skills.csv")

    private static func path(_ name: String) -> String {
        SharedFolder.packageRoot.appendingPathComponent("Tests/Samples/\(name)").path
    }

    static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// Lines of the gradebook: header, points possible, 30 learners, Canvas's test student.
    static func gradebookLines() throws -> [String] {
        try text(gradebook).split(separator: "\n").map { $0.trimmingCharacters(in: ["\r"]) }
    }

    /// A gradebook of the header rows and what a change makes of the first learners' rows.
    static func gradebook(learners: Int, _ change: (Int, [String]) -> [String] = { $1 }) throws -> String {
        let lines = try gradebookLines()
        let rows = try CSV.rows(text(gradebook))
        let changed = (0..<learners).map { CSV.line(change($0, rows[$0 + 2])) }
        return (lines.prefix(2) + changed).joined(separator: "\n") + "\n"
    }

    /// Shares of the maximum by learner and item, of every cell with a score.
    static func scores() throws -> [String: [String: Double]] {
        let rows = try CSV.rows(text(gradebook))
        var scores: [String: [String: Double]] = [:]
        for row in rows.dropFirst(2) {
            for (position, header) in rows[0].enumerated() {
                guard header.hasSuffix(")"), let open = header.lastIndex(of: "("), let points = Double(row[position]),
                    let maximum = Double(rows[1][position])
                else { continue }
                let item = String(header[header.index(after: open)...].dropLast())
                scores[row[1], default: [:]][item] = points / maximum
            }
        }
        return scores
    }
}
