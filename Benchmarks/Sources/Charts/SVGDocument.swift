/// A drawing as text, written element by element.
///
/// Colours are classes of a style sheet, so that the same file is dark on white and light on black.
struct SVGDocument {
    private let width: Double
    private let height: Double
    private let title: String
    private var body: [String] = []

    init(width: Double, height: Double, title: String) {
        self.width = width
        self.height = height
        self.title = title
    }

    /// How many colours there are for series.
    static let colours = 6

    enum Anchor: String {
        case start
        case middle
        case end
    }

    mutating func line(
        from: (x: Double, y: Double), to: (x: Double, y: Double), _ style: String
    ) {
        body.append(
            "<line x1=\"\(Self.figure(from.x))\" y1=\"\(Self.figure(from.y))\" x2=\"\(Self.figure(to.x))\""
                + " y2=\"\(Self.figure(to.y))\" class=\"\(style)\"/>")
    }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, _ style: String) {
        body.append(
            "<rect x=\"\(Self.figure(x))\" y=\"\(Self.figure(y))\" width=\"\(Self.figure(max(width, 0)))\""
                + " height=\"\(Self.figure(max(height, 0)))\" class=\"\(style)\"/>")
    }

    mutating func circle(x: Double, y: Double, radius: Double, _ style: String) {
        body.append(
            "<circle cx=\"\(Self.figure(x))\" cy=\"\(Self.figure(y))\" r=\"\(Self.figure(radius))\" class=\"\(style)\"/>"
        )
    }

    mutating func path(_ points: [(x: Double, y: Double)], _ style: String) {
        let text = points.map { "\(Self.figure($0.x)),\(Self.figure($0.y))" }.joined(separator: " ")
        body.append("<polyline points=\"\(text)\" class=\"\(style)\"/>")
    }

    mutating func text(
        _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, style: String = "label", turned: Bool = false
    ) {
        let turn = turned ? " transform=\"rotate(-90 \(Self.figure(x)) \(Self.figure(y)))\"" : ""
        body.append(
            "<text x=\"\(Self.figure(x))\" y=\"\(Self.figure(y))\" text-anchor=\"\(anchor.rawValue)\""
                + " class=\"\(style)\"\(turn)>\(Self.escaped(text))</text>")
    }

    /// The whole file.
    var file: String {
        let size = "\(Self.figure(width)) \(Self.figure(height))"
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(Self.figure(width))" \
            height="\(Self.figure(height))" role="img" aria-labelledby="title">
            <title id="title">\(Self.escaped(title))</title>
            <style>
            \(Self.style)
            </style>
            <rect width="100%" height="100%" class="paper"/>
            \(body.joined(separator: "\n"))
            </svg>

            """
    }

    /// Okabe & Ito's (2008) colours, which the colour-blind can tell apart, with their lightness moved on dark paper.
    private static let style: String = {
        let light = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9"]
        let dark = ["#56b4e9", "#ff8c42", "#2fd6a3", "#f0a6cc", "#f0e442", "#9ad1f5"]
        func rules(_ colours: [String], ink: String, paper: String, grid: String) -> String {
            let series = colours.enumerated().map { place, colour in
                ".line\(place){stroke:\(colour)}.fill\(place){fill:\(colour)}"
            }
            return ".paper{fill:\(paper)}.ink,.label,.title{fill:\(ink)}.axis{stroke:\(ink)}.grid{stroke:\(grid)}"
                + ".mark{stroke:\(ink)}" + series.joined()
        }
        return """
            text{font-family:system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;font-size:12px}
            .title{font-size:15px;font-weight:600}
            .axis,.grid{stroke-width:1}.mark{stroke-width:3}
            polyline{fill:none;stroke-width:2}.dashed{stroke-dasharray:6 4}
            \(rules(light, ink: "#1c1e21", paper: "#ffffff", grid: "#dde1e6"))
            @media (prefers-color-scheme:dark){\(rules(dark, ink: "#e6e8eb", paper: "#15181c", grid: "#343a41"))}
            """
    }()

    /// To a hundredth of a pixel, always with a point.
    static func figure(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }

    /// Text as it may stand in an element.
    static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.append(character)
            }
        }
        return out
    }
}
