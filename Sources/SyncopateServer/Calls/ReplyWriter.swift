internal import JSONText

/// Writes the envelope of answers of JSON-RPC 2.0.
struct ReplyWriter {
    /// What waits to be sent.
    var json = JSONWriter()

    /// Begins an answer. Identities are those of the request, byte for byte.
    mutating func begin(_ id: Int?, on tape: JSONTape) {
        json.beginObject()
        json.key("jsonrpc")
        json.string("2.0")
        json.key("id")
        if let id { json.raw(tape.raw(id)) } else { json.null() }
    }

    /// A whole answer that is an error.
    mutating func write(_ fault: WireFault, id: Int?, on tape: JSONTape) {
        begin(id, on: tape)
        json.key("error")
        fault.write(to: &json)
        json.endObject()
    }
}
