import Syncopate
import Testing

@testable import SyncopateServer

/// One test per kind of error: code, kind and path are the contract.
struct ErrorKindTests {
    private func expect(
        _ reply: Exchange.Reply, _ kind: ErrorKind, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(reply.kind == kind.rawValue, sourceLocation: sourceLocation)
        #expect(reply.code == kind.code, sourceLocation: sourceLocation)
        #expect(reply.path == path, sourceLocation: sourceLocation)
        #expect(reply.hint?.isEmpty == false, sourceLocation: sourceLocation)
    }

    private func reply(_ line: String, _ exchange: Exchange) throws -> Exchange.Reply {
        try Exchange.Reply(try #require(exchange.lines(line + "\n").first))
    }

    @Test func parseError() throws { expect(try reply("{\"a\":1,\"a\":2}", Exchange()), .parseError, "") }

    @Test func invalidRequest() throws {
        expect(try reply(#"{"id":1,"method":"ping"}"#, Exchange()), .invalidRequest, "/jsonrpc")
        expect(try reply(#"{"jsonrpc":"2.0","id":1}"#, Exchange()), .invalidRequest, "/method")
        expect(
            try reply(#"{"jsonrpc":"2.0","id":1,"method":"ping","params":7}"#, Exchange()), .invalidRequest, "/params")
        expect(try reply("7", Exchange()), .invalidRequest, "")
    }

    @Test func methodNotFound() throws {
        let reply = try Exchange().call("recomend")
        expect(reply, .methodNotFound, "/method")
        #expect(reply.hint == "did you mean recommend?")
    }

    @Test(arguments: [
        ("recommend", "[1]", "/params"), ("recommend", "{}", "/params/learners"),
        ("recommend", #"{"learners":["a"],"limit":0}"#, "/params/limit"),
        ("recommend", #"{"learners":["a"],"limit":1.5}"#, "/params/limit"),
        ("recommend", #"{"learners":["a",""]}"#, "/params/learners/1"),
        ("recommend", #"{"learners":[]}"#, "/params/learners"),
        ("recommend", #"{"learners":["a"],"cohort":"b"}"#, "/params/cohort"),
        ("recommend", #"{"learners":["a"],"cursor":"x"}"#, "/params/cursor"),
        ("recommend", #"{"learners":["a"],"at":"yesterday"}"#, "/params/at"),
        ("recommend", #"{"learners":["a"],"at":1700000000000}"#, "/params/at"),
        ("recommend", #"{"learners":["a"],"allow":{"modes":["live"]}}"#, "/params/allow/modes/0"),
        ("recommend", #"{"learners":["a"],"seed":-1}"#, "/params/seed"),
        ("recommend", #"{"learner":["a"]}"#, "/params/learner"),
        ("step", #"{"learner":"a","item":"add-1","score":"1"}"#, "/params/score"),
        ("step", #"{"learner":"a","item":"add-1","score":1e400}"#, "/params/score"),
        ("step", #"{"learner":"a","item":"add-1","score":1,"certainty":1.5}"#, "/params/certainty"),
        ("mastery", #"{"learners":["a"],"skills":["nope"]}"#, "/params/skills/0"),
    ])
    func invalidParams(_ method: String, _ params: String, _ path: String) throws {
        expect(try Exchange().call(method, params), .invalidParams, path)
    }

    @Test func unknownItem() throws {
        expect(try Exchange().call("step", #"{"learner":"a","item":"x","score":1}"#), .unknownItem, "/params/item")
        expect(
            try Exchange().call("step", #"{"learner":"a","item":"x","variant_of":"y","score":1}"#), .unknownItem,
            "/params/variant_of")
        expect(try Exchange().call("explain", #"{"learner":"a","item":"add1"}"#), .unknownItem, "/params/item")
        expect(
            try Exchange().call("recommend", #"{"learners":["a"],"allow":{"items":["add-1","x"]}}"#), .unknownItem,
            "/params/allow/items/1")
    }

    @Test func unknownLearner() throws {
        let strict = try Exchange { $0.isStrict = true }
        expect(try strict.call("recommend", #"{"learners":["a"]}"#), .unknownLearner, "/params/learners/0")
        expect(
            try Exchange().call("export_state", #"{"learners":["a"]}"#), .unknownLearner, "/params/learners/0")
    }

    @Test func invalidEvent() throws {
        expect(try Exchange().call("step", #"{"learner":"a","item":"add-1"}"#), .invalidEvent, "/params/score")
        expect(
            try Exchange().call("step", #"{"learner":"a","skills":["x"],"score":1}"#), .invalidEvent, "/params/skills")
        expect(
            try Exchange().call("step", #"{"learner":"a","item":"add-1","score":1,"event_id":"e","supersedes":"e"}"#),
            .invalidEvent, "/params/supersedes")
        let observed = try Exchange().call(
            "observe",
            #"{"events":[{"learner":"a","item":"add-1","score":1},{"learner":"a","item":"add-1","score":[]}]}"#)
        let rejected = try #require(observed.result?["rejected"] as? [[String: Any]])
        #expect(rejected.count == 1)
        #expect(rejected[0]["index"] as? Int == 1)
        #expect(rejected[0]["kind"] as? String == "invalid_event")
        #expect(rejected[0]["path"] as? String == "/events/1/score")
        #expect(observed.result?["applied"] as? Int == 1)
    }

    @Test func invalidCatalogue() throws {
        let none = Exchange(catalogue: nil)
        expect(try none.call("recommend", #"{"learners":["a"]}"#), .invalidCatalogue, "")
        expect(
            try none.call("define", #"{"items":[{"id":"a","skills":["x"]}],"skills":[{"id":"y"}]}"#), .invalidCatalogue,
            "/params/items")
        expect(
            try none.call("define", #"{"items":[{"id":"a","minutes":"long"}]}"#), .invalidCatalogue,
            "/params/items/0/minutes")
        expect(try Exchange().call("recommend", #"{"cohort":"7b"}"#), .invalidCatalogue, "/params/cohort")
        expect(
            try Exchange().call("define", #"{"cohorts":[{"id":"a","learners":["x","x"]}]}"#), .invalidCatalogue,
            "/params/cohorts/0/learners/1")
    }

    @Test func staleRevision() throws {
        expect(
            try Exchange().call("step", #"{"learner":"a","item":"add-1","score":1,"revision":3}"#), .staleRevision,
            "/params/revision")
    }

    @Test func stateIncompatible() throws {
        let exchange = try Exchange()
        for state in ["!", "AAAA", "U1lOTAFf"] {
            expect(
                try exchange.call("step", #"{"learner":"a","state":"\#(state)"}"#), .stateIncompatible, "/params/state")
        }
        let state = try #require(
            try exchange.call("step", #"{"learner":"a","item":"add-1","score":1,"state":""}"#).result?["state"]
                as? String)
        expect(
            try exchange.call("step", #"{"learner":"b","state":"\#(state)"}"#), .stateIncompatible, "/params/state")
    }

    @Test func lineTooLong() throws {
        let exchange = try Exchange { $0.lineLimit = 5_000 }
        let lines = exchange.lines(
            String(repeating: "x", count: 5_001) + "\n" + #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#)
        #expect(lines.count == 2)
        expect(try Exchange.Reply(lines[0]), .lineTooLong, "")
        #expect(lines[1] == #"{"jsonrpc":"2.0","id":1,"result":{}}"#)
    }

    @Test func resultTooLarge() throws {
        let exchange = try Exchange { $0.replyLimit = 4_096 }
        expect(try exchange.call("describe"), .resultTooLarge, "")
    }

    @Test func readOnly() throws {
        let exchange = try Exchange { $0.isReadOnly = true }
        for method in ["observe", "step", "define", "import_state", "forget", "checkpoint"] {
            expect(try exchange.call(method), .readOnly, "")
        }
        #expect(try exchange.call("recommend", #"{"learners":["a"]}"#).result != nil)
    }

    @Test func busy() throws {
        let exchange = try Exchange { $0.learnerLimit = 1 }
        #expect(try exchange.call("step", #"{"learner":"a","item":"add-1","score":1}"#).result != nil)
        expect(try exchange.call("step", #"{"learner":"b","item":"add-1","score":1}"#), .busy, "")
        #expect(try exchange.call("forget", #"{"learners":["a"]}"#).result?["forgotten"] as? Int == 1)
        #expect(try exchange.call("step", #"{"learner":"b","item":"add-1","score":1}"#).result != nil)
    }

    private final class FullDisk: StateStorage {
        func replace(with states: [(learner: String, state: [UInt8])]) throws(StorageFault) {
            throw StorageFault("the disk is full")
        }
    }

    @Test func storage() throws {
        expect(try Exchange().call("checkpoint"), .storage, "")
        let full = Exchange(catalogue: try Exchange.catalogue(), storage: FullDisk())
        expect(try full.call("checkpoint"), .storage, "")
    }

    /// What is older than the window can no longer be corrected, and nothing is changed by trying.
    @Test func needsReplay() throws {
        let exchange = try Exchange()
        for batch in 0..<2 {
            let events = (0..<300).map {
                let number = batch * 300 + $0
                return #"{"event_id":"e\#(number)","learner":"a","item":"add-1","score":1,"at":\#(1_000 + number)}"#
            }
            #expect(try exchange.call("observe", "{\"events\":[\(events.joined(separator: ","))]}").result != nil)
        }
        let before = try exchange.call("recommend", #"{"learners":["a"]}"#).text
        expect(
            try exchange.call("step", #"{"learner":"a","retract":"e0"}"#), .needsReplay, "/params/retract")
        expect(
            try exchange.call("step", #"{"learner":"a","event_id":"x","item":"add-1","score":0,"at":500}"#),
            .needsReplay,
            "/params/at")
        #expect(try exchange.call("recommend", #"{"learners":["a"]}"#).text == before)
        #expect(try exchange.call("step", #"{"learner":"a","retract":"e599"}"#).result != nil)
    }

    @Test func unsupportedVersion() throws {
        let meta =
            #""_meta":{"io.modelcontextprotocol/protocolVersion":"2099-01-01","io.modelcontextprotocol/clientCapabilities":{}}"#
        let reply = try Exchange().call("tools/list", "{\(meta)}")
        expect(reply, .unsupportedVersion, "/params/_meta")
        #expect(reply.text.contains(#""supported":["2026-07-28""#))
        #expect(reply.text.contains(#""requested":"2099-01-01""#))
    }

    /// Kinds and codes tell errors apart.
    @Test func kindsAreDistinct() {
        #expect(Set(ErrorKind.allCases.map(\.code)).count == ErrorKind.allCases.count)
        #expect(Set(ErrorKind.allCases.map(\.rawValue)).count == ErrorKind.allCases.count)
    }
}
