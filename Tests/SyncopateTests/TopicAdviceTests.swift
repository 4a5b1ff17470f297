import Foundation
import Testing

@testable import Syncopate

struct TopicAdviceTests {
    private func decide(_ chances: [Double], scores: Int = 10) -> TopicAdvice {
        TopicAdvice(topic: 3, title: "T", chances: chances, scores: scores)
    }

    /// Certain learners: the interval is 1.28 x 0.5 / n to either side, from the pseudo-learner alone.
    @Test(arguments: [
        (0, TopicAdvice.Decision.teachAll), (34, .teachAll), (35, .split), (36, .discuss), (50, .discuss),
        (69, .discuss), (70, .split), (71, .ownTime), (100, .ownTime),
    ])
    func certainClassesAreDecidedByTheirShare(having: Int, decision: TopicAdvice.Decision) {
        let advice = decide((0..<100).map { $0 < having ? 1 : 0 })
        #expect(advice.decision == decision)
        #expect(abs(advice.share - Double(having) / 100) < 1e-12)
        let reach = 1.2815515655446004 * 0.5 / 100
        #expect(abs(advice.low - max(0, advice.share - reach)) < 1e-12)
        #expect(abs(advice.high - min(1, advice.share + reach)) < 1e-12)
    }

    @Test func uncertainClassesAreSplit() {
        // 20 learners at .5: the share's deviation is .11, the interval .36 to .64 just inside.
        #expect(decide([Double](repeating: 0.5, count: 20)).decision == .discuss)
        #expect(decide([Double](repeating: 0.5, count: 10)).decision == .split)
        #expect(decide([Double](repeating: 0.75, count: 30)).decision == .split)
        #expect(decide([1, 1]).decision == .split || decide([1, 1]).low > 0.35)
    }

    /// Two certain learners leave an interval of .32 to either side: two who have it are no class to decide on.
    @Test func twoNeverLookCertain() {
        let both = decide([1, 1])
        #expect(abs(both.low - (1 - 1.2815515655446004 * 0.25)) < 1e-12 && both.high == 1)
        #expect(both.decision == .split)
        #expect(decide([0, 0]).decision == .teachAll)
        #expect(decide([0]).decision == .split)
    }

    @Test func withoutScoresNothingIsDecided() {
        #expect(decide([Double](repeating: 1, count: 50), scores: 0).decision == .split)
        let nobody = decide([])
        #expect(nobody.decision == .split && nobody.low == 0 && nobody.high == 1 && nobody.share == 0.5)
    }

    /// The standard normal distribution function (Abramowitz & Stegun 1964, table 26.1).
    @Test(arguments: [
        (0.0, 0.5), (0.5, 0.6914624612740131), (1, 0.8413447460685429), (2, 0.9772498680518208),
        (-3, 0.0013498980316301),
    ])
    func theChanceIsTheNormalTail(z: Double, expected: Double) {
        let logit = log(0.7 / 0.3)
        #expect(abs(TopicAdvice.chance(mean: logit + z * 1.5, variance: 2.25, goal: 0.7) - expected) < 1e-14)
    }

    @Test func withoutVarianceTheChanceIsAllOrNothing() {
        #expect(TopicAdvice.chance(mean: 1, variance: 0, goal: 0.7) == 1)
        #expect(TopicAdvice.chance(mean: 0.5, variance: 0, goal: 0.7) == 0)
        #expect(TopicAdvice.chance(mean: 0.5, variance: -1, goal: 0.7) == 0)
        #expect(TopicAdvice.chance(mean: -1e9, variance: 1, goal: 0.7) == 0)
    }
}
