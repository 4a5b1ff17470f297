internal import JSONText

/// The Model Context Protocol over the same lines: both the revision without a handshake (2026-07-28), which states its
/// version in every request, and the earlier ones that begin with `initialize`.
struct ContextProtocol {
    let dispatcher: Dispatcher
    let tape: JSONTape
    let params: Int?
    /// Most bytes of a result.
    let room: Int

    /// The revision whose requests carry their version.
    static let modern = "2026-07-28"
    /// The revisions that begin with a handshake, the newest first.
    static let earlier = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]
    /// Methods of the protocol itself.
    static let names = ["initialize", "ping", "server/discover", "tools/call", "tools/list"]

    private static let versionKey: StaticString = "io.modelcontextprotocol/protocolVersion"
    private static let capabilitiesKey: StaticString = "io.modelcontextprotocol/clientCapabilities"
    private static let serverKey: StaticString = "io.modelcontextprotocol/serverInfo"

    /// Runs a method of the protocol.
    ///
    /// - Returns: whether there is one of this name.
    func run(_ name: Int, to json: inout JSONWriter) throws(WireFault) -> Bool {
        let isModern = try checkVersion()
        if tape.isEqual(name, "initialize") {
            try initialize(to: &json)
        } else if tape.isEqual(name, "server/discover") {
            discover(to: &json)
        } else if tape.isEqual(name, "ping"), !isModern {
            json.beginObject()
            json.endObject()
        } else if tape.isEqual(name, "tools/list") {
            try list(isModern, to: &json)
        } else if tape.isEqual(name, "tools/call") {
            try ToolCall(dispatcher: dispatcher, tape: tape, params: params, room: room).run(
                isModern, finish: { finish(isModern, to: &$0) }, to: &json)
        } else {
            // Of notifications none asks for anything here but the one on cancelling, which was heard when it came.
            let text = tape.string(name)
            guard text.hasPrefix("notifications/") else { return false }
            json.null()
        }
        return true
    }

    /// Whether the request states its version; then it has to be one that is spoken here.
    private func checkVersion() throws(WireFault) -> Bool {
        guard let params, tape.kind(params) == .object, let meta = tape.member(params, "_meta"),
            tape.kind(meta) == .object, let version = tape.member(meta, Self.versionKey)
        else { return false }
        guard tape.kind(version) == .string else {
            throw WireFault(
                .invalidParams, "the version of the protocol is no text", path: "/params/_meta",
                hint: "write \"\(Self.versionKey)\":\"\(Self.modern)\"")
        }
        let stated = tape.string(version)
        guard stated == Self.modern else {
            throw WireFault(
                .unsupportedVersion, "Unsupported protocol version", path: "/params/_meta",
                hint: "use \(Self.modern), or one of \(Self.earlier.joined(separator: ", ")) with initialize",
                versions: (stated, [Self.modern] + Self.earlier))
        }
        guard let capabilities = tape.member(meta, Self.capabilitiesKey), tape.kind(capabilities) == .object else {
            throw WireFault(
                .invalidParams, "\(Self.capabilitiesKey) is missing", path: "/params/_meta",
                hint: "add \"\(Self.capabilitiesKey)\":{}")
        }
        return true
    }

    private func initialize(to json: inout JSONWriter) throws(WireFault) {
        var version = Self.earlier[0]
        if let params, tape.kind(params) == .object, let asked = tape.member(params, "protocolVersion"),
            tape.kind(asked) == .string, Self.earlier.contains(tape.string(asked))
        {
            version = tape.string(asked)
        }
        json.beginObject()
        json.key("protocolVersion")
        json.string(version)
        json.key("capabilities")
        capabilities(to: &json)
        json.key("serverInfo")
        server(to: &json)
        json.key("instructions")
        json.string(Self.instructions)
        json.endObject()
    }

    private func discover(to json: inout JSONWriter) {
        json.beginObject()
        json.key("supportedVersions")
        json.beginArray()
        for version in [Self.modern] + Self.earlier { json.string(version) }
        json.endArray()
        json.key("capabilities")
        capabilities(to: &json)
        json.key("instructions")
        json.string(Self.instructions)
        lasting(to: &json)
        finish(true, to: &json)
        json.endObject()
    }

    private func list(_ isModern: Bool, to json: inout JSONWriter) throws(WireFault) {
        if let params, tape.kind(params) == .object, let cursor = tape.member(params, "cursor"),
            tape.kind(cursor) != .null
        {
            throw WireFault(
                .invalidParams, "there is no such page", path: "/params/cursor",
                hint: "leave it out: all tools are on one page")
        }
        json.beginObject()
        json.key("tools")
        json.beginArray()
        for method in MethodTable.tools(isReadOnly: dispatcher.host.isReadOnly) {
            ToolDescription.write(method, to: &json)
        }
        json.endArray()
        if isModern { lasting(to: &json) }
        finish(isModern, to: &json)
        json.endObject()
    }

    /// How long the answer may be kept: as long as the program runs, but nobody outside knows when it ends.
    private func lasting(to json: inout JSONWriter) {
        json.key("ttlMs")
        json.integer(0)
        json.key("cacheScope")
        json.string("private")
    }

    /// What every result of the newer revision has.
    private func finish(_ isModern: Bool, to json: inout JSONWriter) {
        guard isModern else { return }
        json.key("resultType")
        json.string("complete")
        json.key("_meta")
        json.beginObject()
        json.key(Self.serverKey)
        server(to: &json)
        json.endObject()
    }

    private func capabilities(to json: inout JSONWriter) {
        json.beginObject()
        json.key("tools")
        json.beginObject()
        json.endObject()
        json.endObject()
    }

    private func server(to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string("syncopate")
        json.key("version")
        json.string(dispatcher.host.settings.version)
        json.endObject()
    }

    private static let instructions =
        "Tell what learners answered with observe, ask recommend what each should do next and whether together or apart, "
        + "and explain why. Ids are yours; times are Unix seconds or RFC 3339."
}
