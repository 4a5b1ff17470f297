import Testing

@testable import Syncopate

/// Decisions that can be told apart, and what hosts say of them.
struct DecisionTests {
    /// FNV-1a by its published test values ("a": af63dc4c8601ec8c, "foobar": 85944171f73967e8), mixed; worked out in Python.
    @Test func theHashIsTheSameEverywhere() {
        for (text, value) in [
            ("", 0xf52a_15e9_a9b5_e89b), ("a", 0x02c0_bdbf_4814_20f8), ("foobar", 0x404d_a9e3_b740_78c2),
        ] as [(String, UInt64)] {
            var hash = FNVHash()
            hash.add(bytes: text.utf8)
            #expect(hash.mixed == value)
            #expect(EventID(text).fingerprint == value)
        }
        // The bytes of 3, "ada", 3, 1.5, 7, 7, "items 5", numbers with their lowest byte first.
        let id = DecisionID(learner: "ada", revision: 3, at: 1.5, seed: 7, asked: "items 5")
        #expect(id.description == "beb734d8ea7282b0")
    }

    @Test func idsTravelAsText() {
        for value in [UInt64(0), 1, .max, 0x0123_4567_89ab_cdef] {
            let id = DecisionID(value: value)
            #expect(id.description.utf8.count == 16 && DecisionID(id.description) == id)
        }
        for text in ["", "0", "0123456789abcdeF", "0123456789abcdeg", "0123456789abcdef0", "0x23456789abcdef"] {
            #expect(DecisionID(text) == nil)
        }
    }

    @Test func theSameRequestIsTheSameDecision() {
        let id = DecisionID(learner: "ada", revision: 3, at: 0, seed: 7, asked: "x")
        #expect(id == DecisionID(learner: "ada", revision: 3, at: -0.0, seed: 7, asked: "x"))
        for other in [
            DecisionID(learner: "adb", revision: 3, at: 0, seed: 7, asked: "x"),
            DecisionID(learner: "ada", revision: 4, at: 0, seed: 7, asked: "x"),
            DecisionID(learner: "ada", revision: 3, at: 1, seed: 7, asked: "x"),
            DecisionID(learner: "ada", revision: 3, at: 0, seed: 8, asked: "x"),
            DecisionID(learner: "ada", revision: 3, at: 0, seed: 7, asked: "y"),
        ] {
            #expect(other != id)
        }
    }

    @Test func theLastFewAreRemembered() throws {
        let keeper = RecordKeeper(Recommender(catalogue: try RecordCases.catalogue()))
        var record = keeper.newRecord(of: "ada")
        for number in 0..<10 {
            for _ in 0..<2 {
                keeper.note(
                    RecordedDecision(
                        id: DecisionID(value: UInt64(number)), subject: .item(number % 5), mode: .asyncSolo,
                        propensity: 0.5), in: &record)
            }
        }
        keeper.note(
            RecordedDecision(id: DecisionID(value: 99), subject: .item(0), mode: .either, propensity: .nan), in: &record
        )
        #expect(record.decisions.map(\.id.value) == Array(2..<10))
        #expect(record.revision == 0)
        #expect(keeper.feedback(on: DecisionID(value: 1), in: record, done: "a1") == nil)
    }

    @Test func whatBecameOfADecision() throws {
        let keeper = RecordKeeper(Recommender(catalogue: try RecordCases.catalogue()))
        var record = keeper.newRecord(of: "ada")
        let item = DecisionID(value: 1)
        let skill = DecisionID(value: 2)
        keeper.note(RecordedDecision(id: item, subject: .item(1), mode: .asyncSolo, propensity: 0.5), in: &record)
        keeper.note(RecordedDecision(id: skill, subject: .skill(0), mode: .parallel, propensity: 1), in: &record)
        func outcome(_ id: DecisionID, _ done: String?, _ score: Double?) -> DecisionOutcome? {
            keeper.feedback(on: id, in: record, done: done, score: score)?.outcome
        }
        #expect(outcome(item, "b1", 1) == .accepted)
        #expect(outcome(item, "a1", 1) == .overridden)
        #expect(outcome(item, nil, nil) == .skipped)
        #expect(outcome(item, "of no catalogue", 1) == .overridden)
        #expect(outcome(skill, "both", 1) == .accepted)
        #expect(outcome(skill, "c1", 1) == .overridden)
        // A tutor's own item on the skill that was advised.
        #expect(outcome(skill, "of no catalogue", 1) == .accepted)
        let said = try #require(
            keeper.feedback(on: item, in: record, done: "b1", mode: .livePeer, outcome: .overridden, score: 0.5))
        #expect(
            said
                == DecisionFeedback(
                    decision: item, learner: "ada", recommended: "b1", isSkill: false, done: "b1",
                    recommendedMode: .asyncSolo, usedMode: .livePeer, outcome: .overridden, propensity: 0.5, score: 0.5)
        )
    }
}
