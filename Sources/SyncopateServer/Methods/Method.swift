internal import JSONText

/// One thing that can be asked for. A method is a table of what goes in and what comes out, and what is done.
protocol Method: Sendable {
    static var name: StaticString { get }
    /// A few words, for lists.
    static var title: String { get }
    /// What it does, in a sentence or two.
    static var summary: String { get }
    static var parameters: ObjectShape { get }
    static var result: ObjectShape { get }
    /// Whether it is a tool of MCP too.
    static var isTool: Bool { get }
    /// Whether it changes what is held of learners or of the catalogue.
    static var changesState: Bool { get }
    /// Does it, and writes the result as one JSON value.
    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault)
    /// The result in a sentence that a teacher can read.
    static func sentence(_ result: JSONTape) -> String
}

extension Method {
    static var isTool: Bool { false }
    static var changesState: Bool { false }
    static func sentence(_ result: JSONTape) -> String { "\(title)." }
}
