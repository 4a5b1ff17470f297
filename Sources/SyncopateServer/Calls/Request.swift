internal import JSONText

/// One request as it stands on a tape: what it asks for, and the identity to answer under.
struct Request {
    /// Where its method's name stands.
    let method: Int
    /// Where its parameters stand; `nil` where there are none.
    let params: Int?
    /// Where its identity stands; `nil` where it has none and wants no answer.
    let id: Int?

    /// Most bytes of an identity: it stands in the answer too, which has its limit.
    private static let longestID = 1_024

    /// What an object on a tape is.
    enum Reading {
        case request(Request)
        /// An answer to something that was never asked: nothing is due.
        case answer
        /// No request, to be answered under this identity; `nil`: under `null`.
        case fault(WireFault, id: Int?)
    }

    /// Reads an object as a request of JSON-RPC 2.0.
    static func read(_ object: Int, on tape: JSONTape) -> Reading {
        guard tape.kind(object) == .object else {
            return .fault(
                WireFault(
                    .invalidRequest, "a request is an object",
                    hint: "write {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"describe\"}"), id: nil)
        }
        var version: Int?
        var method: Int?
        var params: Int?
        var id: Int?
        var isAnswer = false
        var place = tape.first(object)
        while place < tape.after(object) {
            let value = place + 1
            if tape.isEqual(place, "jsonrpc") {
                version = value
            } else if tape.isEqual(place, "method") {
                method = value
            } else if tape.isEqual(place, "params") {
                params = value
            } else if tape.isEqual(place, "id") {
                id = value
            } else if tape.isEqual(place, "result") || tape.isEqual(place, "error") {
                isAnswer = true
            }
            place = tape.after(value)
        }
        if let given = id {
            switch tape.kind(given) {
            case .string, .number, .null:
                guard tape.range(given).count <= Self.longestID else {
                    return .fault(
                        WireFault(
                            .invalidRequest, "the id is longer than \(Self.longestID) bytes", path: "/id",
                            hint: "use short ids"), id: nil)
                }
            default:
                return .fault(
                    WireFault(
                        .invalidRequest, "an id is a text, a number or null", path: "/id", hint: "number your requests"),
                    id: nil)
            }
        }
        if isAnswer, method == nil { return .answer }
        guard let version, tape.isEqual(version, "2.0") else {
            return .fault(
                WireFault(
                    .invalidRequest, "jsonrpc is not \"2.0\"", path: "/jsonrpc", hint: "add \"jsonrpc\":\"2.0\""),
                id: id)
        }
        guard let method, tape.kind(method) == .string else {
            return .fault(
                WireFault(.invalidRequest, "there is no method", path: "/method", hint: "name one; try \"describe\""),
                id: id)
        }
        return .request(Request(method: method, params: params, id: id))
    }
}
