import JSONText
import Syncopate
import Testing

@testable import SyncopateServer

/// What methods answer, held against their tables.
struct ResultTests {
    /// One call of every method that leaves nothing out.
    private static let calls: [(method: String, params: String)] = [
        ("describe", "{}"), ("rpc.discover", "{}"),
        (
            "define",
            #"{"cohorts":[{"id":"7b","learners":["ada","bo",{"learner":"cy","opt_out":true},{"learner":"di","withdrawn":true}],"live":{"sessions":1}}],"slots":[{"id":"mon","start":"2026-03-02T10:00:00Z"}]}"#
        ),
        (
            "observe",
            #"{"events":[{"event_id":"e1","learner":"ada","item":"parts-1","score":1,"at":1700000000},{"learner":"bo","item":"parts-1","score":0,"at":1700000000,"status":"scored"},{"learner":"bo","item":"parts-2","status":"excused"},{"learner":"x","item":"nope","score":1},{"learner":"cy","skills":["parts",{"skill":"add","weight":2}],"score":3,"max":4,"certainty":0.5,"grader":"model"}]}"#
        ),
        ("step", #"{"learner":"ada","item":"equivalent-1","score":1,"at":1700000100,"return_state":true}"#),
        ("step", #"{"learner":"ada","unit":"skill","limit":8}"#),
        ("recommend", #"{"learners":["ada","bo","new"],"limit":4,"at":1700000200}"#),
        ("recommend", #"{"cohort":"7b","limit":2}"#), ("recommend", #"{"learners":["ada"],"unit":"skill"}"#),
        ("mastery", #"{"cohort":"7b"}"#), ("explain", #"{"learner":"ada","item":"add-2"}"#),
        ("explain", #"{"learner":"ada","item":"parts-1"}"#), ("convene", #"{"cohort":"7b"}"#),
        ("convene", #"{"learners":["ada","bo"],"slots":[{"id":"s","minutes":20,"seats":4,"lead":"peers"}]}"#),
        ("export_state", "{}"), ("forget", #"{"learners":["x","ada"]}"#), ("stats", "{}"),
    ]

    @Test func resultsAreAsTheirTablesSay() throws {
        let exchange = try Exchange()
        for (method, params) in Self.calls {
            let reply = try exchange.call(method, params)
            let text = Array(reply.text.utf8)
            try text.withUnsafeBufferPointer { buffer in
                var tape = JSONTape()
                try tape.read(buffer)
                let result = try #require(tape.member(JSONTape.root, "result"), "\(method): \(reply.text)")
                let shape = try #require(MethodTable.find(method)).result
                do throws(WireFault) {
                    _ = try ShapeReader(tape: tape).members(result, shape)
                } catch {
                    Issue.record("\(method): \(error.message) at \(error.path)")
                }
            }
        }
    }

    @Test func scoresAreTheSumsOfTheirTerms() throws {
        let exchange = try Exchange()
        for (method, params) in Self.calls { _ = try exchange.call(method, params) }
        let reply = try exchange.call("recommend", #"{"learners":["ada","bo","cy"],"limit":20}"#)
        let all = try #require(reply.result?["recommendations"] as? [[String: Any]])
        #expect(all.count == 3)
        for one in all {
            let items = try #require(one["items"] as? [[String: Any]])
            #expect(!items.isEmpty)
            for item in items {
                let terms = try #require(item["terms"] as? [String: Double])
                let score = try #require(item["score"] as? Double)
                #expect(abs(terms.values.reduce(0, +) - score) < 1e-9)
            }
        }
    }

    @Test func stepAndRecommendSayTheSame() throws {
        let exchange = try Exchange()
        let step = try exchange.call("step", #"{"learner":"ada","item":"parts-1","score":1,"at":1700000000,"limit":4}"#)
        let recommend = try exchange.call("recommend", #"{"learners":["ada"],"at":1700000000,"limit":4}"#)
        let list = try #require(recommend.result?["recommendations"] as? [[String: Any]])
        #expect(try Exchange.sorted(step.result?["items"]) == Exchange.sorted(list[0]["items"]))
        #expect(step.result?["decision"] as? String == list[0]["decision"] as? String)
    }

    @Test func onlyWhatIsAllowedIsGiven() throws {
        let exchange = try Exchange()
        let reply = try exchange.call(
            "recommend", #"{"learners":["ada"],"limit":9,"allow":{"items":["add-1","parts-2"],"minutes":3}}"#)
        let list = try #require(reply.result?["recommendations"] as? [[String: Any]])
        let items = try #require(list[0]["items"] as? [[String: Any]])
        #expect(items.map { $0["item"] as? String } == ["parts-2"])
    }

    @Test func everyMethodIsCalled() {
        let called = Set(Self.calls.map(\.method))
        // These have tests of their own.
        let elsewhere: Set<String> = ["import_state", "checkpoint"]
        #expect(called.union(elsewhere) == Set(MethodTable.names))
    }

    /// Pages hold every learner once, and no line is longer than it may be.
    @Test func pages() throws {
        let exchange = try Exchange { $0.replyLimit = 8_192 }
        let learners = (0..<60).map { "learner \($0)" }
        var seen: [String] = []
        var cursor = ""
        repeat {
            let names = learners.map { "\"\($0)\"" }.joined(separator: ",")
            let reply = try exchange.call("recommend", "{\"learners\":[\(names)]\(cursor)}")
            #expect(reply.text.utf8.count <= 8_192)
            let list = try #require(reply.result?["recommendations"] as? [[String: Any]])
            #expect(!list.isEmpty)
            seen += list.compactMap { $0["learner"] as? String }
            cursor = (reply.result?["next"] as? String).map { ",\"cursor\":\"\($0)\"" } ?? ""
        } while !cursor.isEmpty
        #expect(seen == learners)
    }
}
