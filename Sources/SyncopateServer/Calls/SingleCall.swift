internal import JSONText

/// One request from a command line: the result by itself, or what is wrong in words.
public struct SingleCall {
    /// What came of it.
    public enum Answer {
        case result([UInt8])
        case fault(String)
    }

    let method: String
    let params: String
    /// Whether the result is set out over lines for people.
    let isIndented: Bool

    public init(method: String, params: String, isIndented: Bool) {
        self.method = method
        self.params = params
        self.isIndented = isIndented
    }

    public func run(_ host: EngineHost) -> Answer {
        let bytes = Array(params.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            do throws(WireFault) {
                guard let method = MethodTable.find(method) else {
                    throw WireFault(
                        .methodNotFound, "there is no method \"\(method)\"",
                        hint: Hint.nearest(
                            method, MethodTable.names, else: "there are: \(MethodTable.names.joined(separator: ", "))"))
                }
                var tape = JSONTape()
                do throws(JSONFault) {
                    try tape.read(buffer)
                } catch {
                    throw WireFault(
                        .parseError, "\(error.message), at byte \(error.offset + 1) of the parameters",
                        hint: "write one JSON object, in single quotes for the shell")
                }
                guard tape.kind(JSONTape.root) == .object else {
                    throw WireFault(
                        .invalidParams, "the parameters are no object", hint: "write '{\"learners\":[\"ada\"]}'")
                }
                var json = JSONWriter()
                try Dispatcher(host: host, replyLimit: host.settings.replyLimit).run(
                    method, params: JSONTape.root, on: tape, pageLimit: host.settings.replyLimit,
                    wholeLimit: host.settings.replyLimit, to: &json)
                return .result((isIndented ? JSONLayout.indented(json.bytes) : json.bytes) + [UInt8(ascii: "\n")])
            } catch {
                let place = error.path.isEmpty ? "" : " at \(error.path)"
                return .fault("\(error.kind.rawValue)\(place): \(error.message) (\(error.hint))")
            }
        }
    }
}
