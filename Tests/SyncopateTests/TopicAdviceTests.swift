import Foundation
import Testing

@testable import Syncopate

struct TopicAdviceTests {
    /// Quantiles of the standard normal (Abramowitz & Stegun 1964, table 26.5).
    private static let deviates = [0.5: 0, 0.75: 0.6744897501960817]

    private func decide(_ chances: [Double], scores: Int = 10) -> TopicAdvice {
        // Learners whose chance of a success of .7 or more is the given one: certain, or of deviation one.
        let logit = log(0.7 / 0.3)
        let standings = chances.map { chance -> (mean: Double, variance: Double) in
            if chance == 0 || chance == 1 { return (chance == 1 ? 50 : -50, 0) }
            return (logit + (Self.deviates[chance] ?? .nan), 1)
        }
        return TopicAdvice(topic: 3, title: "T", standings: standings, shared: 0, goal: 0.7, scores: scores)
    }

    /// Certain learners: the interval is 1.28 x 0.5 / n to either side, from the pseudo-learner alone.
    @Test(arguments: [
        (0, TopicAdvice.Decision.teachAll), (34, .teachAll), (35, .mixed), (36, .discuss), (50, .discuss),
        (69, .discuss), (70, .mixed), (71, .ownTime), (100, .ownTime),
    ])
    func certainClassesAreDecidedByTheirShare(having: Int, decision: TopicAdvice.Decision) {
        let advice = decide((0..<100).map { $0 < having ? 1 : 0 })
        #expect(advice.decision == decision)
        #expect(abs(advice.share - Double(having) / 100) < 1e-12)
        let reach = 1.2815515655446004 * 0.5 / 100
        #expect(abs(advice.low - max(0, advice.share - reach)) < 1e-12)
        #expect(abs(advice.high - min(1, advice.share + reach)) < 1e-12)
    }

    @Test func uncertainClassesAreMixed() {
        // 20 learners at .5: the share's deviation is .11, the interval .36 to .64 just inside.
        #expect(decide([Double](repeating: 0.5, count: 20)).decision == .discuss)
        #expect(decide([Double](repeating: 0.5, count: 10)).decision == .mixed)
        #expect(decide([Double](repeating: 0.75, count: 30)).decision == .mixed)
    }

    /// Two certain learners leave an interval of .32 to either side: two who have it are no class to decide on.
    @Test func twoNeverLookCertain() {
        let both = decide([1, 1])
        #expect(abs(both.low - (1 - 1.2815515655446004 * 0.25)) < 1e-12 && both.high == 1)
        #expect(both.decision == .mixed)
        #expect(decide([0, 0]).decision == .teachAll)
        #expect(decide([0]).decision == .mixed)
    }

    @Test func withoutScoresNothingIsDecided() {
        #expect(decide([Double](repeating: 1, count: 50), scores: 0).decision == .mixed)
        #expect(decide([Double](repeating: 1, count: 50), scores: 4).decision == .mixed)
        #expect(decide([Double](repeating: 1, count: 50), scores: 5).decision == .ownTime)
        let nobody = decide([])
        #expect(nobody.decision == .mixed && nobody.low == 0 && nobody.high == 1 && nobody.share == 0.5)
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

    /// An easiness that is uncertain for everybody at once does not average out over a large class: the share's variance
    /// stays at that of one learner's chance. The oracle integrates over the easiness by a fine trapezoid.
    @Test func sharedUncertaintyDoesNotAverageOut() {
        let standings = (0..<400).map { (mean: log(0.7 / 0.3) + 0.002 * Double($0 - 200), variance: 0.25) }
        let advice = TopicAdvice(topic: 0, title: "T", standings: standings, shared: 0.5, goal: 0.7, scores: 400)
        func share(_ shift: Double) -> Double {
            standings.reduce(0) { $0 + TopicAdvice.chance(mean: $1.mean + shift, variance: 0.25, goal: 0.7) } / 400
        }
        let mean = NormalOracle.expectation(mean: 0, variance: 0.5, share)
        let square = NormalOracle.expectation(mean: 0, variance: 0.5) { share($0) * share($0) }
        let own = NormalOracle.expectation(mean: 0, variance: 0.5) { shift in
            standings.reduce(0.25) { sum, standing in
                let chance = TopicAdvice.chance(mean: standing.mean + shift, variance: 0.25, goal: 0.7)
                return sum + chance * (1 - chance)
            } / 160_000
        }
        let reach = 1.2815515655446004 * (square - mean * mean + own).squareRoot()
        // Nine nodes on a function that rises over two thirds of their reach.
        #expect(abs(advice.share - mean) < 1e-3)
        #expect(abs(advice.high - min(1, mean + reach)) < 0.01 && abs(advice.low - max(0, mean - reach)) < 0.01)
        #expect(advice.decision == .mixed)
    }

    @Test func withoutVarianceTheChanceIsAllOrNothing() {
        #expect(TopicAdvice.chance(mean: 1, variance: 0, goal: 0.7) == 1)
        #expect(TopicAdvice.chance(mean: 0.5, variance: 0, goal: 0.7) == 0)
        #expect(TopicAdvice.chance(mean: 0.5, variance: -1, goal: 0.7) == 0)
        #expect(TopicAdvice.chance(mean: -1e9, variance: 1, goal: 0.7) == 0)
    }
}
