internal import JSONText

/// A method as a tool of MCP.
enum ToolDescription {
    static func write(_ method: any Method.Type, to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string("\(method.name)")
        json.key("title")
        json.string(method.title)
        json.key("description")
        json.string(method.summary)
        json.key("inputSchema")
        ShapeSchema.write(method.parameters, to: &json)
        json.key("outputSchema")
        ShapeSchema.write(method.result, to: &json)
        json.key("annotations")
        json.beginObject()
        json.key("readOnlyHint")
        json.boolean(!method.changesState)
        json.key("destructiveHint")
        json.boolean(false)
        json.key("idempotentHint")
        // An event counts once however often it is told, but only if it has an id.
        json.boolean(!method.changesState)
        json.key("openWorldHint")
        json.boolean(false)
        json.endObject()
        json.endObject()
    }
}
