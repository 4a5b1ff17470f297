/// A header of Blackboard's, `Quiz 3 [Total Pts: 10 Score] |664617`, taken apart.
struct BlackboardHeader {
    /// How a column's grades are displayed, by the last word in the brackets.
    enum Display {
        case points, percentage, letter, completeness
        /// Text, which is no grade.
        case text
        /// A scale somebody made and named.
        case scale(String)
    }

    /// What begins the brackets, lower case, in English and Spanish.
    static let labels = ["total pts:", "puntos totales:"]

    private static let displays: [String: Display] = [
        "": .points, "score": .points, "points": .points, "puntuación": .points, "puntos": .points,
        "percentage": .percentage, "porcentaje": .percentage, "text": .text, "texto": .text, "letter": .letter,
        "letra": .letter, "complete/incomplete": .completeness, "completo/incompleto": .completeness,
    ]

    var title: String
    /// The number after the bar; empty where there is none.
    var number = ""
    /// What the brackets say of points; `nil` without such brackets.
    var points: Points?

    /// What stands in the brackets.
    enum Points {
        /// What a calculated column may come to: "up to 90".
        case calculated
        /// Points possible, `nil` where there are none, and the display.
        case possible(NumericCell?, Display)
    }

    /// Whether it is a column of grades: profile columns and comments have neither brackets nor a number.
    var isGrade: Bool { points != nil || !number.isEmpty }

    init(_ header: String) {
        title = header
        if let bar = title.lastIndex(of: "|") {
            let digits = title[title.index(after: bar)...]
            if !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit) {
                number = String(digits)
                title = String(title[..<bar])
                while title.hasSuffix(" ") { title.removeLast() }
            }
        }
        guard let (before, inside) = BracketedNumber.last(title, "[", "]") else { return }
        let lower = inside.lowercased()
        guard let label = BlackboardHeader.labels.first(where: { lower.hasPrefix($0) }) else { return }
        title = before
        let rest = inside.dropFirst(label.count).drop { $0.isWhitespace }
        if let (possible, display) = BracketedNumber.leading(rest) {
            points = .possible(possible, BlackboardHeader.display(display))
        } else if rest.contains(where: \.isNumber) {
            points = .calculated
        } else {
            points = .possible(nil, BlackboardHeader.display(rest))
        }
    }

    private static func display(_ text: Substring) -> Display {
        displays[text.lowercased()] ?? .scale(String(text))
    }
}
