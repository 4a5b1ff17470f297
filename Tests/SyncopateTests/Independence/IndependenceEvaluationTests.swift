import Foundation
import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate

struct IndependenceEvaluationTests {
    /// (on time + 2 rate) / (asked + 2), the rate of all before from 8 of 10, by hand.
    @Test func theRunningRateIsTheLearnersOwn() throws {
        var log = TraceLog()
        for (moment, outcomes) in [[1.0, 0], [1, 0], [1, 1]].enumerated() {
            for (learner, outcome) in outcomes.enumerated() {
                log.append(learner: "l\(learner)", time: Double(moment), traces: [.init(.onTime, outcome)])
            }
        }
        let rates = [
            0.8, 0.8, (1 + 2 * 9.0 / 12) / 3, (0 + 2 * 9.0 / 12) / 3, (2 + 2 * 10.0 / 14) / 4, (0 + 2 * 10.0 / 14) / 4,
        ]
        let outcomes = [1.0, 0, 1, 0, 1, 1]
        let loss = -zip(rates, outcomes).reduce(0) { $0 + log1($1.0, $1.1) } / 6
        let evaluation = try #require(IndependenceEvaluation(log, model: .shipped))
        #expect(evaluation.tracker.count == 6 && evaluation.runningRate.count == 6)
        #expect(abs(evaluation.runningRate.logLoss - loss) < 1e-12)
    }

    private func log1(_ rate: Double, _ outcome: Double) -> Double { log(outcome > 0 ? rate : 1 - rate) }

    @Test func onlyJudgedEventsCountAndAllAreLearntFrom() throws {
        let log = InventedTraces.log(seed: 6).log
        var tracker = IndependenceTracker(.shipped)
        let judged = try #require(
            IndependenceEvaluation(log, tracker: &tracker) { log.courses[$0.course] == "c1" })
        let count = log.events.count { log.courses[$0.course] == "c1" && $0.traces.contains { $0.kind == .onTime } }
        #expect(judged.tracker.count == count)
        for learner in log.learners.indices {
            #expect(tracker.independence(ofLearner: learner) == InventedTraces.beliefs(log)[learner])
        }
    }

    @Test func withoutWorkOnTimeThereIsNothingToJudge() {
        let log = InventedTraces.log(seed: 6).log.dropping([.onTime])
        #expect(IndependenceEvaluation(log, model: .shipped) == nil)
    }

    /// People as the model takes them to be: it foretells them better than their running rates, and about as often as
    /// they come on time.
    @Test func peopleAsBelievedAreForetold() throws {
        let (log, _) = InventedTraces.log(
            seed: 9, learners: 150, moments: 20, courses: 1, share: 1, drift: 0.1, kinds: [.onTime, .rank])
        let evaluation = try #require(IndependenceEvaluation(log, model: .shipped))
        #expect(evaluation.tracker.logLoss < evaluation.runningRate.logLoss)
        #expect(try #require(evaluation.tracker.auc) > (try #require(evaluation.runningRate.auc)))
        #expect(evaluation.tracker.ece < 0.05)
    }
}
