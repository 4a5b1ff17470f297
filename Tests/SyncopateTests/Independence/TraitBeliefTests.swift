import Foundation
import TestSupport
import Testing

@testable import Syncopate

/// Each likelihood term against integrals by brute force.
struct TraitBeliefTests {
    /// One step: what is believed before, how the trace speaks, what was seen.
    struct Step: Sendable {
        var mean: Double
        var variance: Double
        var slope: Double
        var intercept: Double
        var outcome: Double
    }

    static let steps: [Step] = [-1, 0, 1.2].flatMap { mean in
        [0.1, 0.4, 1].flatMap { variance in
            [0.3, 1, 3].flatMap { slope in
                [-1, 2.5].flatMap { intercept in
                    [0, 1].map {
                        Step(mean: mean, variance: variance, slope: slope, intercept: intercept, outcome: $0)
                    }
                }
            }
        }
    }

    private static func logLikelihood(_ outcome: Double, _ eta: Double) -> Double {
        let stays = eta > 0 ? eta + log1p(exp(-eta)) : log1p(exp(eta))
        return outcome * eta - stays
    }

    /// The slope of a log density falls all the way, so halving finds where it is nought.
    private static func peak(_ logDensity: (Double) -> Double) -> Double {
        var (low, high) = (-30.0, 30.0)
        while high - low > 1e-3 {
            let middle = (low + high) / 2
            if logDensity(middle + 1e-4) > logDensity(middle - 1e-4) { low = middle } else { high = middle }
        }
        return low
    }

    @Test(arguments: steps) func anOutcomeIsWeighedExactly(_ step: Step) {
        var (general, own) = (TraitBelief(mean: step.mean, variance: step.variance), TraitBelief())
        TraitBelief.observe(
            &general, &own, slopes: (step.slope, 0), outcome: step.outcome, intercept: step.intercept)
        func logDensity(_ trait: Double) -> Double {
            Self.logLikelihood(step.outcome, step.intercept + step.slope * trait)
                - (trait - step.mean) * (trait - step.mean) / (2 * step.variance)
        }
        let exact = NormalOracle.moments(peak: Self.peak(logDensity), deviation: 0.02, logDensity)
        let deviation = step.variance.squareRoot()
        #expect(abs(general.mean - exact.mean) < 0.005 * deviation, "\(general.mean) \(exact.mean)")
        #expect(abs(general.variance - exact.variance) < 0.01 * step.variance)
        #expect(own == TraitBelief())
    }

    /// scipy 1.17.1: `quad` of the logistic likelihood times the prior's density.
    @Test(arguments: [
        (Step(mean: 0, variance: 1, slope: 3, intercept: 2.5, outcome: 1), 0.346942815585, 0.661681387477),
        (Step(mean: 0, variance: 1, slope: 3, intercept: 2.5, outcome: 0), -1.122040864626, 0.445889782240),
        (Step(mean: -1, variance: 0.3, slope: 1, intercept: 0, outcome: 1), -0.796346656269, 0.282564659055),
        (Step(mean: 0.5, variance: 0.5, slope: 1, intercept: -1, outcome: 0), 0.324382841331, 0.452975061705),
        (Step(mean: 1.2, variance: 0.1, slope: 3, intercept: 0, outcome: 0), 0.924056715980, 0.094240216322),
    ]) func anOutcomeIsThatOfQuadrature(_ step: Step, _ mean: Double, _ variance: Double) {
        var (general, own) = (TraitBelief(mean: step.mean, variance: step.variance), TraitBelief())
        TraitBelief.observe(
            &general, &own, slopes: (step.slope, 0), outcome: step.outcome, intercept: step.intercept)
        #expect(abs(general.mean - mean) < 3e-3 && abs(general.variance - variance) < 6e-3)
    }

    /// With a facet the trait's own posterior is that with the facet's direction integrated out, and the other way round.
    @Test(arguments: [0.0, 1], [(1.0, 0.4), (0.3, 1.0)])
    func aFacetIsIntegratedOut(_ outcome: Double, _ variances: (Double, Double)) {
        let slopes = (general: 1.4, own: 0.9)
        let before = (TraitBelief(mean: 0.3, variance: variances.0), TraitBelief(mean: -0.6, variance: variances.1))
        var after = before
        TraitBelief.observe(&after.0, &after.1, slopes: slopes, outcome: outcome, intercept: 0.5)
        for (belief, result, other, a, b) in [
            (before.0, after.0, before.1, slopes.general, slopes.own),
            (before.1, after.1, before.0, slopes.own, slopes.general),
        ] {
            func logDensity(_ value: Double) -> Double {
                let chance = NormalOracle.expectation(
                    mean: 0.5 + a * value + b * other.mean, variance: b * b * other.variance
                ) {
                    exp(Self.logLikelihood(outcome, $0))
                }
                return log(chance) - (value - belief.mean) * (value - belief.mean) / (2 * belief.variance)
            }
            var (mass, first, second) = (0.0, 0.0, 0.0)
            for k in -120...120 {
                let value = belief.mean + Double(k) / 20 * belief.variance.squareRoot()
                let density = exp(logDensity(value))
                mass += density
                first += density * value
                second += density * value * value
            }
            let mean = first / mass
            #expect(abs(result.mean - mean) < 3e-3)
            #expect(abs(result.variance - (second / mass - mean * mean)) < 3e-3)
        }
    }

    @Test(arguments: [-1.5, 0, 2.2], [(0.3, 0.0), (0.3, 0.4), (1.2, 0.7)])
    func aPlaceIsWeighedExactly(_ place: Double, _ loads: (Double, Double)) {
        let before = (TraitBelief(mean: 0.4, variance: 0.8), TraitBelief(mean: -0.5, variance: 0.6))
        var after = before
        TraitBelief.observe(
            &after.0, &after.1, slopes: (general: loads.0, own: loads.1), place: place, noise: 0.91)
        let noise = 0.91 + loads.1 * loads.1 * before.1.variance
        func logDensity(_ trait: Double) -> Double {
            let away = place - loads.0 * trait - loads.1 * before.1.mean
            return -away * away / (2 * noise) - (trait - 0.4) * (trait - 0.4) / 1.6
        }
        let exact = NormalOracle.moments(peak: Self.peak(logDensity), deviation: 0.05, logDensity)
        #expect(abs(after.0.mean - exact.mean) < 1e-9 && abs(after.0.variance - exact.variance) < 1e-9)
    }

    /// What is reported falls by what the step does on average over outcomes and the cohort, as near as the probit
    /// approximation is.
    @Test(arguments: [0.3, 1, 3], [0.2, 0.5, 0.85])
    func whatIsReportedIsExpected(_ slope: Double, _ rate: Double) {
        var (general, own) = (TraitBelief(), TraitBelief())
        TraitBelief.expect(&general, &own, slopes: (slope, 0), rate: rate, spread: 1)
        // The intercept at which the rate is the mean over the cohort.
        var (low, high) = (-30.0, 30.0)
        while high - low > 1e-9 {
            let middle = (low + high) / 2
            let mean = NormalOracle.expectation(mean: middle, variance: slope * slope) { 1 / (1 + exp(-$0)) }
            if mean < rate { low = middle } else { high = middle }
        }
        var expected = 0.0
        for outcome in [0.0, 1] {
            func logDensity(_ trait: Double) -> Double {
                Self.logLikelihood(outcome, low + slope * trait) - trait * trait / 2
            }
            let exact = NormalOracle.moments(peak: Self.peak(logDensity), deviation: 0.05, logDensity)
            expected += (outcome > 0 ? rate : 1 - rate) * exact.variance
        }
        #expect(abs(general.reported.squareRoot() - expected.squareRoot()) < 0.06)
        #expect(general.mean == 0 && general.variance == 1)
    }

    /// A wider belief stays the wider one whatever is seen, and nothing seen widens it: so evidence that is left out can
    /// never narrow what is reported.
    @Test func reportedDeviationsKeepTheirOrder() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            let slopes = (general: 4 * generator.uniform(), own: 4 * generator.uniform())
            let rate = generator.uniform()
            let narrow = TraitBelief(reported: 0.01 + generator.uniform())
            let wide = TraitBelief(reported: narrow.reported + 0.5 * generator.uniform())
            let other = TraitBelief(reported: 0.01 + generator.uniform())
            for isPlace in [false, true] {
                var (a, b, first, second) = (narrow, wide, other, other)
                if isPlace {
                    TraitBelief.observe(&a, &first, slopes: slopes, place: 0, noise: 0.91)
                    TraitBelief.observe(&b, &second, slopes: slopes, place: 0, noise: 0.91)
                } else {
                    TraitBelief.expect(&a, &first, slopes: slopes, rate: rate)
                    TraitBelief.expect(&b, &second, slopes: slopes, rate: rate)
                }
                #expect(a.reported <= narrow.reported && b.reported <= wide.reported && a.reported > 0)
                #expect(a.reported <= b.reported + 1e-12)
                #expect(first.reported <= second.reported + 1e-12)
            }
        }
    }
}
