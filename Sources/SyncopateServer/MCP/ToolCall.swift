internal import JSONText

/// A tool called: the method's result as structured content, a sentence for people, and the same as text for clients that
/// know no other.
struct ToolCall {
    let dispatcher: Dispatcher
    let tape: JSONTape
    let params: Int?
    let room: Int

    /// Share of the room that the result itself may take: it is written twice, once with its quotes escaped.
    private static let share = 0.36

    /// - Parameter finish: adds what results of the revision have.
    func run(
        _ isModern: Bool, finish: (inout JSONWriter) -> Void, to json: inout JSONWriter
    ) throws(WireFault) {
        guard let params, tape.kind(params) == .object, let name = tape.member(params, "name"),
            tape.kind(name) == .string
        else {
            throw WireFault(
                .invalidParams, "name is missing", path: "/params/name", hint: "name the tool; tools/list lists them")
        }
        let tools = MethodTable.tools(isReadOnly: dispatcher.host.isReadOnly)
        guard let method = tools.first(where: { tape.isEqual(name, $0.name) }) else {
            let names = tools.map { "\($0.name)" }
            throw WireFault(
                .invalidParams, "there is no such tool", path: "/params/name",
                hint: Hint.nearest(tape.string(name), names, else: "there are: \(names.joined(separator: ", "))"))
        }
        var arguments = tape.member(params, "arguments")
        if let given = arguments, tape.kind(given) == .null { arguments = nil }
        var content = JSONWriter()
        var fault: WireFault?
        do throws(WireFault) {
            try dispatcher.run(
                method, params: arguments, on: tape, pageLimit: Int(Double(room) * Self.share),
                wholeLimit: Int(Double(dispatcher.replyLimit) * Self.share), to: &content)
        } catch {
            fault = error
        }
        let begin = json.bytes.count
        json.beginObject()
        json.key("content")
        json.beginArray()
        if let fault {
            write(text: Self.words(fault), to: &json)
        } else {
            write(text: sentence(method, content.bytes), to: &json)
            // Where quotes within quotes take too much room, the sentence and the structured content have to do.
            let mark = json.mark
            write(text: String(decoding: content.bytes, as: UTF8.self), to: &json)
            if json.bytes.count - begin + content.bytes.count > room { json.goBack(to: mark) }
        }
        json.endArray()
        if fault == nil {
            json.key("structuredContent")
            json.raw(content.bytes)
        }
        json.key("isError")
        json.boolean(fault != nil)
        finish(&json)
        json.endObject()
        if let fault { dispatcher.host.counters.note(toolFault: fault) }
    }

    private func sentence(_ method: any Method.Type, _ bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { buffer in
            var result = JSONTape()
            do throws(JSONFault) { try result.read(buffer) } catch { return method.title }
            return method.sentence(result)
        }
    }

    private static func words(_ fault: WireFault) -> String {
        // The arguments of a tool are the params of its method.
        let path = fault.path.hasPrefix("/params") ? String(fault.path.dropFirst(7)) : fault.path
        let place = path.isEmpty ? "" : " (at \(path))"
        return "\(fault.kind.rawValue): \(fault.message)\(place). To mend it: \(fault.hint)"
            + (fault.hint.hasSuffix("?") ? "" : ".")
    }

    private func write(text: String, to json: inout JSONWriter) {
        json.beginObject()
        json.key("type")
        json.string("text")
        json.key("text")
        json.string(text)
        json.endObject()
    }
}
