public import Syncopate

/// A fairness report as text for a terminal: a line per group, and what stands out.
public struct FairnessTable: Sendable {
    let report: FairnessReport
    /// Columns of the terminal, at least 60.
    let width: Int

    public init(_ report: FairnessReport, width: Int) {
        self.report = report
        self.width = max(width, 60)
    }

    /// The whole text.
    public func write() -> [UInt8] {
        let decisions = report.decisions == 1 ? "1 decision" : "\(report.decisions) decisions"
        let learners = report.learners == 1 ? "1 learner" : "\(report.learners) learners"
        var lines = [
            "\(decisions) about \(learners), "
                + "\(report.liveShare.isFinite ? "\(Rounding.percent(report.liveShare)) %" : "none") of them live.",
            "Each group beside all others, with 95 % intervals; groups of fewer than \(FairnessReport.leastLearners) learners are left out.",
        ].flatMap { TextWidth.wrap($0, width) }
        guard !report.groups.isEmpty else { return bytes(lines + ["", "No attribute has two groups large enough."]) }
        var attribute = ""
        for group in report.groups {
            if group.attribute != attribute { lines += ["", TextWidth.clean(group.attribute)] }
            attribute = group.attribute
            lines.append(
                "  \(TextWidth.clean(group.group)) · \(group.learners) learners")
            lines.append("    live \(Rounding.percent(group.liveShare)) %, \(words(group.gap, "beside the others"))")
            if let within = group.gapWithinUplift {
                lines.append("    among those of like uplift \(words(within, "beside the others"))")
            }
            if let residual = group.residual {
                lines.append("    gains less what was expected \(words(residual, nil))")
            }
        }
        return bytes(lines.map { TextWidth.fit($0, min(TextWidth.of($0), width)) })
    }

    private func bytes(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }

    private func words(_ estimate: PolicyEstimate, _ besides: String?) -> String {
        let isClear = estimate.interval.lowerBound > 0 || estimate.interval.upperBound < 0
        return DecimalFigure.text(estimate.value, 3, signed: true) + (besides.map { " " + $0 } ?? "") + " ("
            + DecimalFigure.range(estimate.interval, 3, signed: true) + ")" + (isClear ? "  stands out" : "")
    }
}
