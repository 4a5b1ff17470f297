internal import Syncopate

/// Writes SVG as text: elements that close, attributes and texts that are escaped, coordinates to two decimals.
struct SVGWriter {
    /// What has been written.
    private(set) var text = ""
    private var open: [StaticString] = []

    /// Begins an element, to be ended by ``end()``.
    mutating func begin(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
        tag(name, attributes)
        text += ">\n"
        open.append(name)
    }

    /// Ends the element begun last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        text += "\(indent)</\(name)>\n"
    }

    /// An element without content.
    mutating func element(_ name: StaticString, _ attributes: [(StaticString, String)]) {
        tag(name, attributes)
        text += "/>\n"
    }

    /// An element with text in it.
    mutating func element(_ name: StaticString, _ attributes: [(StaticString, String)] = [], content: String) {
        tag(name, attributes)
        text += ">\(Self.escaped(content))</\(name)>\n"
    }

    private mutating func tag(_ name: StaticString, _ attributes: [(StaticString, String)]) {
        text += "\(indent)<\(name)"
        for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
    }

    private var indent: String { String(repeating: "  ", count: open.count) }

    /// Text as XML has it; what XML 1.0 allows in no form becomes a blank.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;".unicodeScalars
            case "<": result += "&lt;".unicodeScalars
            case ">": result += "&gt;".unicodeScalars
            case "\"": result += "&quot;".unicodeScalars
            case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// A coordinate in its shortest form.
    static func number(_ value: Double) -> String {
        let rounded = Rounding.decimals(value, 2)
        return rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : "\(rounded)"
    }
}
