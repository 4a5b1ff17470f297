internal import JSONText

/// One of a list that was not taken up, and why.
enum Rejection {
    static let shape = ObjectShape(
        "Rejection",
        [
            Field("index", .integer(0...499), required: true, "Which one, from 0."),
            Field("kind", .word(ErrorKind.allCases.map(\.rawValue)), required: true, "The stable word."),
            Field("path", .text(0...10_000), required: true, "JSON pointer into params."),
            Field("message", .text(1...10_000), required: true, "What is wrong."),
            Field("hint", .text(1...10_000), required: true, "How to mend it."),
        ])

    static func write(_ fault: WireFault, index: Int, to json: inout JSONWriter) {
        json.beginObject()
        json.key("index")
        json.integer(index)
        json.key("kind")
        json.string(fault.kind.rawValue)
        json.key("path")
        json.string(fault.path)
        json.key("message")
        json.string(fault.message)
        json.key("hint")
        json.string(fault.hint)
        json.endObject()
    }
}
