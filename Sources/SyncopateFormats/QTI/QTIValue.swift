/// A value of a QTI variable, as its base type has it (1EdTech, QTI 2.2 and 3.0, baseType): texts that are written differently
/// may be one value.
struct QTIValue: Comparable {
    /// What is compared: what a text is to its base type, written in one way.
    private let form: String

    init(_ text: String, baseType: String) {
        form = Self.form(text, baseType)
    }

    static func < (left: QTIValue, right: QTIValue) -> Bool { left.form < right.form }

    private static func form(_ text: String, _ baseType: String) -> String {
        switch baseType {
        case "float", "integer":
            // What is no number is compared as it stands.
            guard let number = Double(decimal: text), number.isFinite else { return text }
            return "\(number == 0 ? 0 : number)"
        case "boolean":
            switch text {
            case "1": return "true"
            case "0": return "false"
            default: return text
            }
        case "pair":
            // Neither of the two comes first.
            return text.split(separator: " ").sorted().joined(separator: " ")
        case "directedPair": return text.split(separator: " ").joined(separator: " ")
        case "point":
            return text.split(separator: " ").map { form(String($0), "integer") }.joined(separator: " ")
        default: return text
        }
    }
}
