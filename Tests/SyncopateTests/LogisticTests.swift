import Foundation
import Testing

@testable import Syncopate

struct LogisticTests {
    /// 1 / (1 + e^-x) to more digits than a Double holds, by arbitrary-precision arithmetic (mpmath, 30 digits).
    @Test(arguments: [
        (-30.0, 9.357622968839299e-14), (-5, 0.006692850924284855), (-1, 0.2689414213699951), (0, 0.5),
        (0.5, 0.6224593312018546), (2, 0.8807970779778824), (10, 0.9999546021312976),
    ])
    func probabilityHasTheKnownValues(x: Double, expected: Double) {
        // Two roundings and an exponential good to one unit in the last place.
        #expect(abs(Logistic.probability(x) - expected) <= 4 * expected.ulp)
    }

    @Test func farOutNothingOverflows() {
        #expect(Logistic.probability(.infinity) == 1)
        #expect(Logistic.probability(-.infinity) == 0)
        #expect(Logistic.probability(1e300) == 1)
        #expect(Logistic.probability(-1e300) == 0)
        #expect(Logistic.probability(.nan).isNaN)
        #expect(Logistic.softplus(1e300) == 1e300)
        #expect(Logistic.softplus(-1e300) == 0)
        #expect(Logistic.softplus(.infinity) == .infinity)
        #expect(Logistic.softplus(-.infinity) == 0)
        #expect(Logistic.softplus(.nan).isNaN)
    }

    @Test func probabilityAndSoftplusAgree() {
        for step in -400...400 {
            let x = Double(step) / 10
            // log p = -softplus(-x): relative accuracy, since far out p is nearly 1 or softplus nearly e^x.
            let direct = -Foundation.log1p(Foundation.exp(-x))
            #expect(abs(-Logistic.softplus(-x) - direct) <= 1e-14 * max(abs(direct), 1e-300))
            #expect(abs(Logistic.probability(x) + Logistic.probability(-x) - 1) <= 2 * 1.0.ulp)
        }
    }

    @Test func softplusKeepsSmallValues() {
        // log(1 + e^-40) = e^-40 - e^-80/2: without log1p it would be nought.
        let expected = Foundation.exp(-40.0)
        #expect(abs(Logistic.softplus(-40) - expected) <= 1e-15 * expected)
    }

    @Test func logitUndoesProbability() {
        for step in -150...150 {
            let x = Double(step) / 10
            let p = Logistic.probability(x)
            // The condition of the logit is 1 / (p (1 - p)) times the rounding of p.
            #expect(abs(Logistic.logit(p) - x) <= 8 * 1.0.ulp * (1 + 1 / (1 - p)) * max(1, abs(x)))
        }
    }

    @Test func logitHoldsToItsMargin() {
        #expect(Logistic.logit(0) == Logistic.logit(1e-9))
        #expect(Logistic.logit(1) == Logistic.logit(1 - 1e-9))
        #expect(Logistic.logit(-3, margin: 0.01) == Logistic.logit(0.01))
        #expect(Logistic.logit(7, margin: 0.01) == Logistic.logit(0.99))
        #expect(abs(Logistic.logit(0.5)) < 1e-16)
    }

    /// The claim: MacKay's approximation is off by less than .02 for any mean and variance. The oracle is a trapezoid
    /// over twelve standard deviations, in steps of a fiftieth of the narrower of the two functions in it.
    @Test func expectationIsWithinTwoHundredths() {
        var worst = 0.0
        for variance in [0, 0.01, 0.1, 0.5, 1, 2, 4, 8, 16, 64, 400, 10_000] as [Double] {
            for step in 0...40 {
                let mean = Double(step) * 0.25 * max(1, variance.squareRoot())
                let oracle = NormalOracle.expectation(mean: mean, variance: variance) {
                    1 / (1 + Foundation.exp(-$0))
                }
                worst = max(worst, abs(Logistic.expectation(mean: mean, variance: variance) - oracle))
                worst = max(worst, abs(1 - Logistic.expectation(mean: -mean, variance: variance) - oracle))
            }
        }
        #expect(worst < 0.02)
    }
}
