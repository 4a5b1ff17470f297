internal import Syncopate

/// What a cell that should hold a score says.
enum ScoreCell {
    /// A finite number, negative ones included.
    case number(NumericCell)
    /// Some kind of blank, in words or by having nothing in it.
    case status(Status)
    /// Infinity, or a number too large to hold.
    case notFinite
    /// A letter or a word that is a grade on some scale.
    case letter
    /// Anything else.
    case text

    /// Reads a cell of a table.
    init(_ table: CSVTable, _ cell: CSVCell) {
        let range = table.trimmed(cell)
        guard let first = table.bytes[range].first else {
            self = .status(.unknownBlank)
            return
        }
        if cell.hasDoubledQuotes || first == UInt8(ascii: "=") {
            self.init(text: Array(table.unguardedText(cell).utf8))
        } else {
            self.init(table.bytes, range)
        }
    }

    /// Reads text that stands by itself.
    init(text: [UInt8]) { self.init(text, Blanks.trimmed(0..<text.count, in: text)) }

    /// The number, if it is one.
    var finiteNumber: NumericCell? {
        if case .number(let number) = self { number } else { nil }
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>) {
        guard !range.isEmpty else {
            self = .status(.unknownBlank)
            return
        }
        if let number = NumericCell(bytes, range) {
            self = number.withPoint.isFinite && number.withComma.isFinite ? .number(number) : .notFinite
            return
        }
        guard range.count <= 40 else {
            self = .text
            return
        }
        self = ScoreCell.word(String(decoding: bytes[range], as: UTF8.self).lowercased())
    }

    private static func word(_ word: String) -> ScoreCell {
        switch word {
        // What R, Python, SAS and databases write where there is nothing.
        case "-", "–", "—", "−", ".", "na", "<na>", "nan", "null", "none", "\\n": .status(.unknownBlank)
        case "ex", "exc", "excused": .status(.excused)
        case "n/a": .status(.notAssigned)
        case "mi", "missing": .status(.missing)
        case "inf", "infinity", "+inf", "-inf", "-infinity", "+infinity": .notFinite
        default: letters.contains(word) || isLetterGrade(word) ? .letter : .text
        }
    }

    /// A to G with a sign, or a pair such as AB.
    private static func isLetterGrade(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        guard let first = bytes.first, bytes.count <= 2, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "g") else {
            return false
        }
        guard bytes.count == 2 else { return true }
        return bytes[1] == UInt8(ascii: "+") || bytes[1] == UInt8(ascii: "-") || bytes[1] == UInt8(ascii: "*")
            || (bytes[1] >= UInt8(ascii: "a") && bytes[1] <= UInt8(ascii: "f"))
    }

    private static let letters: Set<String> = [
        "p", "np", "s", "u", "cr", "nc", "w", "i", "pass", "fail", "passed", "failed", "complete", "incomplete",
        "satisfactory", "unsatisfactory", "credit", "no credit", "merit", "distinction",
    ]
}
