import Testing

@testable import Syncopate

/// Reference figures from scipy 1.x: `integrate.quad` of the normal density times the conditional chance.
struct ScoreChanceTests {
    @Test(
        arguments: [
            (0.0, 0.0, 3.0, 0.125), (0.8, 0.25, 5, 0.007971966844524109), (-1, 0.5, 2, 0.5244517436133835),
            (0, 0.3, 8, 0.014429716558939694),
        ])
    func aZeroByChance(mean: Double, variance: Double, trials: Double, expected: Double) {
        let chance = ScoreChance.ofZero(mean: mean, variance: variance, trials: trials)
        #expect(abs(chance - expected) < 1e-3 * expected, "\(chance)")
    }

    @Test(
        arguments: [
            (0.5, 0.0, 0.0, 16.0, 0.01, 0.03191538243211462), (0.5, 1.2, 0.2, 12, 0.02, 0.01187785631030856),
            (0.4, 0.5, 0.1, 20, 0.01, 0.007712136014984285),
        ])
    func aValueByChance(
        value: Double, mean: Double, variance: Double, trials: Double, grain: Double, expected: Double
    ) {
        let chance = ScoreChance.ofValue(value, mean: mean, variance: variance, trials: trials, grain: grain)
        #expect(abs(chance - expected) < 1e-3 * expected, "\(chance)")
    }

    @Test func theEndsAreHeld() {
        // Nobody is so able that a zero could not happen, and nothing is more than certain.
        #expect(ScoreChance.ofZero(mean: 8, variance: 0, trials: 50) == ScoreChance.unforeseen)
        #expect(abs(ScoreChance.ofZero(mean: 8, variance: 0, trials: 1) - 0.1) < 1e-12)
        #expect(ScoreChance.ofZero(mean: -40, variance: 1, trials: 5) <= 1)
        #expect(ScoreChance.ofValue(0.5, mean: 9, variance: 0, trials: 100, grain: 0.01) == 0.0002)
    }

    /// .05 / (.05 + .95 x .125) = .296296...
    @Test func theMixtureIsBayesRule() {
        #expect(abs(ScoreChance.missing(rate: 0.05, chance: 0.125) - 8.0 / 27) < 1e-12)
        #expect(ScoreChance.missing(rate: 0, chance: 0) == 0)
        #expect(ScoreChance.missing(rate: 0.5, chance: 0) == 1)
    }
}
