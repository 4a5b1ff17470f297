import Syncopate
import Testing

@testable import SyncopateStudents

/// Against pyBKT 1.4.3 (Badrinath, Wang & Pardos 2021): `predict_onestep.run` and `EM_fit.EM_fit` with a tolerance of
/// 1e-11 from six starts, all of which end at the same parameters. Its predictions are those before the response.
struct KnowledgeTracingTests {
    /// Sixty learners, 8 to 12 tries each, 600 in all of which 380 are right.
    private static func sequences() -> [[Bool]] {
        var draws = RivalLog.Draws(x: 1)
        return (0..<60).map { learner in
            var known = draws.next() % 100 < 30
            return (0..<(8 + learner % 5)).map { _ in
                let draw = draws.next() % 100
                let right = known ? draw >= 15 : draw < 20
                if !known, draws.next() % 100 < 15 { known = true }
                return right
            }
        }
    }

    private static func log() -> ResponseLog {
        RivalLog.log(
            sequences().enumerated().flatMap { learner, outcomes in
                outcomes.map {
                    RivalLog.Row(learner: "l\(learner)", item: "x", skills: ["s"], score: $0 ? 1 : 0)
                }
            })
    }

    @Test func theDataAreTheSame() {
        let outcomes = Self.sequences().joined()
        #expect(outcomes.count == 600 && outcomes.filter { $0 }.count == 380)
    }

    @Test func predictionsAreThoseOfPyBKT() {
        let parameters = KnowledgeTracingParameters(prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1)
        let predictions = BayesianKnowledgeTracing(parameters: ["s": parameters]).predictions(Self.log())
        let reference = [
            0.41000000000000003, 0.3352542372881356, 0.6136299292214358, 0.8206640522014237, 0.8835656123969621,
            0.804019905114576, 0.8797062037559917, 0.7852826839221729, 0.41000000000000003, 0.3352542372881356,
            0.32229474757776644, 0.32033860554711135,
        ]
        for (value, expected) in zip(predictions, reference) { #expect(abs(value - expected) < 1e-13) }
        #expect(abs(predictions[599] - 0.8100511078033019) < 1e-13)
        #expect(abs(predictions.reduce(0, +) - 380.1299419248289) < 1e-9)
        #expect(abs(predictions.reduce(0) { $0 + $1 * $1 } - 275.549602314776) < 1e-9)
    }

    @Test func theFitIsThatOfPyBKT() {
        var fitter = KnowledgeTracingFitter()
        fitter.pseudocount = 0
        fitter.tolerance = 1e-11
        fitter.passes = 5_000
        for sequence in Self.sequences() { fitter.append(sequence) }
        let fit = fitter.fit()
        #expect(abs(fit.logLikelihood - -316.68052754763) < 1e-8)
        #expect(abs(fit.parameters.prior - 0.198267) < 2e-6)
        #expect(abs(fit.parameters.learn - 0.184071) < 2e-6)
        #expect(abs(fit.parameters.guess - 0.203777) < 2e-6)
        #expect(abs(fit.parameters.slip - 0.108575) < 2e-6)

        // The usual settings come as near as predictions can tell.
        let usual = BayesianKnowledgeTracing(fitting: Self.log(), pseudocount: 0)
        let exact = BayesianKnowledgeTracing(parameters: ["s": fit.parameters])
        for (one, other) in zip(usual.predictions(Self.log()), exact.predictions(Self.log())) {
            #expect(abs(one - other) < 2e-3)
        }
    }

    /// No pass of maximum likelihood loses any of it.
    @Test func likelihoodNeverFalls() {
        var fitter = KnowledgeTracingFitter()
        for sequence in Self.sequences() { fitter.append(sequence) }
        var workspace = KnowledgeTracingFitter.Workspace(longest: 12)
        for start in KnowledgeTracingFitter.starts {
            var parameters = start
            var last = -Double.infinity
            for _ in 0..<40 {
                let (sums, logLikelihood) = fitter.expectations(parameters, &workspace)
                #expect(logLikelihood >= last - 1e-9)
                last = logLikelihood
                parameters = sums.parameters(pseudocount: 0, otherwise: parameters)
            }
        }
    }

    /// A hundred thousand factors do not underflow: the log-likelihood of a coin.
    @Test func longSequencesHaveALikelihood() {
        var fitter = KnowledgeTracingFitter()
        fitter.append((0..<100_000).map { $0 % 2 == 0 })
        var workspace = KnowledgeTracingFitter.Workspace(longest: 100_000)
        let coin = KnowledgeTracingParameters(prior: 0.5, learn: 0.1, guess: 0.5, slip: 0.5)
        #expect(abs(fitter.expectations(coin, &workspace).logLikelihood - -69_314.71805599453) < 1e-6)
    }

    @Test func severalSkillsAreAveragedAndAllPractised() {
        let rival = BayesianKnowledgeTracing(parameters: [
            "s": KnowledgeTracingParameters(prior: 0.5, learn: 0, guess: 0.2, slip: 0.2),
            "t": KnowledgeTracingParameters(prior: 1, learn: 0, guess: 0.5, slip: 0.1),
        ])
        let predictions = rival.predictions(
            RivalLog.log([
                RivalLog.Row(learner: "a", item: "x", skills: ["s", "t"], score: 0.6),
                RivalLog.Row(learner: "a", item: "y", skills: ["s"], score: 0.4),
                RivalLog.Row(learner: "a", item: "y", skills: ["s"], score: 1),
            ]))
        // Evens known: (.5 + .9) / 2; then .4 / .5 = .8 known and .68 right; then back to evens.
        for (value, expected) in zip(predictions, [0.7, 0.68, 0.5]) { #expect(abs(value - expected) < 1e-12) }
    }

    @Test func impossibleOutcomesSayNothing() {
        let sure = KnowledgeTracingParameters(prior: 1, learn: 0, guess: 0, slip: 0)
        #expect(sure.known(1, afterRight: false) == 1)
        #expect(sure.known(0, afterRight: true) == 0)
    }

    /// The mean of the fitted skills, by their tries, is what a new skill gets; one that never occurs is as good as new.
    @Test func newSkillsGetTheMean() {
        let rival = BayesianKnowledgeTracing(fitting: RivalLog.log(RivalLog.practice()))
        let known = ["s0", "s1", "s2"].map { rival.parameters(ofSkill: $0).prior }
        let new = rival.parameters(ofSkill: "new").prior
        #expect(new > known.min() ?? 1 && new < known.max() ?? 0)
    }
}
