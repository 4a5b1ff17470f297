import Syncopate
import Testing

@testable import SyncopateServer

/// The school's settings on the wire: who can be together, and how.
struct CohortTests {
    private func cohort(_ more: String = "") throws -> Exchange {
        let exchange = try Exchange()
        let roster = (0..<12).map { "\"l\($0)\"" }.joined(separator: ",")
        _ = try exchange.call(
            "define",
            "{\"cohorts\":[{\"id\":\"7b\",\"learners\":[\(roster),{\"learner\":\"shy\",\"opt_out\":true},{\"learner\":\"gone\",\"withdrawn\":true}],\"live\":{\"sessions\":1,\"seats\":4}\(more)}]}"
        )
        let events = (0..<12).flatMap { learner in
            (0..<6).map {
                #"{"learner":"l\#(learner)","item":"parts-\#($0 % 2 + 1)","score":\#((learner + $0) % 3 == 0 ? 0 : 1),"at":\#(1_700_000_000 + $0)}"#
            }
        }
        _ = try exchange.call("observe", "{\"events\":[\(events.joined(separator: ","))]}")
        return exchange
    }

    private func recommendations(_ reply: Exchange.Reply) throws -> [String: [String: Any]] {
        let list = try #require(reply.result?["recommendations"] as? [[String: Any]], "\(reply.text)")
        return Dictionary(uniqueKeysWithValues: list.map { ($0["learner"] as? String ?? "", $0) })
    }

    @Test func aLoneLearnerHasNobodyToBeTogetherWith() throws {
        let one = try #require(try recommendations(Exchange().call("recommend", #"{"learners":["a"]}"#))["a"])
        #expect(one["mode"] as? String == "async_solo")
        #expect(one["collective"] as? Bool == false)
    }

    @Test func aCohortGivesSeats() throws {
        let all = try recommendations(cohort().call("recommend", #"{"cohort":"7b","limit":6}"#))
        #expect(all["gone"] == nil)
        #expect(all.count == 13)
        #expect(all.values.allSatisfy { $0["collective"] as? Bool == true })
        let seated = all.filter { entry in
            (entry.value["items"] as? [[String: Any]] ?? []).contains { $0["mode"] as? String == "live_teacher" }
        }
        #expect(!seated.isEmpty)
        #expect(seated.count <= 4)
        #expect(seated["shy"] == nil)
    }

    @Test func whoOptedOutIsNeverSentToALiveMode() throws {
        let exchange = try cohort()
        for setting in ["class", "lecture", "mastery-room"] {
            _ = try exchange.call("define", #"{"setting":"\#(setting)"}"#)
            let one = try recommendations(exchange.call("recommend", #"{"learners":["shy"]}"#))["shy"]
            let mode = one?["mode"] as? String ?? ""
            #expect(["async_solo", "async_social", "parallel", "either"].contains(mode))
        }
    }

    @Test func onlyModesThatArePossible() throws {
        let exchange = try cohort()
        let own = try recommendations(exchange.call("recommend", #"{"cohort":"7b","allow":{"place":"any"}}"#))
        for one in own.values {
            #expect(["async_solo", "async_social", "either"].contains(one["mode"] as? String ?? ""))
        }
        let solo = try recommendations(
            exchange.call("recommend", #"{"learners":["l1"],"allow":{"modes":["async_solo"]}}"#))
        #expect(solo["l1"]?["mode"] as? String == "async_solo")
    }

    @Test func conveningKeepsToTheRoster() throws {
        let exchange = try cohort(#","slots":[{"id":"mon","start":"2026-03-02T10:00:00Z","seats":4}]"#)
        let reply = try exchange.call("convene", #"{"cohort":"7b"}"#)
        let groups = try #require(reply.result?["groups"] as? [[String: Any]])
        #expect(groups.first?["slot"] as? String == "mon")
        let members = groups.flatMap { $0["members"] as? [[String: Any]] ?? [] }.compactMap { $0["learner"] as? String }
        #expect((1...4).contains(members.count))
        #expect(!members.contains("shy") && !members.contains("gone"))
        let alone = try #require(reply.result?["alone"] as? [[String: Any]])
        let shy = try #require(alone.first { $0["learner"] as? String == "shy" })
        #expect((shy["no_seat"] as? [String: Any])?["code"] as? String == "absent")
        #expect((shy["own_time"] as? [Any])?.isEmpty == false)
    }

    private final class Log: FeedbackLog {
        var all: [DecisionFeedback] = []
        func append(_ feedback: DecisionFeedback) { all.append(feedback) }
    }

    /// Accepted, skipped, overridden: joined with what was advised, and counted.
    @Test func feedback() throws {
        let log = Log()
        let exchange = Exchange(catalogue: try Exchange.catalogue(), feedbackLog: log)
        func decision(_ params: String) throws -> (id: String, item: String) {
            let result = try #require(try exchange.call("step", params).result)
            let items = try #require(result["items"] as? [[String: Any]])
            return (result["decision"] as? String ?? "", items.first?["item"] as? String ?? "")
        }
        let first = try decision(#"{"learner":"a","item":"parts-1","score":1,"at":1}"#)
        let second = try decision(
            #"{"learner":"a","item":"\#(first.item)","score":1,"at":2,"decision":"\#(first.id)","outcome":"accepted","mode":"async_solo"}"#
        )
        let third = try decision(
            #"{"learner":"a","item":"add-1","score":0,"at":3,"decision":"\#(second.id)","outcome":"overridden","mode":"live_peer"}"#
        )
        _ = try exchange.call("observe", #"{"events":[{"learner":"a","decision":"\#(third.id)","outcome":"skipped"}]}"#)
        #expect(log.all.map(\.outcome) == [.accepted, .overridden, .skipped])
        #expect(log.all.map(\.recommended) == [first.item, second.item, third.item])
        #expect(log.all.map(\.done) == [first.item, "add-1", nil])
        #expect(log.all.map(\.usedMode) == [.asyncSolo, .livePeer, nil])
        let counts = try #require(try exchange.call("stats").result?["decisions"] as? [String: Int])
        #expect(counts == ["accepted": 1, "skipped": 1, "overridden": 1])
    }
}
