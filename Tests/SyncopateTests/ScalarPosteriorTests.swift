import Foundation
import TestSupport
import Testing

@testable import Syncopate

struct ScalarPosteriorTests {
    /// Every combination of prior mean, prior variance, trials and score that the estimator can meet, and some it cannot.
    static let cases: [(mean: Double, variance: Double, trials: Double, score: Double)] = {
        var all: [(Double, Double, Double, Double)] = []
        for mean in [-6, -4, -3, -2, -1, -0.5, 0, 1, 2, 3, 4, 6, 8] as [Double] {
            for variance in [1e-4, 1e-2, 0.1, 0.5, 1, 2, 3, 5, 10] {
                for trials in [1, 2, 3, 6, 12, 20, 40, 100] as [Double] {
                    for score in [0, 0.3, 0.7, 1] { all.append((mean, variance, trials, score)) }
                }
            }
        }
        return all
    }()

    /// The slope of the log posterior, written out.
    static func slope(_ eta: Double, _ mean: Double, _ variance: Double, _ trials: Double, _ score: Double) -> Double {
        trials * (score - 1 / (1 + exp(-eta))) - (eta - mean) / variance
    }

    static func logDensity(
        _ eta: Double, _ mean: Double, _ variance: Double, _ trials: Double, _ score: Double
    ) -> Double {
        let logRight = eta > 0 ? -log1p(exp(-eta)) : eta - log1p(exp(eta))
        let logWrong = eta > 0 ? -eta - log1p(exp(-eta)) : -log1p(exp(eta))
        return trials * (score * logRight + (1 - score) * logWrong) - (eta - mean) * (eta - mean) / (2 * variance)
    }

    static func bisect(_ mean: Double, _ variance: Double, _ trials: Double, _ score: Double) -> Double {
        var low = mean - variance * trials - 1
        var high = mean + variance * trials + 1
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            if slope(middle, mean, variance, trials, score) > 0 { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }

    @Test func theModeIsWhereTheSlopeIsNought() {
        for (mean, variance, trials, score) in Self.cases {
            let posterior = ScalarPosterior(
                mean: mean, variance: variance, evidence: ScoreEvidence(score: score, trials: trials))
            let oracle = Self.bisect(mean, variance, trials, score)
            // Newton stops at a step of 1e-10, and then a step further.
            #expect(abs(posterior.mode - oracle) < 1e-9 * max(1, abs(oracle)), "\(mean) \(variance) \(trials) \(score)")
        }
    }

    /// The errors the documentation admits to, by prior variance: of the mean in prior deviations, of the variance in
    /// prior variances.
    static func allowance(_ variance: Double) -> Double {
        switch variance {
        case ...1: 1e-7
        case ...2: 5e-6
        case ...3: 1e-4
        default: 5e-3
        }
    }

    @Test func theMomentsAreThoseOfTheTrapezoid() {
        for (mean, variance, trials, score) in Self.cases {
            let posterior = ScalarPosterior(
                mean: mean, variance: variance, evidence: ScoreEvidence(score: score, trials: trials))
            let oracle = NormalOracle.moments(
                peak: Self.bisect(mean, variance, trials, score), deviation: variance.squareRoot()
            ) { Self.logDensity($0, mean, variance, trials, score) }
            let name: Comment = "\(mean) \(variance) \(trials) \(score)"
            let allowed = Self.allowance(variance)
            #expect(abs(posterior.mean - oracle.mean) < allowed * variance.squareRoot(), name)
            #expect(abs(posterior.variance - oracle.variance) < allowed * variance, name)
        }
    }

    @Test func theMomentsAgreeWith64Nodes() {
        let rule = GaussHermite(count: 64)
        for (mean, variance, trials, score) in Self.cases {
            let evidence = ScoreEvidence(score: score, trials: trials)
            let usual = ScalarPosterior(mean: mean, variance: variance, evidence: evidence)
            let fine = ScalarPosterior(mean: mean, variance: variance, evidence: evidence, quadrature: rule)
            let name: Comment = "\(mean) \(variance) \(trials) \(score)"
            let allowed = Self.allowance(variance)
            #expect(abs(usual.mean - fine.mean) < allowed * variance.squareRoot(), name)
            #expect(abs(usual.variance - fine.variance) < allowed * variance, name)
        }
    }

    /// A wide prior and a surprising score: plain Newton goes to +2.65.
    @Test func aWidePriorAndASurpriseDoNotOvershoot() {
        let posterior = ScalarPosterior(mean: -6, variance: 10, evidence: ScoreEvidence(score: 1, trials: 1))
        #expect(abs(posterior.mode - -0.29) < 0.005)
    }

    /// Twenty of twenty right, one after the other, from N(0, 3). The prototype's figures were 3.02 and .50, and those
    /// of the exact posterior 3.21 and .88 (design notes, section 1); the exact ones are computed here too.
    @Test func twentyOfTwentyInSequence() {
        var (mean, variance) = (0.0, 3.0)
        for _ in 0..<20 {
            let posterior = ScalarPosterior(
                mean: mean, variance: variance, evidence: ScoreEvidence(score: 1, trials: 1))
            (mean, variance) = (posterior.mean, posterior.variance)
        }
        #expect(abs(mean - 3.02) < 0.005)
        #expect(abs(variance - 0.50) < 0.005)
        let exact = NormalOracle.moments(peak: Self.bisect(0, 3, 20, 1), deviation: 3.0.squareRoot()) {
            Self.logDensity($0, 0, 3, 20, 1)
        }
        #expect(abs(exact.mean - 3.21) < 0.005)
        #expect(abs(exact.variance - 0.88) < 0.01)
        // At once it is exact.
        let once = ScalarPosterior(mean: 0, variance: 3, evidence: ScoreEvidence(score: 1, trials: 20))
        #expect(abs(once.mean - exact.mean) < 1e-6)
        #expect(abs(once.variance - exact.variance) < 1e-6)
    }

    @Test func everythingStaysFinite() {
        for mean in [-800, -30, 0, 30, 800] as [Double] {
            for variance in [1e-300, 1e-12, 1, 100, 1e4, 1e8] {
                for trials in [1e-9, 1, 1_000, 1e6] {
                    for score in [0, 0.5, 1] {
                        let posterior = ScalarPosterior(
                            mean: mean, variance: variance, evidence: ScoreEvidence(score: score, trials: trials))
                        let name: Comment = "\(mean) \(variance) \(trials) \(score)"
                        #expect(posterior.mean.isFinite && posterior.mode.isFinite, name)
                        #expect(posterior.variance > 0 && posterior.variance <= variance, name)
                    }
                }
            }
        }
    }

    @Test func evidenceMovesTheMeanItsOwnWayAndHardlyWidens() {
        for (mean, variance, trials, score) in Self.cases {
            let posterior = ScalarPosterior(
                mean: mean, variance: variance, evidence: ScoreEvidence(score: score, trials: trials))
            #expect(posterior.variance > 0 && posterior.variance <= variance)
            if score == 1 { #expect(posterior.mean >= mean) }
            if score == 0 { #expect(posterior.mean <= mean) }
        }
    }

    @Test func notANumberIsNoEvidence() {
        for score in [Double.nan, .infinity, -.infinity] {
            let posterior = ScalarPosterior(mean: 0.4, variance: 2, evidence: ScoreEvidence(score: score, trials: 3))
            #expect(posterior.mean == 0.4 && posterior.variance == 2 && posterior.mode == 0.4)
        }
        for trials in [Double.nan, .infinity, 0, -1] {
            let posterior = ScalarPosterior(mean: 0.4, variance: 2, evidence: ScoreEvidence(score: 1, trials: trials))
            #expect(posterior.mean == 0.4 && posterior.variance == 2)
        }
        let evidence = ScoreEvidence(score: 1, trials: 1)
        for mean in [Double.nan, .infinity, -.infinity] {
            let posterior = ScalarPosterior(mean: mean, variance: 2, evidence: evidence)
            #expect(posterior.mean.isNaN == mean.isNaN && (mean.isNaN || posterior.mean == mean))
            #expect(posterior.variance == 2)
        }
    }

    @Test func withoutVarianceNothingIsLearnt() {
        let evidence = ScoreEvidence(score: 1, trials: 5)
        for variance in [0, -1] as [Double] {
            let posterior = ScalarPosterior(mean: -1, variance: variance, evidence: evidence)
            #expect(posterior.mean == -1 && posterior.mode == -1 && posterior.variance == 0)
        }
        #expect(ScalarPosterior(mean: -1, variance: .infinity, evidence: evidence).variance == .infinity)
    }

    @Test func extraCreditSaysNoMoreThanFullMarks() {
        #expect(ScoreEvidence(score: 1.4, trials: 2) == ScoreEvidence(score: 1, trials: 2))
        #expect(ScoreEvidence(score: -0.2, trials: 2) == ScoreEvidence(score: 0, trials: 2))
    }

    /// A score of y is the geometric interpolation of right and wrong: y of the log-likelihood of one, 1 - y of the other.
    @Test func fractionsInterpolateGeometrically() {
        let right = ScoreEvidence(score: 1, trials: 1)
        let wrong = ScoreEvidence(score: 0, trials: 1)
        for eta in [-30, -2, 0, 0.7, 40] as [Double] {
            for y in [0.1, 0.5, 0.95] {
                let expected = y * right.logLikelihood(eta) + (1 - y) * wrong.logLikelihood(eta)
                let value = ScoreEvidence(score: y, trials: 1).logLikelihood(eta)
                #expect(abs(value - expected) <= 1e-15 * max(1, abs(expected)) * 4)
            }
        }
        // The same in the posterior: 3 right of 10 at once are a score of .3 with ten trials.
        let oracle = NormalOracle.moments(peak: Self.bisect(0.5, 1.5, 10, 0.3), deviation: 1.5.squareRoot()) { eta in
            3 * right.logLikelihood(eta) + 7 * wrong.logLikelihood(eta) - (eta - 0.5) * (eta - 0.5) / 3
        }
        let posterior = ScalarPosterior(mean: 0.5, variance: 1.5, evidence: ScoreEvidence(score: 0.3, trials: 10))
        #expect(abs(posterior.mean - oracle.mean) < 1e-7)
        #expect(abs(posterior.variance - oracle.variance) < 1e-7)
    }
}
