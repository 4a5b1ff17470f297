/// A section of a number format's code, such as `[Red]-0.0%`.
struct SheetFormatSection {
    /// What a value must be for the section to be used: `[<=100]`.
    struct Condition {
        var comparison: String
        var number: Double

        /// `nil` for what else stands in brackets: a colour, a place, hours.
        init?(_ text: String) {
            let signs = text.prefix { "<>=".contains($0) }
            guard !signs.isEmpty, let number = Double(text.dropFirst(signs.count)) else { return nil }
            comparison = String(signs)
            self.number = number
        }

        func holds(_ value: Double) -> Bool {
            switch comparison {
            case "=": value == number
            case "<>": value != number
            case "<": value < number
            case "<=": value <= number
            case ">": value > number
            case ">=": value >= number
            default: false
            }
        }
    }

    var kind = SheetNumber.Kind.plain
    /// Whether the number is to be seen, and not only a text in its place.
    var showsNumber = false
    var condition: Condition?

    init(kind: SheetNumber.Kind, showsNumber: Bool) {
        self.kind = kind
        self.showsNumber = showsNumber
    }

    /// Reads the code of one section.
    init(_ code: some StringProtocol) {
        var letters: Set<Character> = []
        /// Signs that stand for digits, and hyphens as they are.
        var pattern = ""
        /// What is written as it is after the last digit.
        var tail = ""
        var isDuration = false
        var isQuoted = false
        var bracket: String?
        var escape: Character?
        for character in code.lowercased() {
            if let sign = escape {
                escape = nil
                if sign == "\\" { Self.take(character, pattern, &tail) }
            } else if isQuoted {
                isQuoted = character != "\""
                if isQuoted { Self.take(character, pattern, &tail) }
            } else if let inside = bracket {
                guard character == "]" else {
                    bracket = inside + String(character)
                    continue
                }
                bracket = nil
                // [h]: hours that go on counting.
                if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) {
                    isDuration = true
                } else if let found = Condition(inside) {
                    condition = found
                }
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": bracket = ""
                // A sign to be written as it is, or as wide a space as one, or one to fill the cell with.
                case "\\", "_", "*": escape = character
                case "-", " ", "1"..."9": Self.take(character, pattern, &tail)
                default:
                    letters.insert(character)
                    pattern += tail
                    pattern.append(character)
                    tail = ""
                }
            }
        }
        let hasDigits = !letters.isDisjoint(with: "0#?@")
        kind = isDuration ? .duration : Self.kind(letters: letters)
        showsNumber = isDuration || hasDigits || kind != .plain || letters.isSuperset(of: "general")
        if kind == .plain, hasDigits { kind = Self.kind(pattern: pattern, tail: tail) ?? .plain }
    }

    /// Takes a sign that is written as it is.
    private static func take(_ character: Character, _ pattern: String, _ tail: inout String) {
        // What stands before the first digit is no part of the number.
        if !pattern.isEmpty { tail.append(character) }
    }

    private static func kind(letters: Set<Character>) -> SheetNumber.Kind {
        let hasTime = letters.contains("h") || letters.contains("s")
        let hasDay = letters.contains("d") || letters.contains("y") || (letters.contains("m") && !hasTime)
        if letters.contains("%") { return .percent }
        // "General" is a word and no format of its letters.
        if letters.isSuperset(of: "general") { return .plain }
        return hasDay ? (hasTime ? .moment : .date) : hasTime ? .time : .plain
    }

    /// Digits that are all shown make an id of a number; a text behind it says more than a unit where it is a percent
    /// sign, or what the points are out of, as Google Forms has it (`0" / 5"`).
    private static func kind(pattern: String, tail: String) -> SheetNumber.Kind? {
        let unit = tail.drop { $0 == " " }
        if unit == "%" { return .followed([UInt8(ascii: "%")]) }
        if unit.first == "/", unit.dropFirst().contains(where: { $0 != " " }),
            unit.dropFirst().allSatisfy({ $0.isASCII && ($0.isNumber || " .,".contains($0)) })
        {
            return .followed(Array(tail.utf8))
        }
        let places = pattern.drop { $0 == "#" }
        guard unit.isEmpty, places.count > 1, places.first == "0", places.last == "0",
            places.allSatisfy({ $0 == "0" || $0 == "-" })
        else { return nil }
        return .padded(Array(places.utf8))
    }

    /// The sections of a code, at the semicolons that are no text.
    static func split(_ code: String) -> [Substring] {
        var sections: [Substring] = []
        var start = code.startIndex
        var isQuoted = false
        var isEscaped = false
        for position in code.indices {
            let character = code[position]
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else {
                switch character {
                case "\"": isQuoted = true
                case "\\", "_", "*": isEscaped = true
                case ";":
                    sections.append(code[start..<position])
                    start = code.index(after: position)
                default: break
                }
            }
        }
        sections.append(code[start...])
        return sections
    }
}
