import Testing

@testable import SyncopateServer

/// MCP in both its ages.
struct ContextProtocolTests {
    private static let meta =
        #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}"#

    @Test(arguments: [("2025-11-25", "2025-11-25"), ("2024-11-05", "2024-11-05"), ("1999-01-01", "2025-11-25")])
    func handshake(_ asked: String, _ answered: String) throws {
        let reply = try Exchange().call(
            "initialize", #"{"protocolVersion":"\#(asked)","capabilities":{},"clientInfo":{"name":"t","version":"1"}}"#)
        #expect(reply.result?["protocolVersion"] as? String == answered)
        #expect((reply.result?["serverInfo"] as? [String: Any])?["name"] as? String == "syncopate")
        #expect(reply.result?["resultType"] == nil)
    }

    @Test func withoutHandshake() throws {
        let exchange = try Exchange()
        let found = try exchange.call("server/discover", "{\(Self.meta)}")
        #expect((found.result?["supportedVersions"] as? [String])?.first == "2026-07-28")
        #expect(found.result?["resultType"] as? String == "complete")
        let listed = try exchange.call("tools/list", "{\(Self.meta)}")
        #expect(listed.result?["resultType"] as? String == "complete")
        #expect(listed.result?["ttlMs"] as? Int == 0)
        // What the earlier ages had and this one has not.
        #expect(try exchange.call("ping", "{\(Self.meta)}").code == -32601)
        #expect(try exchange.call("ping").result != nil)
        let bare = #"{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}"#
        #expect(try exchange.call("tools/list", bare).code == -32602)
    }

    @Test func tools() throws {
        let exchange = try Exchange()
        let tools = try #require(try exchange.call("tools/list").result?["tools"] as? [[String: Any]])
        #expect(
            tools.compactMap { $0["name"] as? String } == [
                "observe", "step", "recommend", "explain", "mastery", "convene",
            ])
        for tool in tools {
            #expect((tool["inputSchema"] as? [String: Any])?["type"] as? String == "object")
            #expect((tool["outputSchema"] as? [String: Any])?["type"] as? String == "object")
        }
        let reading = try Exchange { $0.isReadOnly = true }
        let fewer = try #require(try reading.call("tools/list").result?["tools"] as? [[String: Any]])
        #expect(fewer.compactMap { $0["name"] as? String } == ["recommend", "explain", "mastery", "convene"])
        #expect(try reading.call("tools/call", #"{"name":"step","arguments":{"learner":"a"}}"#).code == -32602)
    }

    @Test func calls() throws {
        let exchange = try Exchange()
        let reply = try exchange.call("tools/call", #"{"name":"recommend","arguments":{"learners":["ada"],"limit":1}}"#)
        let result = try #require(reply.result)
        #expect(result["isError"] as? Bool == false)
        let content = try #require(result["content"] as? [[String: Any]])
        #expect(
            content.first?["text"] as? String
                == "ada: next Shade the shape (learn), apart; Parts of a whole: 50 % likely mastered, about 5 attempts to go."
                .replacingOccurrences(of: "50 %", with: "50\u{A0}%"))
        let plain = try exchange.call("recommend", #"{"learners":["ada"],"limit":1}"#)
        #expect(try Exchange.sorted(result["structuredContent"]) == Exchange.sorted(plain.result))
    }

    /// What a model can mend comes as the tool's own error, in words.
    @Test func mistakes() throws {
        let exchange = try Exchange()
        let wrong = try #require(
            try exchange.call("tools/call", #"{"name":"recommend","arguments":{"learner":["ada"]}}"#).result)
        #expect(wrong["isError"] as? Bool == true)
        #expect(wrong["structuredContent"] == nil)
        let text = (wrong["content"] as? [[String: Any]])?.first?["text"] as? String
        #expect(
            text == "invalid_params: a member that is not known here (at /learner). To mend it: did you mean learners?"
        )
        let unknown = try exchange.call("tools/call", #"{"name":"recomend"}"#)
        #expect(unknown.code == -32602)
        #expect(unknown.hint == "did you mean recommend?")
        #expect(try exchange.call("tools/call").path == "/params/name")
        #expect(try exchange.call("tools/list", #"{"cursor":"x"}"#).path == "/params/cursor")
    }

    /// A tool's answer is written twice and still fits.
    @Test func pagesOfTools() throws {
        let exchange = try Exchange { $0.replyLimit = 20_000 }
        let names = (0..<100).map { "\"l\($0)\"" }.joined(separator: ",")
        var seen = 0
        var cursor = ""
        repeat {
            let reply = try exchange.call(
                "tools/call", "{\"name\":\"recommend\",\"arguments\":{\"learners\":[\(names)]\(cursor)}}")
            #expect(reply.text.utf8.count <= 20_000)
            let content = try #require(reply.result?["structuredContent"] as? [String: Any])
            seen += (content["recommendations"] as? [Any])?.count ?? 0
            cursor = (content["next"] as? String).map { ",\"cursor\":\"\($0)\"" } ?? ""
        } while !cursor.isEmpty
        #expect(seen == 100)
    }
}
