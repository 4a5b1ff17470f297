import Foundation
import Tables

extension Report {
    /// The table, and what was asked of it.
    var text: String {
        var table = TextTable(header: [
            "class", "titles", "years", "model", "column", "learner", "col+lrn", "plain", "adjusted", "ratio", "sd",
            "cover", "unclip", "z2", "cells", "bars",
        ])
        for row in outcomes {
            table.append([
                "\(row.size)", row.titles.rawValue, row.years, Self.fixed(row.model), Self.fixed(row.columnMean),
                Self.fixed(row.learnerMean), Self.fixed(row.columnAndLearner), Self.fixed(row.plainColumnAndLearner),
                Self.fixed(row.adjustedColumnAndLearner), Self.fixed(row.ratio),
                row.ratioDeviation.map { Self.fixed($0) } ?? "-",
                Self.fixed(row.coverage, 3), Self.fixed(row.unclippedCoverage, 3), Self.fixed(row.meanSquaredZ, 2),
                "\(row.cells)", Self.verdict(row),
            ])
        }
        let bars = Bar.bySize.map { size, bar in
            "classes of \(size): ratio <= \(bar.ratio) (aim \(bar.aim)), cover \(bar.leastCoverage)...\(bar.mostCoverage)"
        }
        let topics = outcomes.filter { $0.years == "all" }.map {
            "classes of \($0.size), \($0.titles.rawValue) titles: \($0.withTopics) of \($0.classes)"
        }
        return """
            \(presentations) presentations, \(classesPerPresentation) classes each, seeds \(seeds.map(String.init).joined(separator: " "))
            \(library)

            \(table.text)

            model, column, learner, col+lrn: RMSE, shares of the maximum, over all draws.
            plain, adjusted: col+lrn with column means drawn to nothing, as they stand and without learner effects.
            ratio, sd: model / col+lrn, mean and standard deviation over draws.
            cover: share inside the 80 % interval. unclip: within 1.2816 sd. z2: mean squared error in stated variances.
            bars: \(bars.joined(separator: "; ")).
            topics were used in: \(topics.joined(separator: "; ")).
            \(isMet ? "Every bar is met." : "Not every bar is met.")
            """
    }

    private static func verdict(_ row: Outcome) -> String {
        switch (row.ratioIsMet, row.coverageIsMet) {
        case (true, true): "met"
        case (false, true): "not met: ratio"
        case (true, false): "not met: cover"
        case (false, false): "not met: ratio, cover"
        }
    }

    private static func fixed(_ value: Double, _ places: Int = 4) -> String {
        String(format: "%.\(places)f", value)
    }
}
