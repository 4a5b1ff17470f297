import Foundation
import Testing

@testable import Syncopate

/// Skills that grow bit by bit, held to Bayes' rule written out and to students of both kinds.
struct GrowthModelTests {
    private static let model = GrowthModel(
        nominal: [NominalParameters(), NominalParameters(guess: 0.3, learn: 0.4)], hasPrerequisites: false)

    /// Every case of start and pace with its prior, in another order and by other means than the model's.
    private func cases(_ level: Double, _ learn: Double) -> [(start: Double, rate: Double, weight: Double)] {
        var all: [(start: Double, rate: Double, weight: Double)] = []
        for (pace, share) in [(2.4, 0.15), (1.2, 0.35), (0.6, 0.3), (0.2, 0.2)] {
            for step in stride(from: 5, through: -5, by: -1) {
                let start = 0.6 * Double(step)
                all.append((level + start, learn * pace, share * exp(-start * start / 2)))
            }
        }
        return all
    }

    @Test(arguments: [0.0, 1.3, -2]) func oneSkillIsBayesRule(_ difficulty: Double) {
        let scores = [0.0, 0, 1, 0.5, 1, 1, 0, 1]
        var beliefs = Self.model.prior
        // .2 known by .9 and .8 unknown by .2.
        var left = cases(log(0.34 / 0.66), 0.15)
        for (attempt, score) in scores.enumerated() {
            func success(_ one: (start: Double, rate: Double, weight: Double)) -> Double {
                1 / (1 + exp(difficulty - one.start - one.rate * Double(attempt)))
            }
            let total = left.reduce(0) { $0 + $1.weight }
            let expected = left.reduce(0) { $0 + $1.weight * success($1) } / total
            #expect(abs(Self.model.success(0, difficulty: difficulty, beliefs) - expected) < 1e-9)
            let likelihood = Self.model.observe(
                [PrerequisiteGraph.Edge(skill: 0, weight: 1)], difficulty: difficulty, score: score, &beliefs)
            #expect(abs(likelihood - (score * expected + (1 - score) * (1 - expected))) < 1e-9)
            for place in left.indices {
                let p = success(left[place])
                left[place].weight *= score * p + (1 - score) * (1 - p)
            }
        }
        let threshold = log(0.7 / 0.3)
        let total = left.reduce(0) { $0 + $1.weight }
        let there = left.filter { $0.start + 8 * $0.rate >= threshold }.reduce(0) { $0 + $1.weight } / total
        let standing = Self.model.standing(of: 0, threshold: threshold, beliefs)
        #expect(abs(standing.there - there) < 1e-9)
        #expect(beliefs[1] == Self.model.prior[1] && beliefs.shares(1) == GrowthModel.prior)
    }

    /// With one case left the attempts to go are the gap over the rate.
    @Test func attemptsToGoAreTheGapOverTheRate() {
        var belief = Self.model.prior
        // Two steps above the nominal level, a pace of 1.2.
        let shares = (0..<GrowthModel.cases).map { $0 == 7 * 4 + 2 ? 1.0 : 0 }
        Self.model.restore(0, &belief, shares: shares, attempts: 3)
        let level = log(0.34 / 0.66) + 1.2 + 0.15 * 1.2 * 3
        let standing = Self.model.standing(of: 0, threshold: level + 0.9, belief)
        #expect(standing.there == 0)
        #expect(abs(standing.attempts - 0.9 / (0.15 * 1.2)) < 1e-9)
        #expect(Self.model.standing(of: 0, threshold: level - 0.1, belief).there == 1)
    }

    @Test func beliefsStayProbabilities() {
        var generator = SeededGenerator(seed: 5)
        for difficulty in [-100.0, -3, 0, 3, 100] {
            var beliefs = Self.model.prior
            for _ in 0..<200 {
                let weight = generator.uniform()
                let likelihood = Self.model.observe(
                    [.init(skill: 0, weight: weight), .init(skill: 1, weight: 1 - weight)], difficulty: difficulty,
                    score: Double(generator.next() % 3) / 2, &beliefs)
                #expect((0...1).contains(likelihood))
            }
            for skill in 0..<2 {
                #expect(abs(beliefs.shares(skill).reduce(0, +) - 1) < 1e-9)
                #expect(beliefs.shares(skill).allSatisfy { $0 >= 0 })
            }
        }
    }

    /// The account that is true is the one believed, on students of a plain loop who are of no model's making.
    @Test(arguments: [false, true]) func answersSayWhichAccountIsTrue(_ grows: Bool) throws {
        let skills = (0..<12).map { Skill(id: "s\($0)", title: "") }
        let items = skills.map { Item(id: "i\($0.id)", title: "", skills: [SkillWeight(skill: $0.id)]) }
        let recommender = Recommender(catalogue: try Catalogue(skills: skills, items: items))
        var generator = SeededGenerator(seed: 11)
        var right = 0
        for _ in 0..<20 {
            var state = recommender.newLearner
            for skill in 0..<12 {
                var level = -1 + 0.5 * generator.normal()
                var known = false
                for attempt in 0..<25 {
                    let p = grows ? 1 / (1 + exp(-level)) : known ? 0.9 : 0.2
                    recommender.observe(
                        item: skill, score: generator.uniform() < p ? 1 : 0, at: Double(attempt), &state)
                    level += 0.12
                    if generator.uniform() < 0.12 { known = true }
                }
            }
            let growth = SkillStandings.growth(state, recommender)
            if grows == (growth > 0.5) { right += 1 }
        }
        #expect(right >= 18)
    }

    /// Whoever states prerequisites speaks of steps that are known or not.
    @Test func prerequisitesSpeakForKnownOrNot() {
        let with = GrowthModel(nominal: [], hasPrerequisites: true)
        #expect(with.priorLogOdds < Self.model.priorLogOdds)
    }
}
