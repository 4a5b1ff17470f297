internal import JSONText

/// Why a request is not answered as asked: what, where and how to mend it.
struct WireFault: Error {
    var kind: ErrorKind
    /// In words, without names of learners.
    var message: String
    /// JSON pointer (RFC 6901) into the request.
    var path: String
    var hint: String
    /// Whether trying again makes sense.
    var isRetryable: Bool
    /// Revisions of MCP: the one asked for, and those that are spoken here.
    var versions: (requested: String, supported: [String])?

    init(
        _ kind: ErrorKind, _ message: String, path: String = "", hint: String, isRetryable: Bool? = nil,
        versions: (requested: String, supported: [String])? = nil
    ) {
        self.kind = kind
        self.message = message
        self.path = path
        self.hint = hint
        self.isRetryable = isRetryable ?? kind.isRetryable
        self.versions = versions
    }

    /// The same one level further out.
    func under(_ name: String) -> WireFault {
        var fault = self
        fault.path = "/" + Self.token(name) + path
        return fault
    }

    /// A name as part of a JSON pointer, cut where it is long.
    static func token(_ name: String) -> String {
        let short =
            name.utf8.count > 100 ? String(String.UnicodeScalarView(name.unicodeScalars.prefix(25))) + "…" : name
        guard short.contains(where: { $0 == "~" || $0 == "/" }) else { return short }
        return short.reduce(into: "") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
    }

    /// Writes the error object.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("code")
        json.integer(kind.code)
        json.key("message")
        json.string(message)
        json.key("data")
        json.beginObject()
        json.key("kind")
        json.string(kind.rawValue)
        json.key("path")
        json.string(path)
        json.key("hint")
        json.string(hint)
        json.key("retryable")
        json.boolean(isRetryable)
        if let versions {
            json.key("supported")
            json.beginArray()
            for version in versions.supported { json.string(version) }
            json.endArray()
            json.key("requested")
            json.string(versions.requested)
        }
        json.endObject()
        json.endObject()
    }
}
