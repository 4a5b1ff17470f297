public import Syncopate

/// A reliability diagram as a standalone SVG: a panel per model with what came against what was expected, the 95 %
/// intervals, the diagonal where the two agree, and below it how often each probability was given.
///
/// All panels share the axes of the diagram, so models can be compared by eye; each histogram has its own height. The
/// text of the figure is in it as `title` and `desc`.
public struct ReliabilityPlot: Sendable {
    private let models: [EvaluationReport.Model]

    /// - Parameter models: in the order of the panels, as in ``EvaluationReport/models``.
    public init(_ models: [EvaluationReport.Model]) { self.models = models }

    /// Measures of the figure, in pixels at its natural size.
    private enum Measure {
        static let side = 260.0
        static let histogram = 56.0
        static let left = 58.0
        static let top = 52.0
        /// Between the diagram and its histogram.
        static let gap = 14.0
        static let right = 18.0
        static let bottom = 50.0
        static let margin = 12.0
        static let panelWidth = left + side + right
        static let panelHeight = top + side + gap + histogram + bottom
        /// Most panels in a row.
        static let columns = 3
    }

    private enum Colour {
        static let paper = "#ffffff"
        static let frame = "#5f6b7a"
        static let grid = "#e3e7ec"
        static let text = "#1f2933"
        static let quiet = "#52606d"
        static let data = "#0b5cad"
        static let bar = "#8fb8de"
    }

    /// The whole file.
    public func write() -> [UInt8] {
        // Four are two and two: three and one would leave half the figure blank.
        let columns = models.count == 4 ? 2 : min(max(models.count, 1), Measure.columns)
        let rows = (max(models.count, 1) + columns - 1) / columns
        let width = Double(columns) * Measure.panelWidth + 2 * Measure.margin
        let height = Double(rows) * Measure.panelHeight + 2 * Measure.margin
        var svg = SVGWriter()
        svg.begin(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("width", number(width)), ("height", number(height)),
                ("viewBox", "0 0 \(number(width)) \(number(height))"), ("role", "img"),
                ("aria-labelledby", "title desc"),
                ("font-family", "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"),
                ("font-size", "13"),
            ])
        svg.element("title", [("id", "title")], content: "Reliability of predicted scores")
        svg.element("desc", [("id", "desc")], content: description)
        svg.element("rect", [("width", "100%"), ("height", "100%"), ("fill", Colour.paper)])
        for (place, model) in models.enumerated() {
            let x = Measure.margin + Double(place % columns) * Measure.panelWidth
            let y = Measure.margin + Double(place / columns) * Measure.panelHeight
            svg.begin("g", [("transform", "translate(\(number(x + Measure.left)) \(number(y + Measure.top)))")])
            heading(model, to: &svg)
            axes(to: &svg)
            points(model.evaluation.reliability, to: &svg)
            histogram(model.evaluation.histogram, to: &svg)
            svg.end()
        }
        svg.end()
        return Array(svg.text.utf8)
    }

    /// The figure in words, for who does not see it.
    private var description: String {
        let start =
            "For groups of responses, the mean score that came (with its 95 % interval) against the mean probability that "
            + "was predicted; on the diagonal the two agree. Below, how many responses were given each probability."
        let parts = models.map { model in
            let metrics = model.evaluation.metrics
            let expected = metrics.expectedECE.map { ", \(DecimalFigure.text($0, 3)) by chance" } ?? ""
            return "\(model.name): \(metrics.count) responses, calibration error \(DecimalFigure.text(metrics.ece, 3))"
                + "\(expected)."
        }
        return ([start] + parts).joined(separator: " ")
    }

    // MARK: One panel; its origin is the diagram's upper left corner

    private func heading(_ model: EvaluationReport.Model, to svg: inout SVGWriter) {
        let metrics = model.evaluation.metrics
        let name = TextWidth.of(model.name) > 30 ? TextWidth.fit(model.name, 30) : TextWidth.clean(model.name)
        svg.element(
            "text", [("y", "-28"), ("font-size", "15"), ("font-weight", "600"), ("fill", Colour.text)], content: name)
        let expected = metrics.expectedECE.map { " (by chance \(DecimalFigure.text($0, 3)))" } ?? ""
        svg.element(
            "text", [("y", "-10"), ("fill", Colour.quiet)],
            content: "ECE \(DecimalFigure.text(metrics.ece, 3))\(expected)")
    }

    private func axes(to svg: inout SVGWriter) {
        let side = Measure.side
        let base = side + Measure.gap + Measure.histogram
        for step in 0...5 {
            let share = Double(step) / 5
            let figure = DecimalFigure.text(share, 1)
            line(share * side, 0, share * side, side, Colour.grid, to: &svg)
            line(0, share * side, side, share * side, Colour.grid, to: &svg)
            label(figure, x: -8, y: (1 - share) * side + 4.5, anchor: "end", to: &svg)
            label(figure, x: share * side, y: base + 17, anchor: "middle", to: &svg)
        }
        line(0, side, side, 0, Colour.frame, dashes: "5 4", to: &svg)
        svg.element(
            "rect",
            [
                ("width", number(side)), ("height", number(side)), ("fill", "none"), ("stroke", Colour.frame),
            ])
        label("predicted probability", x: side / 2, y: base + 37, anchor: "middle", to: &svg)
        for (content, middle) in [("mean score", side / 2), ("count", base - Measure.histogram / 2)] {
            svg.element(
                "text",
                [
                    ("transform", "translate(-42 \(number(middle))) rotate(-90)"), ("text-anchor", "middle"),
                    ("fill", Colour.quiet),
                ], content: content)
        }
    }

    private func points(_ bins: [ReliabilityBin], to svg: inout SVGWriter) {
        let side = Measure.side
        svg.begin("g", [("stroke", Colour.data), ("stroke-width", "1.5")])
        for bin in bins {
            let x = number(bin.meanProbability * side)
            svg.element(
                "line",
                [
                    ("x1", x), ("x2", x), ("y1", number((1 - bin.interval.upperBound) * side)),
                    ("y2", number((1 - bin.interval.lowerBound) * side)),
                ])
        }
        svg.end()
        svg.begin("g", [("fill", Colour.data)])
        for bin in bins {
            svg.element(
                "circle",
                [
                    ("cx", number(bin.meanProbability * side)), ("cy", number((1 - bin.meanScore) * side)),
                    ("r", "3.5"),
                ])
        }
        svg.end()
    }

    /// As high as its own highest bar: beside a constant prediction all others would be flat.
    private func histogram(_ counts: [Int], to svg: inout SVGWriter) {
        let tallest = Double(max(counts.max() ?? 1, 1))
        let base = Measure.side + Measure.gap + Measure.histogram
        let step = Measure.side / Double(max(counts.count, 1))
        svg.begin("g", [("fill", Colour.bar)])
        for (place, count) in counts.enumerated() where count > 0 {
            // What occurs is seen, however rare.
            let height = max(Double(count) / tallest * Measure.histogram, 1)
            svg.element(
                "rect",
                [
                    ("x", number(Double(place) * step + 0.5)), ("y", number(base - height)),
                    ("width", number(step - 1)), ("height", number(height)),
                ])
        }
        svg.end()
        line(0, base, Measure.side, base, Colour.frame, to: &svg)
    }

    private func label(_ content: String, x: Double, y: Double, anchor: String, to svg: inout SVGWriter) {
        svg.element(
            "text",
            [("x", number(x)), ("y", number(y)), ("text-anchor", anchor), ("fill", Colour.quiet)], content: content)
    }

    private func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String, dashes: String? = nil,
        to svg: inout SVGWriter
    ) {
        var attributes: [(StaticString, String)] = [
            ("x1", number(x1)), ("y1", number(y1)), ("x2", number(x2)), ("y2", number(y2)), ("stroke", colour),
        ]
        if let dashes { attributes.append(("stroke-dasharray", dashes)) }
        svg.element("line", attributes)
    }

    private func number(_ value: Double) -> String { SVGWriter.number(value) }
}
