/// The first figure of every family as SVG: a panel each, a dot and a 95 % interval per policy, best first, and a dashed
/// line per oracle. 800 pixels wide, any height; dark where the reader's colours are.
public struct SimulationChart: Sendable {
    let report: SimulationReport

    public init(_ report: SimulationReport) { self.report = report }

    enum Measure {
        static let width = 800.0
        static let margin = 16.0
        /// Where the axis begins and ends: names stand before it, figures after.
        static let left = 210.0
        static let right = 660.0
        static let row = 22.0
        /// Name and figure of a family.
        static let heading = 50.0
        /// The label of an oracle.
        static let bound = 17.0
        static let axis = 34.0
        static let gap = 26.0
        static let footer = 50.0
    }

    /// The whole file.
    public func write() -> [UInt8] {
        let panels = report.families.map { SimulationPanel($0) }.filter { !$0.isEmpty }
        let height =
            2 * Measure.margin + Measure.footer + panels.reduce(0) { $0 + $1.height }
            + Measure.gap * Double(max(panels.count - 1, 0))
        var svg = SVGWriter()
        svg.begin(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("width", SVGWriter.number(Measure.width)),
                ("height", SVGWriter.number(height)),
                ("viewBox", "0 0 \(SVGWriter.number(Measure.width)) \(SVGWriter.number(height))"), ("role", "img"),
                ("aria-labelledby", "title desc"),
                ("font-family", "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"),
                ("font-size", "13"),
            ])
        svg.element("title", [("id", "title")], content: "Policies on simulated students")
        svg.element("desc", [("id", "desc")], content: panels.map(\.description).joined(separator: " "))
        svg.element("style", content: ChartColour.darkStyle)
        svg.element("rect", [("width", "100%"), ("height", "100%")] + ChartColour.paper.fill)
        var y = Measure.margin
        for panel in panels {
            svg.begin("g", [("transform", "translate(0 \(SVGWriter.number(y)))")])
            panel.draw(to: &svg)
            svg.end()
            y += panel.height + Measure.gap
        }
        footer(to: &svg, y: height - Measure.margin - Measure.footer + 24)
        svg.end()
        return Array(svg.text.utf8)
    }

    private func footer(to svg: inout SVGWriter, y: Double) {
        let lines = [
            "Dots: means of \(report.students) students, seed \(report.seed); hollow: baselines. "
                + "Dashed: oracles, which are told the truth.",
            "Lines: 95 % intervals. All met the same students, so differences are surer than these tell.",
        ]
        for (place, content) in lines.enumerated() {
            svg.element(
                "text",
                [("x", SVGWriter.number(Measure.margin)), ("y", SVGWriter.number(y + 18 * Double(place)))]
                    + ChartColour.quiet.fill, content: content)
        }
    }
}
