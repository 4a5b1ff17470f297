/// Lines on two logarithmic axes.
public struct LineChart {
    /// One line.
    public struct Series {
        let label: String
        let points: [(x: Double, y: Double)]
        let colour: Int
        let isDashed: Bool

        /// - Parameter colour: those with the same number have the same colour.
        public init(label: String, points: [(x: Double, y: Double)], colour: Int, isDashed: Bool = false) {
            self.label = label
            self.points = points.sorted { $0.x < $1.x }
            self.colour = ((colour % SVGDocument.colours) + SVGDocument.colours) % SVGDocument.colours
            self.isDashed = isDashed
        }
    }

    private let title: String
    private let axes: (x: String, y: String)
    private let series: [Series]

    public init(title: String, axes: (x: String, y: String), series: [Series]) {
        self.title = title
        self.axes = axes
        self.series = series
    }

    /// The chart as a file.
    public var svg: String {
        let (width, left, right, bottom) = (860.0, 86.0, 48.0, 480.0)
        let rows = (series.count + 1) / 2
        let top = 58 + 20 * Double(rows)
        var out = SVGDocument(width: width, height: bottom + 56, title: title)
        out.text(title, x: 16, y: 26, style: "title")
        let all = series.flatMap(\.points)
        let across = LogAxis(covering: all.map(\.x), from: left, to: width - right)
        let up = LogAxis(covering: all.map(\.y), from: bottom, to: top)
        for (value, label) in across.ticks {
            let x = across.place(value)
            out.line(from: (x, top), to: (x, bottom), "grid")
            out.text(label, x: x, y: bottom + 18, .middle)
        }
        for (value, label) in up.ticks {
            let y = up.place(value)
            out.line(from: (left, y), to: (width - right, y), "grid")
            out.text(label, x: left - 8, y: y + 4, .end)
        }
        out.line(from: (left, bottom), to: (width - right, bottom), "axis")
        out.line(from: (left, top), to: (left, bottom), "axis")
        out.text(axes.x, x: (left + width - right) / 2, y: bottom + 42, .middle)
        out.text(axes.y, x: 22, y: (top + bottom) / 2, .middle, turned: true)
        for (number, line) in series.enumerated() {
            let points = line.points.map { (x: across.place($0.x), y: up.place($0.y)) }
            let style = "line\(line.colour)" + (line.isDashed ? " dashed" : "")
            out.path(points, style)
            for point in points { out.circle(x: point.x, y: point.y, radius: 3.5, "fill\(line.colour)") }
            let x = 16 + Double(number % 2) * (width / 2 - 8)
            let y = 48 + 20 * Double(number / 2)
            out.path([(x: x, y: y), (x: x + 30, y: y)], style)
            out.circle(x: x + 15, y: y, radius: 3.5, "fill\(line.colour)")
            out.text(line.label, x: x + 38, y: y + 4)
        }
        return out.file
    }
}
