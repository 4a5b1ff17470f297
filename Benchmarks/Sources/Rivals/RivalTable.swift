import Charts
import Foundation

/// Everything that was compared, as people read it.
struct RivalTable {
    let rows: [Comparison]

    /// Markdown, with what both came to below.
    var text: String {
        var lines = [
            "| job | ours a second, 1 thread | 2 threads | beside | a second | times, 1 thread | times | bar | |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        ]
        for row in rows {
            let verdict = row.isMet.map { $0 ? "met" : "SHORT" } ?? (row.theirs == nil ? "left out" : "")
            var cells = [row.job, "\(Self.figure(row.one)) \(row.unit)", Self.figure(row.two), row.rival]
            cells += [row.theirs, row.ratioOfOne, row.ratio, row.bar].map(Self.figure)
            cells.append(verdict)
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        lines.append("")
        for row in rows { lines += row.notes.map { "* \(row.job): \($0)" } }
        return lines.joined(separator: "\n")
    }

    /// How many times as fast ours is, where a rival did the job.
    var chart: BarChart {
        BarChart(
            title: "Jobs a second, beside rivals in one run", axis: "times as fast",
            bars: rows.compactMap { row in
                row.ratio.map { BarChart.Bar(label: "\(row.job): \(row.rival)", value: $0, wanted: row.bar) }
            })
    }

    /// Three digits; nothing for nothing.
    private static func figure(_ value: Double?) -> String {
        guard let value else { return "" }
        guard value >= 100 else { return String(format: value < 10 ? "%.2f" : "%.1f", value) }
        let step = pow(10, log10(value).rounded(.down) - 2)
        return BarChart.grouped((value / step).rounded() * step)
    }
}
