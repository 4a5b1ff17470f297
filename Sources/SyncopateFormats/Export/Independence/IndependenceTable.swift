public import Syncopate

/// How well learners work alone, as text for a terminal.
public enum IndependenceTable {
    /// One line a learner, in the order given, then what the figures are.
    ///
    /// - Parameters:
    ///   - among: what is believed of learners among others, by id; empty: nothing is said of it.
    ///   - width: columns of the terminal; fewer than 60 count as 60.
    public static func write(
        _ rows: [(learner: String, independence: Independence)], among: [String: Interdependence] = [:], width: Int
    ) -> [UInt8] {
        let width = max(width, 60)
        let name = min(max(rows.map { TextWidth.of($0.learner) }.max() ?? 0, 7), 24) + 2
        var lines = [
            TextWidth.fit("Learner", name) + TextWidth.fit("trait", 7, alignedRight: true)
                + TextWidth.fit("sd", 6, alignedRight: true) + TextWidth.fit("traces", 8, alignedRight: true)
                + "  what else is known"
        ]
        for row in rows {
            let one = row.independence
            let start =
                TextWidth.fit(row.learner, name)
                + TextWidth.fit(DecimalFigure.text(one.mean, 2, signed: true), 7, alignedRight: true)
                + TextWidth.fit(DecimalFigure.text(one.deviation, 2), 6, alignedRight: true)
                + TextWidth.fit(String(one.traces), 8, alignedRight: true) + "  "
            // Beside long names a side of the trait has no room left on the line: it comes below.
            let isBeside = width - TextWidth.of(start) >= sideWidth
            let blank = String(repeating: " ", count: isBeside ? TextWidth.of(start) : 4)
            let parts = TextWidth.wrap(
                words(one, among.isEmpty ? nil : among[row.learner] ?? .prior), width - blank.count)
            lines.append(start + (isBeside ? parts.first ?? "" : ""))
            lines += parts.dropFirst(isBeside ? 1 : 0).map { blank + $0 }
        }
        let known = rows.count { $0.independence.isKnown }
        lines.append("")
        lines += TextWidth.wrap(
            "Known of \(known) of \(rows.count) learner\(rows.count == 1 ? "" : "s") (sd at most \(DecimalFigure.text(Independence.unknownAbove, 1))). "
                + "The trait has mean 0 and sd 1 over learners; above 0: works better alone than most.", width)
        if !among.isEmpty {
            let sides = rows.count { (among[$0.learner] ?? .prior).isKnown }
            lines += TextWidth.wrap(
                "What they gain from others or give to them is known of \(sides), on the same scale.", width)
        }
        return Array(lines.map { trimmed($0) + "\n" }.joined().utf8)
    }

    /// Columns of the longest side with its figures and a comma.
    private static let sideWidth = 31

    private static func words(_ one: Independence, _ among: Interdependence?) -> String {
        let facets = one.facets.map {
            "\($0.facet.name)\u{A0}\(DecimalFigure.text($0.mean, 2, signed: true))\u{A0}(sd\u{A0}\(DecimalFigure.text($0.deviation, 2)))"
        }
        let others = InterdependenceFacet.allCases.compactMap { facet -> String? in
            guard let among, among.evidence > 0 else { return nil }
            let side = among[facet]
            return
                "\(facet.words)\u{A0}\(DecimalFigure.text(side.mean, 2, signed: true))\u{A0}(sd\u{A0}\(DecimalFigure.text(side.deviation, 2)))"
        }
        return (one.reasons.map(\.sentence) + facets + others).joined(separator: ", ")
    }

    /// How well work on time was foretold.
    public static func write(_ evaluation: IndependenceEvaluation) -> [UInt8] {
        var lines = [
            "Next work on time, foretold from what was known before: \(evaluation.tracker.count)",
            TextWidth.fit("", 14)
                + ["AUC", "log loss", "ECE"].map { TextWidth.fit($0, 10, alignedRight: true) }.joined(),
        ]
        for (name, metrics) in [("independence", evaluation.tracker), ("running rate", evaluation.runningRate)] {
            let figures = [metrics.auc, metrics.logLoss, metrics.ece].map {
                TextWidth.fit(DecimalFigure.text($0, 3), 10, alignedRight: true)
            }
            lines.append(TextWidth.fit(name, 14) + figures.joined())
        }
        return Array(lines.map { trimmed($0) + "\n" }.joined().utf8)
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
