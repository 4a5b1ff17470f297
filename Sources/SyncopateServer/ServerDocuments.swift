internal import JSONText

/// What is said of the wire without a request: for people and for generators.
public enum ServerDocuments {
    /// The names of all methods, in the order of the documentation.
    public static var methods: [String] { MethodTable.names }

    /// All methods as an OpenRPC document.
    public static func openRPC(version: String) -> [UInt8] {
        var json = JSONWriter()
        DiscoverMethod.document(version: version, to: &json)
        return json.bytes
    }

    /// What goes in and out of one method as JSON Schemas; `nil`: there is none of this name.
    public static func schema(of name: String) -> [UInt8]? {
        guard let method = MethodTable.find(name) else { return nil }
        var json = JSONWriter()
        json.beginObject()
        json.key("$schema")
        json.string("https://json-schema.org/draft/2020-12/schema")
        json.key("title")
        json.string(name)
        json.key("description")
        json.string(method.summary)
        json.key("$defs")
        json.beginObject()
        json.key("params")
        ShapeSchema.write(method.parameters, to: &json)
        json.key("result")
        ShapeSchema.write(method.result, to: &json)
        json.endObject()
        json.endObject()
        return json.bytes
    }

    /// Every method with its parameters and results, as a page of Markdown.
    public static func markdown() -> String { MethodPage.text() }
}
