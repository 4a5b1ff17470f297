import Foundation
import TestSupport

/// The table of the documentation that says what each output carries.
struct CarriedTable {
    /// How something comes back.
    enum Form: String {
        case yes, trimmed, marked, rounded, no
    }

    /// Forms by output and by what is carried.
    private var forms: [String: [String: Form]] = [:]
    /// What rows there are.
    private(set) var rows: [String] = []

    /// - Throws: where the file is not there.
    init() throws {
        let path = "Sources/Syncopate/Syncopate.docc/Formats.md"
        let text = try String(contentsOf: SharedFolder.packageRoot.appendingPathComponent(path), encoding: .utf8)
        let lines = text.split(separator: "\n").drop { !$0.hasPrefix("| What |") }.prefix { $0.hasPrefix("|") }
        let cells = lines.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        let outputs = cells.first?.dropFirst() ?? []
        for row in cells.dropFirst(2) {
            rows.append(row[0])
            for (output, word) in zip(outputs, row.dropFirst()) {
                forms[output, default: [:]][row[0]] = Form(rawValue: word)
            }
        }
    }

    /// How something comes back from an output; what the table does not name is a fault of the test or the table.
    func form(_ output: String, _ what: String) -> Form? { forms[output]?[what] }

    /// A text as it comes back from an output.
    func text(_ text: String, _ what: String, _ output: String) -> String {
        switch form(output, what) {
        case .yes: text
        case .trimmed: Self.trimmed(text)
        case .marked: (Self.isMarked(text) ? "'" : "") + Self.trimmed(text)
        default: ""
        }
    }

    /// Whether a text begins like a formula, and is neither a number nor something in the guard.
    private static func isMarked(_ text: String) -> Bool {
        let isNumber = Double(text) != nil && text.utf8.allSatisfy { "0123456789.-+e".utf8.contains($0) }
        let isGuarded = text.utf8.count >= 3 && text.utf8.starts(with: "=\"".utf8) && text.utf8.last == 0x22
        guard !isNumber, !isGuarded, let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
        return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    }

    /// Without the blanks that the documentation of CSV reading names, at either end.
    static func trimmed(_ text: String) -> String {
        let blanks = Set(" \t\n\r\u{A0}\u{3000}\u{202F}\u{FEFF}".unicodeScalars)
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            blanks.contains(scalar) || (0x2000...0x200F).contains(scalar.value)
        }
        var scalars = Array(text.unicodeScalars)
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        scalars = Array(scalars.drop(while: isBlank))
        var result = ""
        result.unicodeScalars.append(contentsOf: scalars)
        return result
    }
}
