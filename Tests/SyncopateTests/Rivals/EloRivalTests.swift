import Foundation
import Syncopate
import SyncopateStudents
import Testing

struct EloRivalTests {
    private typealias Row = RivalLog.Row

    private static func success(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    private let settings = EloSettings(
        learner: .init(step: 0.8, fading: 0.5), skill: .init(step: 0.6, fading: 0), item: .init(step: 0.4, fading: 0.25)
    )

    /// The rules written out for two learners and one item of one skill, with nothing fitted before.
    @Test func ratingsMoveByTheSurprise() {
        let rival = EloRival(fitting: RivalLog.log([]), settings: settings)
        let predictions = rival.predictions(
            RivalLog.log([
                Row(learner: "a", item: "x", skills: ["s"], score: 1),
                Row(learner: "a", item: "x", skills: ["s"], score: 0),
                Row(learner: "a", item: "y", skills: ["t"], score: 1),
                Row(learner: "b", item: "x", skills: ["s"], score: 1),
            ]))
        #expect(predictions[0] == 0.5)
        #expect(abs(predictions[1] - Self.success(0.4 + 0.3)) < 1e-12)
        // The step of the ability is down to .8 / 1.5; the skill's stays as it is, but t is another skill.
        let ability = 0.4 - 0.8 / 1.5 * predictions[1]
        #expect(abs(predictions[2] - Self.success(ability)) < 1e-12)
        #expect(predictions[3] == 0.5)
    }

    /// One response, right at even odds, lowers three difficulties by half a step: everything's, the skill's, the item's.
    @Test func difficultiesAreLearntAndThenStand() {
        let rival = EloRival(
            fitting: RivalLog.log([Row(learner: "a", item: "x", skills: ["s"], score: 1)]), settings: settings)
        let predictions = rival.predictions(
            RivalLog.log([
                Row(learner: "p", item: "x", skills: ["s"], score: 0),
                Row(learner: "q", item: "x", skills: ["s"], score: 0),
                Row(learner: "r", item: "new", skills: ["s"], score: 0),
                Row(learner: "t", item: "x", skills: ["u"], score: 0),
                Row(learner: "v", item: "two", skills: ["s", "u"], score: 0),
                Row(learner: "w", item: "other", score: 0),
            ]))
        // Learner t meets the item with its first skills: an item's come with the item here.
        for (value, shift) in zip(predictions, [0.6, 0.6, 0.4, 0.6, 0.3, 0.2]) {
            #expect(abs(value - Self.success(shift)) < 1e-12)
        }
    }

    /// Easier items come out easier, from learners who saw different ones.
    @Test func difficultiesAreInOrder() {
        let rival = EloRival(fitting: RivalLog.log(RivalLog.simulated(learners: 400, length: 30, seed: 4, prefix: "a")))
        let easiness = (0..<10).map { item in
            rival.predictions(
                RivalLog.log([Row(learner: "new", item: "i\(item)", skills: ["s\(item % 4)"], score: 0)]))[0]
        }
        for (easier, harder) in zip(easiness.dropFirst(4), easiness) { #expect(easier > harder) }
    }

    @Test func tuningPicksSlowerStepsForSteadyLearners() {
        // Nothing to learn about anybody: large steps lose.
        var draws = RivalLog.Draws(x: 5)
        let coins = (0..<8_000).map {
            RivalLog.Row(learner: "l\($0 / 40)", item: "i\($0 % 5)", score: draws.next() % 2 == 0 ? 1 : 0)
        }
        var varied = RivalLog.simulated(learners: 100, length: 40, seed: 6, prefix: "a")
        for index in varied.indices { varied[index].skills = [] }
        let slow = EloRival(fitting: RivalLog.log(coins)).settings.learner
        let fast = EloRival(fitting: RivalLog.log(varied)).settings.learner
        #expect(slow.step <= 0.2 && fast.step > slow.step)
    }
}
