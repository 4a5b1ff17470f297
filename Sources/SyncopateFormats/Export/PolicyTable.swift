public import Syncopate

/// What another policy would have earned, as text for a terminal: how much the log says about it, every estimate, and each
/// against what was done.
public struct PolicyTable: Sendable {
    let report: OffPolicyReport
    /// Columns of the terminal, at least 60.
    let width: Int

    /// - Parameters:
    ///   - report: what is shown.
    ///   - width: columns of the terminal; fewer than 60 count as 60.
    public init(_ report: OffPolicyReport, width: Int) {
        self.report = report
        self.width = max(width, 60)
    }

    /// The whole text.
    public func write() -> [UInt8] {
        let lines = summary() + [""] + values() + [""] + gains()
        return Array(lines.map { held($0) + "\n" }.joined().utf8)
    }

    // MARK: How much the log says

    private func summary() -> [String] {
        let decisions = Self.count(report.decisions, "decision")
        let size = DecimalFigure.text(report.effectiveSize, 1)
        let weight = "\(DecimalFigure.text(report.meanWeight.value, 3)) (\(range(report.meanWeight, 3)))"
        var lines = [
            "\(decisions) of \(Self.count(report.learners, "learner")), as good as \(size) of the target policy's own.",
            "Weights: mean \(weight), largest \(DecimalFigure.text(report.largestWeight, 2)).",
        ]
        if !report.hasPlausibleWeights {
            lines.append(
                "Warning: the mean weight should be 1. Either propensities are wrong, or the target policy chooses "
                    + "what was never tried; all estimates are then off.")
        }
        if report.withoutSupport > 0 {
            let share = Rounding.percent(report.shareWithoutSupport)
            lines.append(
                "Warning: in \(Self.count(report.withoutSupport, "decision")) (\(share) %) the target policy may choose "
                    + "what was never tried; what that would earn is in no estimate.")
        }
        if report.unknownSupport > 0 {
            lines.append(
                "Whether the target policy chooses what was never tried is not known of "
                    + "\(Self.count(report.unknownSupport, "decision")).")
        }
        lines.append("DR expects \(model()).")
        return lines.flatMap { TextWidth.wrap($0, width) }
    }

    private func model() -> String {
        let parts = [
            (report.model.given, "what the file predicts"),
            (report.model.actionMeans, "mean rewards of actions among other learners"),
            (report.model.overallMean, "the mean reward of other learners"),
        ].filter { $0.0 > 0 }
        guard parts.count > 1 else { return parts.first?.1 ?? "nothing" }
        return parts.map { "\($0.1) (\(Self.count($0.0, "decision")))" }.joined(separator: ", ")
    }

    private static func count(_ number: Int, _ thing: String) -> String {
        "\(number) \(thing)\(number == 1 ? "" : "s")"
    }

    // MARK: Estimates

    private static let nameWidth = 10

    private func values() -> [String] {
        let rows = [("done", report.logged)] + report.values.map { ($0.estimator.name, $0.value) }
        let cells = rows.map { row in
            [
                DecimalFigure.text(row.1.value, places), DecimalFigure.text(row.1.standardError, places),
                range(row.1, places),
            ]
        }
        let table = [["reward", "error", "95 % interval"]] + cells
        let widths = (0..<3).map { column in (table.map { TextWidth.of($0[column]) }.max() ?? 0) + 2 }
        return zip(["Policy"] + rows.map(\.0), table).map { name, cells in
            TextWidth.fit(name, Self.nameWidth)
                + zip(cells, widths).map { TextWidth.fit($0, $1, alignedRight: true) }.joined()
        }
    }

    private func gains() -> [String] {
        let figures = report.values.map { DecimalFigure.text($0.gain.value, places, signed: true) }
        let wide = figures.map { TextWidth.of($0) }.max() ?? 0
        return ["Target policy less what was done (95 % interval)"]
            + zip(report.values, figures).map { value, figure in
                let verdict = !value.isClear ? "not told apart" : value.gain.value > 0 ? "better" : "worse"
                return "  " + TextWidth.fit(value.estimator.name, 6) + TextWidth.fit(figure, wide, alignedRight: true)
                    + "  (\(range(value.gain, places, signed: true)))  \(verdict)"
            }
    }

    /// Decimals of rewards: four where they are small, none where they run to ten thousands.
    private var places: Int {
        let estimates = [report.logged] + report.values.map(\.value)
        let largest = estimates.map { max(abs($0.interval.lowerBound), abs($0.interval.upperBound)) }.max() ?? 0
        return largest < 100 ? 4 : largest < 10_000 ? 2 : 0
    }

    private func range(_ estimate: PolicyEstimate, _ places: Int, signed: Bool = false) -> String {
        DecimalFigure.range(estimate.interval, places, signed: signed)
    }

    /// A line of rewards beyond all measure is cut rather than broken.
    private func held(_ line: String) -> String { TextWidth.of(line) > width ? TextWidth.fit(line, width) : line }
}
