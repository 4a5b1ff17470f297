import Foundation
import Tables

/// What telling missing work from scores comes to, with what is needed to repeat it.
struct ZeroReport: Encodable {
    let seeds: [UInt64]
    let library: String
    let outcomes: [ZeroOutcome]
    let invented: [FoundZeros]

    var isMet: Bool { outcomes.allSatisfy(\.isMet) }

    /// The tables.
    var text: String {
        var real = TextTable(header: [
            "titles", "planted", "pattern", "score", "auto", "col+lrn", "cover", "zeros doubted", "others", "cells",
            "bar",
        ])
        for row in outcomes {
            let bar = row.bar.map { "<= \(Self.fixed($0)) \(row.isMet ? "met" : "not met")" } ?? "-"
            real.append([
                row.titles.rawValue, "\(Int((row.rate * 100).rounded())) %", row.rate > 0 ? row.pattern.rawValue : "-",
                Self.fixed(row.score), Self.fixed(row.auto), Self.fixed(row.columnAndLearner),
                Self.fixed(row.coverage, 3), "\(row.doubtedZeros)", "\(row.doubtedOthers)", "\(row.cells)",
                bar,
            ])
        }
        var drawn = TextTable(header: [
            "questions", "missing", "entered", "planted", "real zeros", "precision", "recall", "best",
            "real read as missing", "weak learners'", "error", "at their word",
        ])
        for row in invented {
            drawn.append([
                row.questions.rawValue, "\(Int((row.rate * 100).rounded())) %", Self.fixed(row.value, 1),
                "\(row.planted)", "\(row.genuine)",
                row.found + row.mistaken + row.others > 0 ? Self.fixed(row.precision, 3) : "-",
                row.planted > 0 ? Self.fixed(row.recall, 3) : "-",
                row.knowable > 0 ? "\(Self.fixed(row.bestPrecision, 3)), \(Self.fixed(row.bestRecall, 3))" : "-",
                "\(row.mistaken)", "\(row.weakMistaken) of \(row.weak)",
                Self.fixed(row.error), Self.fixed(row.errorAtTheirWord),
            ])
        }
        return """
            classes of \(ZeroExperiment.size), seeds \(seeds.map(String.init).joined(separator: " "))
            \(library)

            \(real.text)

            \(drawn.text)

            \(isMet ? "Every bar is met." : "Not every bar is met.")
            """
    }

    private static func fixed(_ value: Double, _ places: Int = 4) -> String {
        String(format: "%.\(places)f", value)
    }
}
