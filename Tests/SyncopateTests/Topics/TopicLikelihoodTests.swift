import RealModule
import Testing

@testable import Syncopate

struct TopicLikelihoodTests {
    /// Dense covariances with scipy 1.x: `multivariate_normal(0, diag(1/w) + .6 + .25 same topic).logpdf(z)` less that of
    /// `diag(1/w)` alone, cells without a score left out.
    @Test func itIsTheDenseNormalDensity() {
        let precisions = [2.0, 1.5, 0, 3, 1, 0.8, 2.5, 1.2, 0.5, 2]
        let responses = [0.5, -0.3, 0, 1.1, -0.7, -0.2, 0.4, 0.9, -1.3, 0.1]
        let likelihood = TopicLikelihood(
            precisions: precisions, evidence: zip(precisions, responses).map { $0 * $1 }, learners: 2, columns: 5,
            abilityVariance: 0.6, deviation: 0.5)
        let found = likelihood.perLearner([0, 0, 1, 1, 2])
        #expect(abs(found[0] - -0.2863567926604862) < 1e-12)
        #expect(abs(found[1] - -1.1865014347357192) < 1e-12)
        #expect(abs(likelihood.value([7, 7, 2, 2, 0]) - found[0] - found[1]) < 1e-12)
    }

    @Test func withoutDeviationTopicsDoNotMatter() {
        let likelihood = TopicLikelihood(
            precisions: [1, 2, 3], evidence: [0.5, -1, 0.3], learners: 1, columns: 3, abilityVariance: 0.6, deviation: 0
        )
        #expect(abs(likelihood.value([0, 0, 1]) - likelihood.value([0, 1, 2])) < 1e-12)
    }

    /// The sampler's steps add up to the likelihood it draws from: of two columns of two anchors' topics, one is drawn with
    /// the odds of the two values.
    @Test func theSamplerDrawsFromThePosterior() {
        let likelihood = TopicLikelihood(
            precisions: [2, 2, 2, 3, 1, 2], evidence: [1, -1, 1.5, 2, -0.5, 1], learners: 2, columns: 3,
            abilityVariance: 0.6, deviation: 0.7)
        let sampler = TopicSampler(
            likelihoods: [likelihood], blocks: [[0], [1], [2]], anchored: 2, neighbourPull: 0, newTopic: 0)
        let draws = sampler.run(sweeps: 20_000, burnIn: 10, seed: 3).assignments
        let values = [[0, 1, 0], [0, 1, 1], [0, 1, 2]]
        let weights = values.map { Double.exp(likelihood.value($0)) }
        for (value, weight) in zip(values, weights) {
            let share = Double(draws.count { $0 == value }) / Double(draws.count)
            #expect(abs(share - weight / weights.reduce(0, +)) < 0.015)
        }
    }
}
