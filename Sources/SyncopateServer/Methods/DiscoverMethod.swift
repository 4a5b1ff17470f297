internal import JSONText

/// All methods as an OpenRPC document.
enum DiscoverMethod: Method {
    static let name: StaticString = "rpc.discover"
    static let title = "All methods as OpenRPC"
    static let summary = "Returns an OpenRPC 1.3 document of all methods, with the schemas of what goes in and out."
    static let parameters = ObjectShape("DiscoverParams", [])
    static let result = ObjectShape("OpenRPC", isOpen: true, [])

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        document(version: host.settings.version, to: &json)
    }

    static func document(version: String, to json: inout JSONWriter) {
        json.beginObject()
        json.key("openrpc")
        json.string("1.3.2")
        json.key("info")
        json.beginObject()
        json.key("title")
        json.string("syncopate")
        json.key("version")
        json.string(version)
        json.endObject()
        json.key("methods")
        json.beginArray()
        for method in MethodTable.all { write(method, to: &json) }
        json.endArray()
        json.endObject()
    }

    private static func write(_ method: any Method.Type, to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string("\(method.name)")
        json.key("summary")
        json.string(method.title)
        json.key("description")
        json.string(method.summary)
        json.key("paramStructure")
        json.string("by-name")
        json.key("params")
        json.beginArray()
        for field in method.parameters.fields {
            json.beginObject()
            json.key("name")
            json.string("\(field.name)")
            json.key("required")
            json.boolean(field.isRequired)
            json.key("schema")
            ShapeSchema.write(field.shape, summary: field.summary, to: &json)
            json.endObject()
        }
        json.endArray()
        json.key("result")
        json.beginObject()
        json.key("name")
        json.string("result")
        json.key("schema")
        ShapeSchema.write(method.result, to: &json)
        json.endObject()
        json.endObject()
    }
}
