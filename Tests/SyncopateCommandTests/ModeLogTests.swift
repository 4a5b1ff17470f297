import Foundation
import TestSupport
import Testing

/// `syncopate recommend --mode-log` from outside.
struct ModeLogCommandTests {
    private let gradebook =
        "learner,item,score\n"
        + (0..<12).map { "l\($0),a,0.\($0 % 7 + 1)\nl\($0),b,0.\(($0 + 3) % 7 + 1)\n" }.joined()

    private func run(_ log: String?, _ more: String...) throws -> Outcome {
        let place = try Workplace()
        _ = try place.write("g.csv", gradebook)
        if let log { _ = try place.write("m.csv", log) }
        return try place.run(["recommend", "g.csv"] + (log == nil ? [] : ["--mode-log", "m.csv"]) + more)
    }

    /// Expected uplift of the first learner.
    private func uplift(_ outcome: Outcome) throws -> Double {
        let line = try #require(outcome.text.split(separator: "\n").first)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let pacing = try #require(object["pacing"] as? [String: Any])
        return try #require(pacing["uplift"] as? Double)
    }

    @Test func whatMeetingDidMovesTheAdvice() throws {
        func log(_ live: Double) -> String {
            "learner,mode,before,after,people\n"
                + (0..<60).map { "x\($0),live_teacher,0.4,\(live),6\nx\($0),async_solo,0.4,0.5,1\n" }.joined()
        }
        let outcomes = try [0.42, nil, 0.75].map { try run($0.map { log($0) }, "--output", "jsonl") }
        let uplifts = try outcomes.map { try uplift($0) }
        #expect(uplifts[0] < uplifts[1] && uplifts[1] < uplifts[2], "\(uplifts)")
        #expect(outcomes[2].messages.contains("60 learners of the log of modes are not in the input"))
        #expect(outcomes[2].text.contains("120 logged gains from ways of working here, 0 of this learner"))
        let table = try run(log(0.75), "--output", "table")
        // Lines are wrapped.
        let words = table.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(table.status == 0 && words.contains("120 logged gains of working together or apart here"))
    }

    @Test(arguments: [
        ("learner,mode,gain\nl1,sometimes,1\n", "m.csv:2:2: bad-value", 3 as Int32),
        ("learner,mode,gain\nl1,live_peer,much\n", "m.csv:2:3: bad-value", 3),
        ("learner,mode\nl1,live_peer\n", "missing-column", 65),
    ]) func faultsAreNamed(_ log: String, _ message: String, _ status: Int32) throws {
        let outcome = try run(log)
        #expect(outcome.messages.contains(message) && outcome.status == status, "\(outcome.messages)")
    }
}
