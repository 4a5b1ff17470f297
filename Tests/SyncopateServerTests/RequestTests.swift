import Testing

@testable import SyncopateServer

/// JSON-RPC 2.0 by the letter, and where it is silent.
struct RequestTests {
    @Test(arguments: [
        "0", "-1", "18446744073709551616", "1.0", "1e3", "\"\"", "\"é\"", "\"\\u00e9\"", "null", "\"a b\\n\"",
        "1.7976931348623157e309",
    ])
    func identitiesComeBackByteForByte(_ id: String) throws {
        let lines = try Exchange().lines(#"{"id":\#(id),"method":"ping","jsonrpc":"2.0"}"#)
        #expect(lines == [#"{"jsonrpc":"2.0","id":\#(id),"result":{}}"#])
    }

    @Test(arguments: ["{}", "[]", "true", "{\"a\":1}"])
    func identitiesOfOtherKinds(_ id: String) throws {
        let reply = try Exchange.Reply(
            try #require(try Exchange().lines(#"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"#).first))
        #expect(reply.code == -32600)
        #expect(reply.text.contains(#""id":null"#))
    }

    @Test func notificationsGetNoAnswer() throws {
        let exchange = try Exchange()
        #expect(exchange.lines(#"{"jsonrpc":"2.0","method":"ping"}"#) == [])
        #expect(exchange.lines(#"{"jsonrpc":"2.0","method":"recommend","params":{"learners":7}}"#) == [])
        #expect(exchange.lines(#"[{"jsonrpc":"2.0","method":"ping"}]"#) == [])
        let stats = try #require(try exchange.call("stats").result)
        #expect(stats["notifications"] as? Int == 3)
        #expect(stats["failed_notifications"] as? Int == 1)
    }

    @Test func answersToNothingAreLeftAlone() throws {
        #expect(try Exchange().lines(#"{"jsonrpc":"2.0","id":1,"result":{}}"#) == [])
    }

    @Test func batches() throws {
        let exchange = try Exchange()
        #expect(
            exchange.lines(
                #"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"ping"},1,{"jsonrpc":"2.0","id":2,"method":"ping"}]"#
            ).first?.hasPrefix(
                #"[{"jsonrpc":"2.0","id":1,"result":{}},{"jsonrpc":"2.0","id":null,"error":{"code":-32600"#)
                == true)
        #expect(try Exchange.Reply(#require(exchange.lines("[]").first)).code == -32600)
        let many = Array(repeating: #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#, count: 500).joined(separator: ",")
        #expect(try Exchange.Reply(#require(exchange.lines("[\(many)]").first)).code == -32600)
    }

    /// However much a batch asks for, its answer keeps to the limit, and every request has one.
    @Test func batchesKeepToTheLimit() throws {
        let one = #"{"jsonrpc":"2.0","id":1,"method":"describe"}"#
        let lines = try Exchange().lines("[" + Array(repeating: one, count: 40).joined(separator: ",") + "]")
        #expect(lines.count == 1)
        #expect(lines[0].utf8.count <= 61_440)
        #expect(lines[0].components(separatedBy: #""jsonrpc":"2.0","id":1,"#).count == 41)
        #expect(lines[0].contains("result_too_large"))
    }

    @Test func cancelledRequestsAreNotRun() throws {
        let exchange = try Exchange()
        let lines = exchange.lines(
            """
            {"jsonrpc":"2.0","id":1,"method":"ping"}
            {"jsonrpc":"2.0","id":"b","method":"ping"}
            {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"b","reason":"late"}}
            {"jsonrpc":"2.0","id":"b","method":"ping"}

            """)
        #expect(lines.count == 3)
        #expect(lines.first == #"{"jsonrpc":"2.0","id":1,"result":{}}"#)
        #expect(lines[1].contains(#""id":"b","error":{"code":1010"#))
        #expect(lines[2] == #"{"jsonrpc":"2.0","id":"b","result":{}}"#)
    }

    @Test func blankLinesAndLineEnds() throws {
        let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
        #expect(try Exchange().lines("\u{FEFF}\(ping)\r\n\n  \n\t\n\(ping)").count == 2)
    }

    @Test func theSameLinesInAnyPiecesGiveTheSameBytes() throws {
        let text = Array(
            (1...20).map {
                #"{"jsonrpc":"2.0","id":\#($0),"method":"step","params":{"learner":"l\#($0 % 3)","item":"add-1","score":1,"at":\#($0)}}"#
            }.joined(separator: "\n").utf8)
        let whole = try Exchange().lines(text)
        for piece in [1, 7, 1_000] {
            let exchange = try Exchange()
            for start in stride(from: 0, to: text.count, by: piece) {
                text[start..<min(start + piece, text.count)].withUnsafeBufferPointer { exchange.server.receive($0) }
                while exchange.server.answerNext() {}
            }
            while exchange.server.answerNext(isAtEnd: true) {}
            let lines = String(decoding: exchange.server.output, as: UTF8.self).split(separator: "\n").map(String.init)
            #expect(lines == whole)
        }
    }
}
