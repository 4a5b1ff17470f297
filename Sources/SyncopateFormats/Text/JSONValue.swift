/// A JSON value. Numbers keep their text, because as an id 1 is not 1.0.
indirect enum JSONValue: Equatable {
    case null
    case bool(Bool)
    case number(Double, text: String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// A name and its value, in the order of the text.
    struct Member: Equatable {
        var name: String
        var value: JSONValue
    }

    /// A string, or a number as it was written: what an id may be.
    var identifier: String? {
        switch self {
        case .string(let text): text
        case .number(_, let text): text
        default: nil
        }
    }
}
