/// A variable of a QTI result: an answer, or an outcome.
struct QTIVariable {
    let identifier: String
    let isResponse: Bool
    /// The largest value an outcome normally has.
    let normalMaximum: String?
    /// What was answered, or what came out; empty for nothing.
    private(set) var answer: [String] = []
    private let cardinality: String
    private let baseType: String
    private var correct: [String] = []

    /// Reads the element that has just begun to its end.
    init(_ xml: inout XMLReader, isResponse: Bool) throws(ContainerFault) {
        self.isResponse = isResponse
        identifier = xml.attribute("identifier") ?? ""
        cardinality = xml.attribute("cardinality") ?? "single"
        baseType = xml.attribute("baseType") ?? ""
        normalMaximum = xml.attribute("normalMaximum")
        let outside = xml.depth - 1
        var isCorrect = false
        var value: [UInt8]?
        while true {
            switch try xml.next() {
            case .finish: return
            case .text: if value != nil { value?.append(contentsOf: xml.text) }
            case .start:
                if xml.isNamed("value") {
                    value = []
                } else if xml.isNamed("correctResponse") {
                    isCorrect = true
                } else if xml.isNamed("candidateResponse") {
                    isCorrect = false
                }
            case .end:
                if xml.isNamed("value"), let bytes = value {
                    let text = String(decoding: bytes[Blanks.trimmed(0..<bytes.count, in: bytes)], as: UTF8.self)
                    if !text.isEmpty { if isCorrect { correct.append(text) } else { answer.append(text) } }
                    value = nil
                }
                if xml.depth == outside { return }
            }
        }
    }

    /// Whether the answer is the correct one; `nil` where that cannot be said.
    var isRight: Bool? {
        guard !correct.isEmpty else { return nil }
        let given = answer.map { QTIValue($0, baseType: baseType) }
        let right = correct.map { QTIValue($0, baseType: baseType) }
        switch cardinality {
        case "multiple": return given.sorted() == right.sorted()
        case "ordered": return given == right
        case "single":
            // One answer is all that a single one can be.
            guard right.count == 1, given.count <= 1 else { return nil }
            return given == right
        default: return nil
        }
    }
}
