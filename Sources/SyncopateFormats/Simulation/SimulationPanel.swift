/// One family's first figure: the part of a ``SimulationChart``. Its origin is the upper left corner.
struct SimulationPanel {
    private typealias Measure = SimulationChart.Measure

    private let family: SimulationReport.Family
    private let policies: [SimulationReport.Policy]
    private let oracles: [SimulationReport.Policy]
    private let scale: ChartScale

    init(_ family: SimulationReport.Family) {
        self.family = family
        policies = family.sorted(by: 0, .honest)
        oracles = family.sorted(by: 0, [.oracle])
        scale = ChartScale(
            holding: policies.flatMap { [Self.interval($0).low, Self.interval($0).high] }
                + oracles.map { $0.values[0].mean })
    }

    var isEmpty: Bool { policies.isEmpty && oracles.isEmpty }

    var height: Double { bottom + Measure.axis }

    private var top: Double { Measure.heading + Double(oracles.count) * Measure.bound }
    private var bottom: Double { top + Double(policies.count) * Measure.row + 6 }

    /// The panel in words, for who does not see it.
    var description: String {
        guard let figure = family.figures.first else { return "" }
        let better = figure.higherIsBetter ? "higher" : "lower"
        let parts = (policies + oracles).map { "\($0.name) \(text($0))" }
        return "\(family.name), \(figure.name) (\(better) is better): \(parts.joined(separator: ", "))."
    }

    func draw(to svg: inout SVGWriter) {
        guard let figure = family.figures.first else { return }
        let name = TextWidth.of(family.name) > 60 ? TextWidth.fit(family.name, 60) : family.name
        svg.element(
            "text",
            [("x", number(Measure.margin)), ("y", "16"), ("font-size", "15"), ("font-weight", "600")]
                + ChartColour.text.fill, content: TextWidth.clean(name))
        let better = figure.higherIsBetter ? "higher is better" : "lower is better"
        label("\(figure.name), \(better)", x: Measure.margin, y: 35, to: &svg)
        axis(to: &svg)
        for (place, oracle) in oracles.enumerated() { dashes(oracle, place, to: &svg) }
        for (place, oracle) in oracles.enumerated() { dashesLabel(oracle, place, to: &svg) }
        for (place, policy) in policies.enumerated() { row(policy, place, to: &svg) }
    }

    // MARK: Parts

    private func axis(to svg: inout SVGWriter) {
        for tick in scale.ticks {
            line(x(tick), top, x(tick), bottom, ChartColour.grid, to: &svg)
            label(DecimalFigure.text(tick, scale.places), x: x(tick), y: bottom + 17, anchor: "middle", to: &svg)
        }
        line(Measure.left, bottom, Measure.right, bottom, ChartColour.frame, to: &svg)
    }

    private func dashes(_ oracle: SimulationReport.Policy, _ place: Int, to svg: inout SVGWriter) {
        let x = number(x(oracle.values[0].mean))
        svg.element(
            "line",
            [
                ("x1", x), ("x2", x), ("y1", number(Measure.heading + Double(place) * Measure.bound - 5)),
                ("y2", number(bottom)), ("stroke-width", "1.5"), ("stroke-dasharray", "5 4"),
            ] + ChartColour.bound.stroke)
    }

    /// Names stand on lines of their own, and on paper where another oracle's dashes cross them.
    private func dashesLabel(_ oracle: SimulationReport.Policy, _ place: Int, to svg: inout SVGWriter) {
        let x = x(oracle.values[0].mean)
        let y = Measure.heading + Double(place) * Measure.bound + 8
        let isLeft = x < (Measure.left + Measure.right) / 2
        let start: [(StaticString, String)] = [
            ("x", number(isLeft ? x + 7 : x - 7)), ("y", number(y)), ("text-anchor", isLeft ? "start" : "end"),
        ]
        let content = "\(shortened(oracle.name)) \(text(oracle))"
        svg.element(
            "text", start + [("stroke-width", "5"), ("stroke-linejoin", "round")] + ChartColour.paper.outline,
            content: content)
        svg.element("text", start + ChartColour.bound.fill, content: content)
    }

    private func row(_ policy: SimulationReport.Policy, _ place: Int, to svg: inout SVGWriter) {
        let y = top + (Double(place) + 0.5) * Measure.row + 2
        let isEngine = policy.role == .engine
        let colour = isEngine ? ChartColour.engine : ChartColour.data
        let interval = Self.interval(policy)
        svg.element(
            "text",
            [("x", number(Measure.left - 12)), ("y", number(y + 4.5)), ("text-anchor", "end")]
                + (isEngine ? [("font-weight", "700")] + ChartColour.engine.fill : ChartColour.text.fill),
            content: shortened(policy.name))
        svg.element(
            "line",
            [
                ("x1", number(x(interval.low))), ("x2", number(x(interval.high))), ("y1", number(y)), ("y2", number(y)),
                ("stroke-width", isEngine ? "3" : "2"),
            ] + colour.stroke)
        let dot: [(StaticString, String)] = [
            ("cx", number(x(policy.values[0].mean))), ("cy", number(y)), ("r", isEngine ? "5.5" : "4.5"),
        ]
        if policy.role == .baseline {
            // A ring of the line's colour about paper: two shapes, since a class names one of the two colours.
            svg.element("circle", dot + colour.fill)
            svg.element("circle", Array(dot.dropLast()) + [("r", "2.5")] + ChartColour.paper.fill)
        } else {
            svg.element("circle", dot + colour.fill)
        }
        label(text(policy), x: Measure.right + 14, y: y + 4.5, isEngine ? colour : ChartColour.quiet, to: &svg)
    }

    /// The mean and its standard error, as tables have them.
    private func text(_ policy: SimulationReport.Policy) -> String {
        let places = family.decimals(0)
        return "\(DecimalFigure.text(policy.values[0].mean, places)) ± "
            + DecimalFigure.text(policy.values[0].standardError, places)
    }

    private static func interval(_ policy: SimulationReport.Policy) -> (low: Double, high: Double) {
        let (mean, half) = (policy.values[0].mean, 1.96 * policy.values[0].standardError)
        return (mean - half, mean + half)
    }

    private func shortened(_ name: String) -> String {
        TextWidth.of(name) > 26 ? TextWidth.fit(name, 26) : TextWidth.clean(name)
    }

    // MARK: Shapes

    private func x(_ value: Double) -> Double { Measure.left + scale.position(value) * (Measure.right - Measure.left) }

    private func label(
        _ content: String, x: Double, y: Double, anchor: String = "start", _ colour: ChartColour = .quiet,
        to svg: inout SVGWriter
    ) {
        svg.element(
            "text", [("x", number(x)), ("y", number(y)), ("text-anchor", anchor)] + colour.fill, content: content)
    }

    private func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: ChartColour, to svg: inout SVGWriter
    ) {
        svg.element(
            "line", [("x1", number(x1)), ("y1", number(y1)), ("x2", number(x2)), ("y2", number(y2))] + colour.stroke)
    }

    private func number(_ value: Double) -> String { SVGWriter.number(value) }
}
