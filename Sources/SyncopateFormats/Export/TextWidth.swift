/// Text measured and cut as a terminal shows it.
enum TextWidth {
    /// Columns a string takes: two for East Asian wide characters, none for combining marks.
    static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// The text without what could move a cursor or start an escape sequence.
    static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Exactly `width` columns: cut with an ellipsis or filled with blanks.
    static func fit(_ text: String, _ width: Int, alignedRight: Bool = false) -> String {
        let clean = clean(text)
        let length = of(clean)
        if length <= width {
            let blanks = String(repeating: " ", count: width - length)
            return alignedRight ? blanks + clean : clean + blanks
        }
        var result = ""
        var used = 0
        for character in clean {
            let next = of(String(character))
            if used + next > width - 1 { break }
            result.append(character)
            used += next
        }
        return result + "…" + String(repeating: " ", count: max(0, width - used - 1))
    }

    /// Lines of at most `width` columns, broken at blanks.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in clean(text).split(separator: " ") {
            if !line.isEmpty, of(line) + 1 + of(String(word)) > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

extension String {
    /// Without the blanks at its end.
    var trimmedRight: String {
        String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
    }
}
