import Foundation
import Matrices
import TestSupport
import Testing

@testable import Syncopate

/// Real right-or-wrong answers with published fits: the Law School Admission Test, sections 6 and 7 (Bock & Lieberman
/// 1970), 1,000 people, five items. The two-parameter log-likelihoods are R's (package ltm).
@Suite(.enabled(if: SharedFolder.has("data/irt_small")))
struct ItemResponseTests {
    private struct Fit: Decodable {
        struct Parameters: Decodable {
            var a: [Double]
            var d: [Double]
            var loglik: Double
        }
        var twoParameters: Parameters

        enum CodingKeys: String, CodingKey { case twoParameters = "two_pl" }
    }

    private struct Fits: Decodable {
        var lsat6: Fit
        var lsat7: Fit
    }

    private static func fit(_ name: String) throws -> Fit {
        let fits = try JSONDecoder().decode(
            Fits.self, from: Data(try SharedFolder.bytes("data/irt_small/reference_2pl.json")))
        return name == "lsat6" ? fits.lsat6 : fits.lsat7
    }

    /// The table: a row of five zeros and ones per person below a header.
    private static func answers(_ name: String) throws -> [[Double]] {
        let text = String(decoding: try SharedFolder.bytes("data/irt_small/raw/\(name).csv"), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",").compactMap { Double($0) }
        }
    }

    /// Log-likelihood of one person's answers at an ability, written out.
    private static func logLikelihood(_ ability: Double, _ answers: [Double], _ fit: Fit.Parameters) -> Double {
        var sum = 0.0
        for (j, y) in answers.enumerated() {
            let eta = fit.a[j] * ability + fit.d[j]
            sum -= log1p(exp(y == 1 ? -eta : eta))
        }
        return sum
    }

    @Test(arguments: [("lsat6", -2466.653), ("lsat7", -2658.805)])
    func theMarginalLikelihoodIsThePublishedOne(name: String, published: Double) throws {
        let fit = try Self.fit(name).twoParameters
        let rule = GaussHermite(count: 64)
        let people = try Self.answers(name)
        #expect(people.count == 1_000)
        let total = people.reduce(0) { sum, answers in
            sum
                + log(
                    zip(rule.nodes, rule.weights).reduce(0) {
                        $0 + $1.1 * exp(Self.logLikelihood($1.0, answers, fit))
                    })
        }
        // Three decimals were printed, and the parameters have five.
        #expect(abs(total - published) < 0.0006)
        // 24 nodes, those of the update, are as good here.
        let usual = ScalarPosterior.quadrature
        let again = people.reduce(0) { sum, answers in
            sum
                + log(
                    zip(usual.nodes, usual.weights).reduce(0) {
                        $0 + $1.1 * exp(Self.logLikelihood($1.0, answers, fit))
                    })
        }
        // Each person's likelihood to 1e-7 and better.
        #expect(abs(again - total) < 1e-4)
    }

    /// Expected a posteriori ability and its deviation for all 32 patterns of answers: the sequence of moment-matched
    /// updates against 64 nodes over the whole pattern.
    ///
    /// One update is exact but for quadrature. After several it is an approximation, because each keeps two moments of a
    /// skewed posterior: off by up to .05 here, a sixteenth of the posterior's own deviation (about .8). Laplace's
    /// approximation, the block, takes the mode for the mean: off by up to .1.
    @Test(arguments: ["lsat6", "lsat7"])
    func theBeliefIsTheExpectedAbility(name: String) throws {
        let fit = try Self.fit(name).twoParameters
        let rule = GaussHermite(count: 64)
        var worst = (sequence: 0.0, deviation: 0.0, block: 0.0, once: 0.0)
        for pattern in 0..<32 {
            let answers = (0..<5).map { Double((pattern >> $0) & 1) }
            var (mass, first, second) = (0.0, 0.0, 0.0)
            for (node, weight) in zip(rule.nodes, rule.weights) {
                let likelihood = weight * exp(Self.logLikelihood(node, answers, fit))
                mass += likelihood
                first += likelihood * node
                second += likelihood * node * node
            }
            let mean = first / mass
            let deviation = (second / mass - mean * mean).squareRoot()
            let start = Belief<Double>(mean: [0], covariance: .identity(1))
            var sequence = start
            for (j, y) in answers.enumerated() {
                sequence.update(along: [fit.a[j]], easiness: fit.d[j], evidence: ScoreEvidence(score: y, trials: 1))
            }
            worst.sequence = max(worst.sequence, abs(sequence.mean[0] - mean))
            worst.deviation = max(worst.deviation, abs(sequence.covariance[0, 0].squareRoot() - deviation))
            var block = start
            try block.update(
                along: try Matrix(rows: 5, columns: 1, elements: fit.a), easiness: fit.d,
                evidence: answers.map { ScoreEvidence(score: $0, trials: 1) })
            worst.block = max(worst.block, abs(block.mean[0] - mean))
            // The first answer alone has no approximation but the quadrature.
            var one = start
            one.update(along: [fit.a[0]], easiness: fit.d[0], evidence: ScoreEvidence(score: answers[0], trials: 1))
            let exact = NormalOracle.moments(peak: 0, deviation: 1) {
                Self.logLikelihood($0, [answers[0]], fit) - $0 * $0 / 2
            }
            worst.once = max(
                worst.once, abs(one.mean[0] - exact.mean), abs(one.covariance[0, 0] - exact.variance))
        }
        #expect(worst.once < 1e-9)
        #expect(worst.sequence < 0.05)
        #expect(worst.deviation < 0.05)
        #expect(worst.block < 0.1)
    }
}
