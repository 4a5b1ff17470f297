import Syncopate
import Testing

@testable import SyncopateServer

/// What is refused leaves nothing behind, and what has no room is said.
struct RefusalTests {
    private static let wrong = #"{"learner":"a","item":"add-1","score":1,"event_id":"e","supersedes":"e"}"#

    @Test func aRefusedEventMakesNobodyKnown() throws {
        let strict = try Exchange { $0.isStrict = true }
        let told = try strict.call("observe", #"{"events":[\#(Self.wrong),{"learner":"b","item":"add-1","score":1}]}"#)
        #expect((told.result?["rejected"] as? [Any])?.count == 1)
        #expect(strict.host.learners.count == 1)
        #expect(try strict.call("step", Self.wrong).kind == "invalid_event")
        #expect(strict.host.learners.count == 1)
        let ask = #"{"learners":["a"]}"#
        #expect(try strict.call("recommend", ask).kind == "unknown_learner")
        // Whose other event is good stays, in whatever order they come.
        let good = #"{"learner":"a","item":"add-1","score":1}"#
        for events in ["\(Self.wrong),\(good)", "\(good),\(Self.wrong)"] {
            let strict = try Exchange { $0.isStrict = true }
            _ = try strict.call("observe", #"{"events":[\#(events)]}"#)
            #expect(try strict.call("recommend", ask).result != nil)
        }
    }

    /// What is refused takes nobody's place.
    @Test func aRefusedEventTakesNoRoom() throws {
        let full = try Exchange { $0.learnerLimit = 1 }
        let told = try full.call("observe", #"{"events":[\#(Self.wrong),{"learner":"b","item":"add-1","score":1}]}"#)
        #expect(told.result?["applied"] as? Int == 1)
    }

    /// A step that had no room says nothing of a decision either.
    @Test func aRefusedStepLogsNoDecision() throws {
        let log = Rows()
        let exchange = Exchange(Exchange.settings(), catalogue: try Exchange.catalogue(), feedbackLog: log)
        let first = try exchange.call("step", #"{"learner":"a","item":"add-2","score":1,"at":1700000000,"limit":1}"#)
        let decision = try #require(first.result?["decision"] as? String)
        let event = #"{"learner":"a","item":"add-1","score":1,"decision":"\#(decision)","at":1700000001"#
        #expect(try exchange.call("step", event + #","revision":7}"#).kind == "stale_revision")
        #expect(log.rows.isEmpty)
        _ = try exchange.call("step", event + "}")
        #expect(log.rows.count == 1)
    }

    private final class Rows: FeedbackLog {
        var rows: [DecisionFeedback] = []
        func append(_ feedback: DecisionFeedback) { rows.append(feedback) }
    }

    /// A learner in place of one who was let go of has nothing of them.
    @Test func placesAreUsedAgain() throws {
        let one = try Exchange()
        let other = try Exchange()
        _ = try one.call("observe", #"{"events":[\#(Self.wrong)]}"#)
        for exchange in [one, other] {
            for learner in ["c", "d"] {
                _ = try exchange.call("step", #"{"learner":"\#(learner)","item":"add-2","score":1,"at":1700000000}"#)
            }
        }
        let ask = #"{"learners":["a","c","d"],"at":1700000000}"#
        #expect(try one.call("recommend", ask).text == other.call("recommend", ask).text)
    }

    /// Whoever lost the answer asks again as before.
    @Test func aRepetitionIsNotStale() throws {
        let exchange = try Exchange()
        let event = #"{"learner":"a","item":"add-1","score":1,"event_id":"e","revision":0,"at":1700000000}"#
        _ = try exchange.call("step", event)
        let again = try exchange.call("step", event)
        #expect(again.result?["duplicate"] as? Bool == true)
        #expect(again.result?["revision"] as? Int == 1)
        let other = event.replacing(#""e""#, with: #""f""#)
        #expect(try exchange.call("step", other).kind == "stale_revision")
    }

    /// Items that had no room are not taken for none.
    @Test func whatIsCutIsCounted() throws {
        let ask = #"{"learner":"a","limit":20,"at":1700000000}"#
        let whole = try #require(try Exchange().call("step", ask).result?["items"] as? [Any])
        let answer = try Exchange { $0.replyLimit = 4_096 }.call("step", ask)
        let items = try #require(answer.result?["items"] as? [Any])
        let more = try #require(answer.result?["items_more"] as? Int)
        #expect(items.count < whole.count && items.count + more == whole.count)
        #expect(answer.text.utf8.count <= 4_096)
    }
}
