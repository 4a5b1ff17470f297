import Foundation
import TestSupport
import Testing

@testable import Syncopate

/// The figures a plan is held against: beliefs turned round, new scores by themselves, forecasts that came true or not.
struct SinceFiguresTests {
    /// Means and deviations by Gauss-Hermite quadrature on 101 nodes (numpy's hermegauss).
    @Test(arguments: [
        (0.4, 0.3, 0.5924201996417358, 0.12418963342241823), (-1.5, 1.0, 0.22147340519067177, 0.1554109030397605),
    ]) func chancesOfLogOdds(_ mean: Double, _ variance: Double, _ success: Double, _ deviation: Double) throws {
        let found = LogisticNormal.moments(mean: mean, variance: variance)
        #expect(abs(found.success - success) < 1e-5 && abs(found.deviation - deviation) < 1e-5)
        let back = try #require(LogisticNormal.fitting(success: success, deviation: deviation))
        #expect(abs(back.mean - mean) < 1e-3 && abs(back.variance - variance) < 1e-3)
    }

    @Test func turningRoundIsTheInverse() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<100 {
            let (mean, variance) = (2 * generator.normal(), 0.01 + 2 * generator.uniform())
            let chance = LogisticNormal.moments(mean: mean, variance: variance)
            let back = try #require(LogisticNormal.fitting(success: chance.success, deviation: chance.deviation))
            #expect(abs(back.mean - mean) < 1e-6 && abs(back.variance - variance) < 1e-6, "\(mean) \(variance)")
        }
    }

    @Test(arguments: [(0.0, 0.1), (1.0, 0.1), (0.5, -0.1), (Double.nan, 0.1), (0.5, .nan)])
    func whatIsNoChanceHasNoLogOdds(_ success: Double, _ deviation: Double) {
        #expect(LogisticNormal.fitting(success: success, deviation: deviation) == nil)
    }

    /// No belief has a deviation that large: the widest there is stands for it.
    @Test func tooWideIsTheWidest() throws {
        let found = try #require(LogisticNormal.fitting(success: 0.5, deviation: 0.5))
        #expect(abs(found.mean) < 1e-6 && found.variance > 35 && found.variance.isFinite)
    }

    /// 8 of 10 and 3 of 6 questions, equally easy: the logit of (11 + 1/2) / (16 + 1).
    @Test func newScoresByThemselves() throws {
        let evidence = try #require(
            FreshEvidence([
                .init(share: 0.8, questions: 10, easiness: 0), .init(share: 0.5, questions: 6, easiness: 0),
            ]))
        #expect(abs(evidence.mean - Foundation.log(11.5 / 5.5)) < 1e-9)
        #expect(abs(evidence.variance - 1 / (16 * 11.5 * 5.5 / 289)) < 1e-9)
        // An item easier by a logit says a logit less.
        let easier = try #require(FreshEvidence([.init(share: 0.8, questions: 10, easiness: 1)]))
        #expect(abs(easier.mean - (Foundation.log(8.5 / 2.5) - 1)) < 1e-9)
    }

    /// The root of the penalised score by scipy's brentq.
    @Test func newScoresOnUnlikeItems() throws {
        let evidence = try #require(
            FreshEvidence([
                .init(share: 0.9, questions: 10, easiness: 1), .init(share: 0.4, questions: 16, easiness: -0.5),
            ]))
        #expect(abs(evidence.mean - 0.34972884192681) < 1e-9)
        #expect(abs(evidence.variance - 0.17816922124559595) < 1e-9)
    }

    @Test(arguments: [0.0, 1.0]) func nothingAndEverythingAreFinite(_ share: Double) throws {
        let evidence = try #require(FreshEvidence([.init(share: share, questions: 1, easiness: 0)]))
        #expect(abs(abs(evidence.mean) - Foundation.log(3)) < 1e-9 && evidence.variance.isFinite)
        #expect(FreshEvidence([]) == nil)
        #expect(FreshEvidence([.init(share: .nan, questions: 1, easiness: 0)]) == nil)
    }

    private func check(
        _ predicted: Double, _ came: Double, mean: Double?, item: Int = 0, learner: Int = 0, graded: Bool = true
    ) -> CheckedForecast {
        CheckedForecast(
            learner: learner, item: item, predicted: predicted, deviation: 0.1, came: came, columnMean: mean,
            isGraded: graded)
    }

    /// With a deviation of .1 the interval reaches .12816 to either side, and half a point more.
    @Test func insideIsInside() {
        #expect(check(0.5, 0.62, mean: nil).isInside && check(0.5, 0.37, mean: nil).isInside)
        #expect(check(0.5, 0.6331, mean: nil).isInside && !check(0.5, 0.634, mean: nil).isInside)
        #expect(!check(0.5, 0.3, mean: nil).isInside && check(0.95, 1, mean: nil).isInside)
    }

    @Test func coverageAndErrorsAreArithmetic() throws {
        let checks = [
            check(0.5, 0.6, mean: 0.7), check(0.5, 0.8, mean: 0.7, learner: 1), check(0.4, 0.4, mean: nil, learner: 2),
            check(0.9, 0, mean: 0.8, item: 1, graded: false),
        ]
        let found = ForecastCheck(checks)
        #expect((found.count, found.columns, found.learners, found.graded, found.inside) == (4, 2, 3, 3, 2))
        let coverage = try #require(found.coverage)
        #expect(found.isTooFew && abs(coverage - 2.0 / 3) < 1e-12)
        let meanError = try #require(found.meanError)
        #expect(abs(meanError - -0.125) < 1e-12)
        // Only the three that column means say something of.
        let (error, rival) = (try #require(found.error), try #require(found.columnMeanError))
        #expect(abs(error * error - 0.91 / 3) < 1e-12)
        #expect(abs(rival * rival - 0.66 / 3) < 1e-12)
        #expect(!ForecastCheck(repeatElement(checks[0], count: 10)).isTooFew)
        let none = ForecastCheck([])
        #expect(none.count == 0 && none.coverage == nil && none.meanError == nil && none.error == nil)
    }
}
