/// A colour of a chart on light and on dark paper.
///
/// The light one stands in the attribute, so that readers without style sheets have it too; the class brings the dark one.
struct ChartColour: Sendable {
    private let name: String
    private let light: String
    private let dark: String

    /// Attributes for a filled shape or text.
    var fill: [(StaticString, String)] { [("class", "\(name)-fill"), ("fill", light)] }

    /// Attributes for a line.
    var stroke: [(StaticString, String)] { [("class", "\(name)-line"), ("stroke", light)] }

    /// Attributes for what is filled and has an outline of the same colour.
    var outline: [(StaticString, String)] {
        [("class", "\(name)-fill \(name)-line"), ("fill", light), ("stroke", light)]
    }

    static let paper = ChartColour(name: "paper", light: "#ffffff", dark: "#14181d")
    static let grid = ChartColour(name: "grid", light: "#e3e7ec", dark: "#2b323b")
    static let frame = ChartColour(name: "frame", light: "#5f6b7a", dark: "#8793a3")
    static let text = ChartColour(name: "text", light: "#1f2933", dark: "#e6eaef")
    static let quiet = ChartColour(name: "quiet", light: "#52606d", dark: "#aab4c0")
    /// What others are.
    static let data = ChartColour(name: "data", light: "#5f6b7a", dark: "#9aa7b6")
    /// What the engine is.
    static let engine = ChartColour(name: "engine", light: "#0b5cad", dark: "#6cb2f5")
    /// What bounds are.
    static let bound = ChartColour(name: "bound", light: "#a34a00", dark: "#f0a35e")

    /// A style sheet with the dark colours.
    static var darkStyle: String {
        let rules = [paper, grid, frame, text, quiet, data, engine, bound].map {
            ".\($0.name)-fill{fill:\($0.dark)}.\($0.name)-line{stroke:\($0.dark)}"
        }
        return "@media (prefers-color-scheme:dark){" + rules.joined() + "}"
    }
}
