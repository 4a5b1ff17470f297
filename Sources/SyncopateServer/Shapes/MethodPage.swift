internal import Syncopate

/// The reference of the wire, printed from the table that decodes it.
enum MethodPage {
    static func text() -> String {
        var text = ""
        for method in MethodTable.all {
            text += "## \(method.name)\(method.isTool ? " (tool)" : "")\n\n\(method.summary)\n\n"
            text += table("params", method.parameters) + table("result", method.result)
        }
        text += "## What these are made of\n\n"
        for shape in parts { text += "### \(shape.name)\n\n" + table("member", shape) }
        text += "## Errors\n\n| code | kind | meaning |\n| --- | --- | --- |\n"
        for kind in ErrorKind.allCases { text += "| \(kind.code) | \(kind.rawValue) | \(kind.summary) |\n" }
        return text
    }

    /// The objects that stand in parameters and results, each once, in the order in which they are met.
    private static var parts: [ObjectShape] {
        var parts: [ObjectShape] = []
        var seen: Set<String> = []
        func visit(_ object: ObjectShape) {
            guard seen.insert(object.name).inserted else { return }
            parts.append(object)
            for field in object.fields { visit(field.shape) }
        }
        func visit(_ shape: Shape) {
            switch shape {
            case .object(let object), .readLater(let object), .textOrObject(_, let object): visit(object)
            case .list(let other, _), .table(let other), .optional(let other): visit(other)
            case .text, .word, .number, .integer, .boolean, .time, .anything: break
            }
        }
        for method in MethodTable.all {
            for field in method.parameters.fields + method.result.fields { visit(field.shape) }
        }
        return parts
    }

    private static func table(_ title: String, _ shape: ObjectShape) -> String {
        guard !shape.fields.isEmpty else { return "" }
        var text = "| \(title) | is | meaning |\n| --- | --- | --- |\n"
        for field in shape.fields {
            text +=
                "| `\(field.name)`\(field.isRequired ? "" : " (optional)") | \(words(field.shape)) | \(field.summary) |\n"
        }
        return text + "\n"
    }

    private static func words(_ shape: Shape) -> String {
        switch shape {
        case .text: "text"
        case .word(let words): words.count <= 8 ? words.joined(separator: ", ") : "one of \(words.count) words"
        case .number: "number"
        case .integer: "whole number"
        case .boolean: "true or false"
        case .time: "time"
        case .list(let element, _): "list of " + words(element)
        case .object(let object), .readLater(let object): object.name
        case .textOrObject(_, let object): "text or \(object.name)"
        case .table(let element): "object of " + words(element)
        case .anything: "see the example"
        case .optional(let other): words(other) + " or null"
        }
    }
}
