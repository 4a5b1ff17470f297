import Foundation
import Matrices
import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate

struct LearnerSolverTests {
    /// A class on a few skills with items of one to three of them, and a model made up for it.
    private struct World {
        var gradebook: Gradebook
        var design: ResponseDesign
        var model: ClassModel

        init(
            learners: Int, items: Int, skills: Int, variance: Double, trials: ClosedRange<Double>, seed: UInt64,
            score: (inout TestSupport.SeededGenerator) -> Double
        ) {
            var generator = TestSupport.SeededGenerator(seed: seed)
            let list = (0..<items).map { j in
                Item(
                    id: padded("I", j, 4), title: "Task",
                    skills: (0...(j % min(3, skills))).map {
                        SkillWeight(skill: "s\((j + $0) % skills)", weight: 0.5 + generator.uniform())
                    })
            }
            var rows: [[Mark]] = []
            for _ in 0..<learners {
                rows.append((0..<items).map { _ in generator.uniform() < 0.8 ? .score(score(&generator)) : .absent })
            }
            gradebook = book(rows, items: list)
            let profiles = gradebook.items.map { _ in
                ItemProfile(role: .evidence, phase: .past, phaseIsStated: false, scored: 1, asked: 1, meanScore: 0.5)
            }
            design = ResponseDesign(gradebook: gradebook, profiles: profiles)
            let size = design.skills.count
            model = ClassModel(skills: size, directions: design.directions.count, items: items, trials: 1)
            let covariance = DenseOracle.covariance(size, scale: variance) { generator.normal() }
            for a in 0..<size {
                model.mean[a] = 0.5 * generator.normal()
                for b in 0..<size { model.covariance[a, b] = covariance[max(a, b)][min(a, b)] }
            }
            for j in 0..<items {
                model.easiness[j] = 0.5 * generator.normal()
                model.trials[j] = trials.lowerBound + (trials.upperBound - trials.lowerBound) * generator.uniform()
            }
            model.projectCovariance(onto: design.directions)
        }

        func dense(_ direction: [(skill: Int, weight: Double)]) -> [Double] {
            var row = [Double](repeating: 0, count: design.skills.count)
            for (skill, weight) in direction { row[skill] += weight }
            return row
        }

        /// The block update of the whole belief, which has its own oracle.
        func block(_ learner: Int) throws -> Belief<Double> {
            let observations = design.observations(of: learner)
            var belief = Belief(mean: model.mean, covariance: model.covariance)
            let rows = observations.map { dense(design.directions[design.directionOfItem[Int(design.items[$0])]]) }
            try belief.update(
                along: try Matrix(rows: rows.count, columns: design.skills.count, elements: rows.flatMap { $0 }),
                easiness: observations.map { model.easiness[Int(design.items[$0])] },
                evidence: observations.map {
                    ScoreEvidence(score: design.scores[$0], trials: model.trials[Int(design.items[$0])])
                })
            return belief
        }

        /// Largest differences of a mean, and of a variance along a direction relative to the prior's.
        func worst<Scalar: MatrixScalar>(_: Scalar.Type = Double.self) throws -> (mean: Double, variance: Double) {
            var solver = LearnerSolver<Scalar>(design: design, surpriseLimit: .infinity)
            solver.adopt(model)
            var variances = [Double](repeating: 0, count: design.directions.count)
            var worst = (mean: 0.0, variance: 0.0)
            for learner in gradebook.learners.indices {
                try solver.solve(learner: learner, model: model, steps: 40)
                try solver.refresh(learner: learner, model: model)
                solver.variances(model: model, into: &variances)
                let belief = try block(learner)
                for k in belief.mean.indices { worst.mean = max(worst.mean, abs(solver.skills[k] - belief.mean[k])) }
                for (d, direction) in design.directions.enumerated() {
                    let odds = belief.logOdds(along: dense(direction), easiness: 0)
                    let before = model.directionCovariance[d, d]
                    worst.variance = max(worst.variance, abs(variances[d] - odds.variance) / before)
                }
            }
            return worst
        }
    }

    /// Scores of the middle: no weight is at its floor, so both have the same mode.
    @Test(arguments: [1, 2, 6], 0..<4 as Range<UInt64>)
    func withoutSurprisesItIsTheBlockUpdate(skills: Int, seed: UInt64) throws {
        let world = World(learners: 12, items: 20, skills: skills, variance: 0.8, trials: 1...12, seed: seed) {
            0.2 + 0.6 * $0.uniform()
        }
        let worst = try world.worst()
        #expect(worst.mean < 1e-4, "\(worst)")
        // The factor of so small a class is renewed at the last point, a step of 1e-5 logits from the mode.
        #expect(worst.variance < 1e-4, "\(worst)")
        // Single precision is for variances; means are the same.
        let single = try world.worst(Float.self)
        #expect(single.mean == worst.mean && abs(single.variance - worst.variance) < 1e-5)
    }

    /// Nothing or everything, many questions, wide priors: steps without a search must still arrive. The floor under
    /// the weights slows them down and does not move the mode. At a variance of 8, more than any class has shown, forty
    /// steps of at most a logit may end a hundredth of a logit short; the posterior's deviation is above one there.
    @Test(arguments: [0.5, 2, 8], 0..<6 as Range<UInt64>)
    func extremeScoresConverge(variance: Double, seed: UInt64) throws {
        let world = World(learners: 12, items: 20, skills: 6, variance: variance, trials: 1...100, seed: seed) {
            Double($0.next() % 2)
        }
        let worst = try world.worst()
        #expect(worst.mean < (variance < 8 ? 1e-4 : 0.03), "\(worst)")
    }

    @Test(arguments: [0.0, 1.0], [0.5, 2, 8])
    func allTheSameConverges(score: Double, variance: Double) throws {
        let world = World(learners: 6, items: 30, skills: 5, variance: variance, trials: 20...100, seed: 9) { _ in score
        }
        let worst = try world.worst()
        #expect(worst.mean < (variance < 8 ? 1e-4 : 0.03), "\(worst)")
    }

    /// A learner without scores is the prior, exactly.
    @Test func withoutScoresItIsThePrior() throws {
        let world = World(learners: 3, items: 6, skills: 2, variance: 1, trials: 1...2, seed: 1) { $0.uniform() }
        let empty = book([[]], items: world.gradebook.items)
        let profiles = empty.items.map { _ in
            ItemProfile(role: .evidence, phase: .past, phaseIsStated: false, scored: 1, asked: 1, meanScore: 0.5)
        }
        let design = ResponseDesign(gradebook: empty, profiles: profiles)
        var solver = LearnerSolver<Double>(design: design, surpriseLimit: 2)
        solver.adopt(world.model)
        try solver.solve(learner: 0, model: world.model, steps: 40)
        var variances = [Double](repeating: 0, count: design.directions.count)
        solver.variances(model: world.model, into: &variances)
        #expect(solver.skills == world.model.mean)
        for d in design.directions.indices { #expect(variances[d] == world.model.directionCovariance[d, d]) }
    }

    /// One forgotten upload among good work lowers the belief less than it would as a score like the others.
    @Test func aSurpriseCountsForLess() throws {
        var count = 0
        let world = World(learners: 1, items: 20, skills: 1, variance: 1, trials: 10...10, seed: 2) { _ in
            count += 1
            return count == 5 ? 0 : 0.9
        }
        func skill(_ limit: Double) throws -> Double {
            var solver = LearnerSolver<Double>(design: world.design, surpriseLimit: limit)
            solver.adopt(world.model)
            try solver.solve(learner: 0, model: world.model, steps: 40)
            return solver.skills[0]
        }
        #expect(try skill(2) > skill(.infinity) + 0.05)
    }

    /// A point of the surprise-limited estimate satisfies its own equation, `theta = mean + V A' r(theta)` with the
    /// residuals of Huber's weights, written out here.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func withSurprisesItIsAFixedPoint(seed: UInt64) throws {
        let world = World(learners: 10, items: 20, skills: 4, variance: 1, trials: 4...40, seed: seed) {
            $0.uniform() < 0.15 ? 0 : 0.4 + 0.6 * $0.uniform()
        }
        let limit = 2.0
        var solver = LearnerSolver<Double>(design: world.design, surpriseLimit: limit)
        solver.adopt(world.model)
        var worst = 0.0
        for learner in world.gradebook.learners.indices {
            try solver.solve(learner: learner, model: world.model, steps: 200)
            var next = world.model.mean
            for observation in world.design.observations(of: learner) {
                let item = Int(world.design.items[observation])
                let row = world.dense(world.design.directions[world.design.directionOfItem[item]])
                let eta = world.model.easiness[item] + DenseOracle.dot(row, solver.skills)
                let p = 1 / (1 + exp(-eta))
                let residual = world.design.scores[observation] - p
                let surprise = abs(residual) * (world.model.trials[item] / max(p * (1 - p), 0.01)).squareRoot()
                let pull = world.model.trials[item] * min(1, limit / surprise) * residual
                for k in next.indices {
                    for l in row.indices { next[k] += world.model.covariance[k, l] * row[l] * pull }
                }
            }
            for k in next.indices { worst = max(worst, abs(next[k] - solver.skills[k])) }
        }
        // The map magnifies a distance from its fixed point by up to 1 + trials x variance, here about 300.
        #expect(worst < 1e-2)
    }
}
