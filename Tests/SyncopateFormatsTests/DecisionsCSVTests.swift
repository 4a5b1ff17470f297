import Syncopate
import Testing

@testable import SyncopateFormats

/// Feedback on decisions on its way to the evaluation of policies.
struct DecisionsCSVTests {
    private func feedback(
        _ number: UInt64, learner: String = "ada", recommended: String = "a1", outcome: DecisionOutcome = .accepted,
        propensity: Double = 0.5, score: Double? = 1
    ) -> DecisionFeedback {
        DecisionFeedback(
            decision: DecisionID(value: number), learner: learner, recommended: recommended, isSkill: false,
            done: recommended, recommendedMode: .asyncSolo, usedMode: nil, outcome: outcome, propensity: propensity,
            score: score)
    }

    private func text(_ all: [(DecisionFeedback, Double?)]) -> (String, DecisionsCSV) {
        var csv = DecisionsCSV()
        var bytes = DecisionsCSV.header
        for (feedback, target) in all { csv.append(feedback, target: target, to: &bytes) }
        return (String(decoding: bytes, as: UTF8.self), csv)
    }

    @Test func theEvaluatorReadsIt() throws {
        let (text, csv) = text([
            (feedback(1), 0.25), (feedback(2, learner: "Bo, \"B\"", recommended: "=1+1", score: 0.5), 1),
            (feedback(3, score: 7), 0),
        ])
        let rows = [
            "decision,learner,action,propensity,reward,target", "0000000000000001,ada,a1,0.5,1.0,0.25",
            #"0000000000000002,"Bo, ""B""",'=1+1,0.5,0.5,1.0"#, "0000000000000003,ada,a1,0.5,1.0,0.0",
        ]
        #expect(text == rows.map { $0 + "\n" }.joined())
        #expect(csv.rows == 3 && csv.leftOut == 0)
        let read = try DecisionsReader.read(SourceFile(name: "d.csv", bytes: Array(text.utf8)), strict: true)
        #expect(read.log.reward == [1, 0.5, 1] && read.log.target == [0.25, 1, 0])
        #expect(read.log.learners == ["ada", "Bo, \"B\""])
    }

    @Test func whatHasNoRow() {
        let (text, csv) = text([
            (feedback(1, outcome: .skipped), 0.5), (feedback(2, outcome: .overridden), 0.5),
            (feedback(3, score: nil), 0.5),
            (feedback(4, score: .nan), 0.5), (feedback(5, propensity: 0), 0.5), (feedback(6, propensity: .nan), 0.5),
        ])
        #expect(Array(text.utf8) == DecisionsCSV.header && csv.leftOut == 6)
    }

    /// Left to the evaluator: the row is there, and not read before it is filled in.
    @Test func aTargetThatIsNotKnown() throws {
        for target in [nil, Double.nan, -0.5, 2] {
            let (text, _) = text([(feedback(1), target)])
            #expect(text.hasSuffix(",1.0,\n"))
            let read = try DecisionsReader.read(SourceFile(name: "d.csv", bytes: Array(text.utf8)))
            #expect(read.log.count == 0 && read.leftOut == 1)
        }
    }
}
