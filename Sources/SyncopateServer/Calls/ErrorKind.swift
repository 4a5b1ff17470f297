/// What can go wrong with a request. The word and the code are part of what stays compatible.
enum ErrorKind: String, CaseIterable, Sendable {
    case parseError = "parse_error"
    case invalidRequest = "invalid_request"
    case methodNotFound = "method_not_found"
    case invalidParams = "invalid_params"
    case internalError = "internal_error"
    case unknownItem = "unknown_item"
    case unknownLearner = "unknown_learner"
    case invalidEvent = "invalid_event"
    case invalidCatalogue = "invalid_catalogue"
    case staleRevision = "stale_revision"
    case stateIncompatible = "state_incompatible"
    case lineTooLong = "line_too_long"
    case resultTooLarge = "result_too_large"
    case readOnly = "read_only"
    case cancelled
    case busy
    case storage
    case needsReplay = "needs_replay"
    case unsupportedVersion = "unsupported_version"

    /// The number JSON-RPC asks for: its own five, MCP's one, and ours from 1001.
    var code: Int {
        switch self {
        case .parseError: -32700
        case .invalidRequest: -32600
        case .methodNotFound: -32601
        case .invalidParams: -32602
        case .internalError: -32603
        case .unsupportedVersion: -32022
        case .unknownItem: 1001
        case .unknownLearner: 1002
        case .invalidEvent: 1003
        case .invalidCatalogue: 1004
        case .staleRevision: 1005
        case .stateIncompatible: 1006
        case .lineTooLong: 1007
        case .resultTooLarge: 1008
        case .readOnly: 1009
        case .cancelled: 1010
        case .busy: 1011
        case .storage: 1012
        case .needsReplay: 1013
        }
    }

    /// Whether the same request may succeed later, or in another form, without anything being wrong with it.
    var isRetryable: Bool {
        switch self {
        case .cancelled, .storage: true
        default: false
        }
    }

    /// What it means, in a sentence.
    var summary: String {
        switch self {
        case .parseError: "The line is no JSON, or ambiguous JSON: a name twice, half a surrogate pair, no UTF-8."
        case .invalidRequest: "The line is JSON but no request."
        case .methodNotFound: "There is no such method."
        case .invalidParams: "A parameter is missing, unknown, of the wrong kind or out of range."
        case .internalError: "A fault of the program itself; please report it."
        case .unknownItem: "The catalogue has no such item, and the event does not say which skills it exercises."
        case .unknownLearner: "Nothing was ever observed of the learner (only with --strict)."
        case .invalidEvent: "The event makes no sense as it stands."
        case .invalidCatalogue: "The catalogue, a cohort or a slot is faulty or missing."
        case .staleRevision: "The state is not the latest one."
        case .stateIncompatible: "The state is damaged, or of another catalogue or version."
        case .lineTooLong: "The line is longer than --max-line; it was skipped."
        case .resultTooLarge: "The answer would be longer than --max-reply."
        case .readOnly: "The method changes state and the program was started with --read-only."
        case .cancelled: "The request was cancelled before its turn came."
        case .busy: "A limit of memory is reached: learners, skill sets."
        case .storage: "The state could not be written or read."
        case .needsReplay: "The correction is older than the learner's window: send the learner's whole log anew."
        case .unsupportedVersion: "That revision of MCP is not spoken here."
        }
    }
}
