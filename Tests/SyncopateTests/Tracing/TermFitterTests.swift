import Foundation
import TestSupport
import Testing

@testable import Syncopate

struct TermFitterTests {
    /// A fitter on a small log with coefficients, beliefs and factors drawn by lot, and one learner left out.
    private static func fitter(seed: UInt64, random: Bool = true, graded: Bool = false) -> TermFitter {
        var generator = TestSupport.SeededGenerator(seed: seed)
        let log = TracingLog.log(TracingLog.simulated(learners: 6, length: 14, seed: seed, graded: graded))
        let terms = ContextTerm.standard
        let design = TracingDesign(log, terms: terms)
        let included = log.learners.indices.map { $0 != 2 }
        var fitter = TermFitter(design: design, terms: terms, included: included, workers: .one)
        fitter.belief = (0..<log.count).map { _ in 0.7 * generator.normal() }
        fitter.kappa = (0..<log.count).map { _ in 0.6 + 0.4 * generator.uniform() }
        if random {
            fitter.coefficients = fitter.coefficients.map { $0.map { _ in 0.2 * generator.normal() } }
            fitter.variances = fitter.variances.map { _ in 0.05 + generator.uniform() }
        }
        fitter.rebuildLinear()
        return fitter
    }

    @Test(arguments: [false, true]) func theGradientIsTheSlopeOfTheObjective(graded: Bool) {
        var fitter = Self.fitter(seed: 1, graded: graded)
        let width = 1e-4
        for term in fitter.terms.indices {
            let gradient = fitter.objective(gradientOf: term).gradient
            #expect(gradient.count == fitter.coefficients[term].count)
            // A few places of each term: the first, the last, and one between.
            for place in Set([0, gradient.count / 2, gradient.count - 1]) {
                let here = fitter.coefficients[term][place]
                fitter.coefficients[term][place] = here + width
                let above = fitter.objective(gradientOf: term).value
                fitter.coefficients[term][place] = here - width
                let below = fitter.objective(gradientOf: term).value
                fitter.coefficients[term][place] = here
                let slope = (above - below) / (2 * width)
                // Third derivatives of up to 300 times width^2 / 6, and roundings of 1e-14 over the width.
                #expect(
                    abs(slope - gradient[place]) < 1e-6 * max(1, abs(slope)),
                    "\(fitter.terms[term].name) at \(place): \(slope) and \(gradient[place])")
            }
        }
    }

    /// The value itself, written out from what the terms add up to.
    @Test func theObjectiveIsThePenalisedLikelihoodOfThoseIncluded() {
        var fitter = Self.fitter(seed: 2)
        var value = 0.0
        for learner in fitter.included.indices where fitter.included[learner] {
            for index in fitter.design.log.responses(ofLearner: learner) {
                var sum = fitter.belief[index]
                for term in fitter.terms.indices { sum += fitter.contribution(of: term)[index] }
                let p = 1 / (1 + exp(-fitter.kappa[index] * sum))
                let y = fitter.design.log.score[index]
                value += y * log(p) + (1 - y) * log(1 - p)
            }
        }
        for term in fitter.terms.indices {
            for coefficient in fitter.coefficients[term] {
                value -= coefficient * coefficient / (2 * fitter.variances[term])
            }
        }
        let objective = fitter.objective(gradientOf: 0).value
        #expect(abs(value - objective) < 1e-9)
    }

    @Test(arguments: [3, 4, 5] as [UInt64]) func noSweepMakesTheObjectiveWorse(seed: UInt64) {
        var fitter = Self.fitter(seed: seed, graded: seed == 4)
        let start = fitter.objective(gradientOf: 0).value
        var last = start
        for sweep in 0..<12 {
            fitter.fit(sweeps: 1, estimatingVariances: false)
            let value = fitter.objective(gradientOf: 0).value
            #expect(value >= last - 1e-10, "sweep \(sweep): \(last) to \(value)")
            last = value
        }
        #expect(last > start + 1)
    }

    @Test func manySweepsEndWhereTheGradientIsZero() {
        var fitter = Self.fitter(seed: 6, random: false)
        var before = 0.0
        for term in fitter.terms.indices {
            before = max(before, fitter.objective(gradientOf: term).gradient.map(abs).max() ?? 0)
        }
        fitter.fit(sweeps: 400, estimatingVariances: false)
        for term in fitter.terms.indices {
            let largest = fitter.objective(gradientOf: term).gradient.map(abs).max() ?? 0
            #expect(largest < 1e-4 * before, "\(fitter.terms[term].name): \(largest) of \(before)")
        }
    }

    @Test func whatNobodyIncludedDidStaysZero() {
        var fitter = Self.fitter(seed: 7, random: false)
        fitter.fit(sweeps: 4)
        let log = fitter.design.log
        var zeros = 0
        for term in fitter.terms.indices {
            guard let key = fitter.design.keys.firstIndex(of: fitter.terms[term].key) else { continue }
            var seen = Set<Int32>()
            for learner in fitter.included.indices where fitter.included[learner] {
                for index in log.responses(ofLearner: learner) { seen.insert(fitter.design.places[key][index]) }
            }
            for place in fitter.coefficients[term].indices where !seen.contains(Int32(place)) {
                #expect(fitter.coefficients[term][place] == 0)
                zeros += 1
            }
        }
        #expect(zeros > 0)
    }

    @Test func variancesAreEstimatedAndStayInTheirRange() {
        var held = Self.fitter(seed: 8, random: false)
        var free = held
        held.fit(sweeps: 5, estimatingVariances: false)
        free.fit(sweeps: 5)
        #expect(held.variances == Self.fitter(seed: 8, random: false).variances)
        for term in free.terms.indices {
            #expect((1e-4...TermFitter.weightVariance).contains(free.variances[term]))
            #expect((free.variances[term] == held.variances[term]) == free.terms[term].isWeight)
        }
    }
}
