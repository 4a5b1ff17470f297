import Foundation
import Testing

@testable import Syncopate

/// What a score that cannot be relied on says.
struct CertaintyTests {
    private func recommender(_ goals: [Goal] = []) throws -> Recommender {
        Recommender(
            catalogue: try Catalogue(
                skills: [Skill(id: "s", title: "")],
                items: [Item(id: "a", title: "", skills: [SkillWeight(skill: "s")])], goals: goals))
    }

    /// Bayes' rule with the likelihood to the power of .5, by hand: .2 known by .9 right and .8 unknown by .2; then of the
    /// unknown the paces learn 0, .65, 1.3 and 2 times .15.
    @Test func halfCertainIsTheSquareRootOfTheLikelihood() throws {
        let recommender = try recommender()
        var state = recommender.newLearner
        recommender.observe(item: 0, score: 1, certainty: 0.5, at: 0, &state)
        let known = 0.2 * 0.9.squareRoot() / (0.2 * 0.9.squareRoot() + 0.8 * 0.2.squareRoot())
        let pace = 0.39 * 0.65 + 0.39 * 1.3 + 0.2 * 2
        #expect(abs(state.knowledge.known[0] - (known + (1 - known) * 0.15 * pace)) < 1e-12)
    }

    /// Nothing is learnt of the learner, and the attempt teaches all the same: whatever the score.
    @Test func withoutCertaintyAScoreSaysNothing() throws {
        for goals in [[], [Goal(id: "r", purpose: .remember)], [Goal(id: "t", purpose: .measure)]] {
            let recommender = try recommender(goals)
            var right = recommender.newLearner
            var wrong = right
            for answer in 0..<6 {
                let time = Double(answer) * 100_000
                recommender.observe(item: 0, score: 1, certainty: 0, at: time, &right)
                recommender.observe(item: 0, score: 0, certainty: 0, at: time, &wrong)
            }
            #expect(right.knowledge == wrong.knowledge)
            #expect(right.growth == wrong.growth)
            #expect(right.growthEvidence == 0)
            #expect(right.memory == wrong.memory)
            #expect(right.ability == recommender.newLearner.ability)
            #expect(right.growth[0].attempts == 6)
            #expect(right.items[0]?.best == 1)
            // Learnt: each attempt leaves .8525 of what was unknown at first, as the mean of the paces has it.
            #expect(right.knowledge.known[0] > 0.4)
        }
    }

    /// Between nothing and all there are no jumps, and more certainty moves a belief further.
    @Test func moreCertaintyMovesABeliefFurther() throws {
        let recommender = try recommender([Goal(id: "t", purpose: .measure), Goal(id: "m")])
        var last = (known: 0.0, ability: -1.0)
        for step in 0...20 {
            var state = recommender.newLearner
            recommender.observe(item: 0, score: 1, certainty: Double(step) / 20, at: 0, &state)
            let ability = try #require(state.ability).mean[0]
            #expect(state.knowledge.known[0] > last.known && ability > last.ability)
            if step > 0 { #expect(state.knowledge.known[0] < last.known + 0.05) }
            last = (state.knowledge.known[0], ability)
        }
    }

    @Test func certaintiesAreHeldToTheirRange() throws {
        let recommender = try recommender()
        func known(_ certainty: Double) -> Double {
            var state = recommender.newLearner
            recommender.observe(item: 0, score: 1, certainty: certainty, at: 0, &state)
            return state.knowledge.known[0]
        }
        #expect(
            known(7) == known(1) && known(.nan) == known(1) && known(-1) == known(0) && known(.infinity) == known(1))
    }

    /// Something of the host's own is learnt from as an item of the same skills and difficulty would be.
    @Test func ownItemsTeachAsThoseOfTheCatalogue() throws {
        var draw = SeededGenerator(seed: 31)
        let catalogue = try InventedPractice.catalogue(&draw)
        let recommender = Recommender(catalogue: catalogue)
        var (one, other) = (recommender.newLearner, recommender.newLearner)
        for answer in InventedPractice.answers(&draw, items: catalogue.items.count, count: 60)
        where catalogue.items[answer.item].kind == .work {
            recommender.observe(
                item: answer.item, score: answer.score, certainty: answer.certainty, at: answer.at, &one)
            // Proportions alone count.
            let skills = catalogue.itemSkills[answer.item].map {
                PrerequisiteGraph.Edge(skill: $0.skill, weight: $0.weight * 3)
            }
            recommender.observe(
                skills: skills, difficulty: catalogue.items[answer.item].difficulty ?? 0, score: answer.score,
                certainty: answer.certainty, at: answer.at, &other)
        }
        for skill in catalogue.skills.indices {
            #expect(abs(one.knowledge.known[skill] - other.knowledge.known[skill]) < 1e-9)
        }
        #expect(other.items.isEmpty && other.last == one.last)
        let before = other
        for skills in [[], [.init(skill: 99, weight: 1)], [.init(skill: -1, weight: 1)], [.init(skill: 0, weight: -1)]]
            as [[PrerequisiteGraph.Edge]]
        {
            recommender.observe(skills: skills, score: 1, at: other.last + 1, &other)
        }
        #expect(other == before)
        recommender.observe(
            skills: [.init(skill: 0, weight: 1), .init(skill: 0, weight: 1)], difficulty: .nan, score: 1,
            at: other.last + 1, &other)
        #expect(other.knowledge.known[0].isFinite && other.knowledge.attempts[0] == before.knowledge.attempts[0] + 1)
    }
}
