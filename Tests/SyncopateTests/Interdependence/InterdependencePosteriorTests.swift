import Foundation
import Testing

@testable import Syncopate

/// Both sides of one learner against integrals by scipy 1.17.1: `dblquad` over -9...9 of the bivariate normal prior with
/// correlation .5 times the likelihoods, written out in Python.
struct InterdependencePosteriorTests {
    private func posterior(
        _ outcomes: [(InterdependenceFacet, loading: Double, intercept: Double, sum: Double, count: Double)],
        _ normals: [(gains: Double, gives: Double, value: Double, noise: Double)] = [], correlation: Double = 0.5
    ) -> InterdependencePosterior {
        var posterior = InterdependencePosterior(correlation: correlation)
        for one in outcomes {
            posterior.add(
                .init(facet: one.0, loading: one.loading, intercept: one.intercept, sum: one.sum, count: one.count))
        }
        for one in normals { posterior.add(.init(slopes: (one.gains, one.gives), value: one.value, noise: one.noise)) }
        return posterior
    }

    private func expect(
        _ posterior: InterdependencePosterior, _ gains: Double, _ gives: Double, within: Double = 1e-5,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let means = posterior.means
        #expect(abs(means.gains - gains) < within, "\(means)", sourceLocation: sourceLocation)
        #expect(abs(means.gives - gives) < within, "\(means)", sourceLocation: sourceLocation)
    }

    @Test func meansAreThoseOfTheIntegral() {
        expect(posterior([(.gains, 1, 0, 3, 4)]), 0.53353821, 0.26676911)
        expect(posterior([(.gains, 1, 0.5, 0, 6), (.gives, 1, -1, 5, 5)]), -1.07827951, 1.18164421)
        let slope = 0.3 / 3.0.squareRoot()
        expect(posterior([(.gives, 1, 0.2, 1.5, 3)], [(slope, slope, 1.2, 0.91)]), 0.22146265, 0.11706207)
        // Far out, where many outcomes pile up at the ends.
        expect(
            posterior([(.gains, 1, -0.3, 40, 40), (.gives, 1, 0.3, 2, 50)], [(0.1, 0, -0.2, 0.3)]), 2.36369741,
            -2.24284700)
    }

    /// By hand: precision 1 + .25/.25 = 2 on `gains`, mean (.5 / .25) / 2 = 1; `gives` follows by half.
    @Test func aNormalTermIsKalmansStep() {
        let one = posterior([], [(0.5, 0, 1, 0.25)])
        expect(one, 1, 0.5, within: 1e-9)
        #expect(abs(one.deviations.gains - 0.5.squareRoot()) < 1e-12)
        #expect(abs(one.deviations.gives - 0.875.squareRoot()) < 1e-12)
    }

    /// scipy 1.17.1: `quad` of the normal density times p(1 - p), then the inverse of the sum of precisions.
    @Test func deviationsAreThoseOfExpectedInformation() {
        let one = posterior([(.gains, 1, 0, 3, 4)]).deviations
        #expect(abs(one.gains - 0.73993246) < 1e-6 && abs(one.gives - 0.94174042) < 1e-6)
        let two = posterior([(.gains, 1, 0.5, 0, 6), (.gives, 1, -1, 5, 5)]).deviations
        #expect(abs(two.gains - 0.65549797) < 1e-6 && abs(two.gives - 0.69890956) < 1e-6)
    }

    @Test func nothingSeenIsThePrior() {
        let none = posterior([])
        expect(none, 0, 0, within: 1e-12)
        #expect(none.deviations.gains == 1 || abs(none.deviations.gains - 1) < 1e-12)
        // Without a correlation one side says nothing of the other.
        expect(posterior([(.gains, 1, 0, 4, 4)], correlation: 0), posterior([(.gains, 1, 0, 4, 4)]).means.gains, 0)
    }
}
