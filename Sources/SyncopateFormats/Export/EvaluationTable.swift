public import Syncopate

/// An evaluation as text for a terminal: every model, then ours against each rival, then where it is good and where not.
public struct EvaluationTable: Sendable {
    let report: EvaluationReport
    /// Columns of the terminal, at least 60.
    let width: Int

    /// - Parameters:
    ///   - report: what is shown.
    ///   - width: columns of the terminal; fewer than 60 count as 60.
    public init(_ report: EvaluationReport, width: Int) {
        self.report = report
        self.width = max(width, 60)
    }

    /// The whole text.
    public func write() -> [UInt8] {
        var text = summary() + "\n" + overall()
        if report.models.contains(where: { $0.evaluation.intervals.logLoss != nil }) { text += "\n" + intervals() }
        for comparison in report.comparisons { text += "\n" + against(comparison) }
        for place in Slicing.allCases.indices { text += slices(place) }
        return Array(text.utf8)
    }

    // MARK: All rows

    /// What the metrics leave of the narrowest terminal, at least; more than this names seldom need.
    private var nameWidth: Int { min(24, width - Self.figures.reduce(0) { $0 + $1.width }) }

    private static let figures: [(heading: String, width: Int, value: @Sendable (Metrics) -> Double?)] = [
        ("AUC", 8, { $0.auc }), ("log loss", 9, { $0.logLoss }), ("accuracy", 9, { $0.accuracy }),
        ("RMSE", 7, { $0.rmse }), ("ECE", 7, { $0.ece }), ("by chance", 10, { $0.expectedECE }),
    ]

    private func summary() -> String {
        guard let first = report.models.first?.evaluation else { return "" }
        let rows = "\(first.metrics.count) \(first.metrics.count == 1 ? "response" : "responses")"
        let learners = "\(first.learners) \(first.learners == 1 ? "learner" : "learners")"
        let mean = DecimalFigure.text(first.metrics.meanScore, 3)
        return "\(rows) of \(learners), mean score \(mean).\n"
            + TextWidth.wrap(
                "ECE by chance is what the calibration error would be if the probabilities were exactly right.", width
            ).map { $0 + "\n" }.joined()
    }

    private func overall() -> String {
        var text = TextWidth.fit("Model", nameWidth) + Self.figures.map { right($0.heading, $0.width) }.joined() + "\n"
        for model in report.models {
            let values = Self.figures.map { right(DecimalFigure.text($0.value(model.evaluation.metrics), 4), $0.width) }
            text += TextWidth.fit(model.name, nameWidth) + values.joined() + "\n"
        }
        return text
    }

    private static let ranges: [(heading: String, value: @Sendable (MetricIntervals) -> ClosedRange<Double>?)] = [
        ("AUC", { $0.auc }), ("log loss", { $0.logLoss }), ("accuracy", { $0.accuracy }), ("RMSE", { $0.rmse }),
    ]
    /// "0.1234 to 0.5678" and two blanks before it.
    private static let rangeWidth = 18

    private func intervals() -> String {
        let shown = Self.ranges.prefix((width - nameWidth) / Self.rangeWidth)
        var text = "95 % intervals, \(report.settings.resamples) draws of learners\n"
        text += TextWidth.fit("Model", nameWidth) + shown.map { right($0.heading, Self.rangeWidth) }.joined() + "\n"
        for model in report.models {
            let values = shown.map { range in
                right(DecimalFigure.range(range.value(model.evaluation.intervals), 4), Self.rangeWidth)
            }
            text += TextWidth.fit(model.name, nameWidth) + values.joined() + "\n"
        }
        return text
    }

    // MARK: Against a rival

    private func against(_ comparison: ModelComparison) -> String {
        // Lines break at blanks, so a name without any must fit by itself.
        func fitting(_ name: String) -> String { TextWidth.of(name) > width ? TextWidth.fit(name, width) : name }
        let (ours, theirs) = (fitting(report.models.first?.name ?? ""), fitting(comparison.rival))
        var lines = TextWidth.wrap("\(ours) less \(theirs) (95 % interval)", width)
        if let auc = comparison.auc { lines.append("  AUC      \(words(auc, isGoodAbove: true))") }
        lines.append("  log loss \(words(comparison.logLoss, isGoodAbove: false))")
        return lines.map { $0 + "\n" }.joined()
    }

    private func words(_ difference: ModelComparison.Difference, isGoodAbove: Bool) -> String {
        let value = right(DecimalFigure.text(difference.value, 4, signed: true), 7)
        guard let interval = difference.interval else { return value }
        let verdict =
            !difference.isClear ? "not told apart" : (difference.value > 0) == isGoodAbove ? "better" : "worse"
        return "\(value)  (\(DecimalFigure.range(interval, 4, signed: true)))  \(verdict)"
    }

    // MARK: By circumstance

    private static let labelWidth = 14
    private static let countWidth = 10
    private static let slicedWidths = (auc: 8, logLoss: 10)

    /// The slices of one kind, with as many models as there is room for. One slice alone would repeat what all rows say.
    private func slices(_ place: Int) -> String {
        let modelWidth = Self.slicedWidths.auc + Self.slicedWidths.logLoss
        let shown = report.models.prefix((width - Self.labelWidth - Self.countWidth) / modelWidth)
        let columns = shown.map { $0.evaluation.slices[place] }
        guard let first = columns.first, first.metrics.count(where: { $0 != nil }) > 1 else { return "" }
        let indent = String(repeating: " ", count: Self.labelWidth + Self.countWidth)
        let names = shown.map { "  " + right($0.name, modelWidth - 2) }
        var text = "\n\(first.slicing.heading)\n" + indent + names.joined() + "\n"
        let headings = right("AUC", Self.slicedWidths.auc) + right("log loss", Self.slicedWidths.logLoss)
        text += TextWidth.fit("", Self.labelWidth) + right("responses", Self.countWidth)
        text += String(repeating: headings, count: shown.count) + "\n"
        for (slice, label) in first.slicing.labels.enumerated() {
            guard let metrics = first.metrics[slice] else { continue }
            text += TextWidth.fit(label, Self.labelWidth) + right(String(metrics.count), Self.countWidth)
            for column in columns {
                text += right(DecimalFigure.text(column.metrics[slice]?.auc, 4), Self.slicedWidths.auc)
                text += right(DecimalFigure.text(column.metrics[slice]?.logLoss, 4), Self.slicedWidths.logLoss)
            }
            text += "\n"
        }
        let left = report.models.count - shown.count
        return left > 0 ? text + "and \(left) more \(left == 1 ? "model" : "models") in a wider terminal.\n" : text
    }

    private func right(_ text: String, _ width: Int) -> String { TextWidth.fit(text, width, alignedRight: true) }
}

extension Slicing {
    /// The slicing as a heading.
    fileprivate var heading: String {
        switch self {
        case .position: "By place in the learner's sequence"
        case .gap: "By time since the learner's last response"
        case .repeats: "By meeting of learner and item"
        case .newItems: "By whether the model knew the item"
        }
    }
}
