import Syncopate
import TestSupport
import Testing

@testable import SyncopateServer

/// States that travel, are kept, and are read again.
struct StateTests {
    /// Rows of a few learners, drawn by a seed.
    private static func rows(_ count: Int, seed: UInt64) throws -> [(learner: String, members: String)] {
        var generator = SeededGenerator(seed: seed)
        let items = try Exchange.catalogue().items.map(\.id)
        return (0..<count).map { number in
            let learner = "l\(Int.random(in: 0..<5, using: &generator))"
            let item = items.randomElement(using: &generator) ?? ""
            let score = Int.random(in: 0...1, using: &generator)
            return (
                learner,
                #""event_id":"e\#(number)","learner":"\#(learner)","item":"\#(item)","score":\#(score),"at":\#(1_700_000_000 + 40_000 * number)"#
            )
        }
    }

    private static func answers(_ rows: [String]) throws -> [String] {
        let server = RowServer(host: EngineHost(Exchange.settings(), catalogue: try Exchange.catalogue()))
        Array(rows.joined(separator: "\n").utf8).withUnsafeBufferPointer { server.receive($0) }
        while server.answerNext(isAtEnd: true) {}
        return String(decoding: server.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// A host that holds the states itself gets the same bytes as one that leaves them here.
    @Test func statesMayTravel() throws {
        let rows = try Self.rows(120, seed: 1)
        let here = try Self.answers(rows.map { "{\($0.members)}" })
        var states: [String: String] = [:]
        for (number, row) in rows.enumerated() {
            let state = states[row.learner] ?? ""
            // A new process for every row.
            let answer = try #require(try Self.answers(["{\(row.members),\"state\":\"\(state)\"}"]).first)
            let cut = try #require(answer.range(of: ",\"state\":\""))
            states[row.learner] = String(answer[cut.upperBound...].dropLast(2))
            #expect(answer[..<cut.lowerBound] + "}" == here[number])
        }
    }

    /// However rows are dealt out, as long as a learner's stay together, the answers are the same.
    @Test(arguments: [1, 4, 13])
    func partitions(_ count: Int) throws {
        let rows = try Self.rows(200, seed: 2)
        let whole = try Self.answers(rows.map { "{\($0.members)}" })
        var parts = [[String]](repeating: [], count: count)
        for row in rows { parts[(Int(row.learner.dropFirst()) ?? 0) % count].append("{\(row.members)}") }
        let dealt = try parts.flatMap { try Self.answers($0) }
        #expect(dealt.sorted() == whole.sorted())
    }

    @Test func oneRowInOneRowOut() throws {
        let answers = try Self.answers(["{\"learner\":\"a\"}", "", "  ", "nonsense", "[]", "{}", "{\"learner\":\"a\"}"])
        #expect(answers.count == 7)
        #expect(answers[0] == answers[6])
        for answer in answers[1...5] { #expect(answer.hasPrefix("{\"error\":{\"code\":")) }
    }

    @Test func exportAndImport() throws {
        let from = try Exchange()
        let events = try Self.rows(50, seed: 3).map { "{\($0.members)}" }.joined(separator: ",")
        _ = try from.call("observe", "{\"events\":[\(events)]}")
        let states = try #require(try from.call("export_state").result?["states"] as? [[String: String]])
        let to = try Exchange()
        let list = states.map { #"{"learner":"\#($0["learner"] ?? "")","state":"\#($0["state"] ?? "")"}"# }
        let imported = try to.call(
            "import_state", "{\"states\":[\(list.joined(separator: ",")),{\"learner\":\"x\",\"state\":\"AA==\"}]}")
        #expect(imported.result?["imported"] as? Int == states.count)
        #expect((imported.result?["rejected"] as? [Any])?.count == 1)
        let ask = #"{"learners":["l0","l1","l2","l3","l4"],"limit":5}"#
        #expect(try from.call("recommend", ask).text == to.call("recommend", ask).text)
    }

    private final class Memory: StateStorage {
        var states: [(learner: String, state: [UInt8])] = []
        func replace(with states: [(learner: String, state: [UInt8])]) throws(StorageFault) { self.states = states }
    }

    @Test func checkpoints() throws {
        let memory = Memory()
        let exchange = Exchange(catalogue: try Exchange.catalogue(), storage: memory)
        _ = try exchange.call("step", #"{"learner":"a","item":"add-1","score":1,"at":5}"#)
        #expect(try exchange.call("checkpoint").result?["learners"] as? Int == 1)
        let again = Exchange(catalogue: try Exchange.catalogue())
        for state in memory.states { try again.host.restore(state.state) }
        let ask = #"{"learners":["a"]}"#
        #expect(try again.call("recommend", ask).text == exchange.call("recommend", ask).text)
    }

    /// Another catalogue is read into what learners did, by identity.
    @Test func definingAgain() throws {
        let exchange = Exchange(catalogue: nil)
        _ = try exchange.call("define", #"{"items":[{"id":"a1","skills":["a"]},{"id":"b1","skills":["b"]}]}"#)
        _ = try exchange.call(
            "observe",
            #"{"events":[{"learner":"x","item":"a1","score":1,"at":1},{"learner":"x","item":"a1","score":1,"at":2}]}"#)
        let before = try exchange.call("mastery", #"{"learners":["x"],"skills":["a"]}"#).text
        let defined = try exchange.call(
            "define",
            #"{"items":[{"id":"c1","skills":["c"]},{"id":"b1","skills":["b"]},{"id":"a2","skills":["a"],"formerly":["a1"]}]}"#
        )
        #expect(defined.result?["learners"] as? Int == 1)
        #expect(try exchange.call("mastery", #"{"learners":["x"],"skills":["a"]}"#).text == before)
    }

    /// Shuffled, repeated and corrected on the way: the answers end where the plain log ends.
    @Test func correctionsEndWhereThePlainLogEnds() throws {
        let rows = try Self.rows(100, seed: 4).map { "{\($0.members)}" }
        let plain = try Exchange()
        // The log as it should have been: e7 right, e8 not there.
        var right = rows
        right[7] = right[7].replacingOccurrences(of: "\"score\":0", with: "\"score\":1")
            .replacingOccurrences(of: "\"event_id\":\"e7\"", with: "\"event_id\":\"e7b\"")
        right.remove(at: 8)
        _ = try plain.call("observe", "{\"events\":[\(right.joined(separator: ","))]}")
        let learner = { (row: String) in row.contains("\"l0\"") ? "l0" : String(row.split(separator: "\"")[7]) }
        var told = rows + rows[20...40]
        told.append(
            right[7].replacingOccurrences(of: "\"event_id\"", with: "\"supersedes\":\"e7\",\"event_id\""))
        told.append(#"{"learner":"\#(learner(rows[8]))","retract":"e8"}"#)
        var generator = SeededGenerator(seed: 9)
        told.shuffle(using: &generator)
        let other = try Exchange()
        for event in told { _ = try other.call("observe", "{\"events\":[\(event)]}") }
        let ask = #"{"learners":["l0","l1","l2","l3","l4"],"at":1800000000}"#
        #expect(
            try plain.call("mastery", ask).text.replacing(/"revision":\d+/, with: "")
                == other.call("mastery", ask).text.replacing(/"revision":\d+/, with: ""))
    }
}
