import Foundation
import Testing

@testable import Syncopate

/// How far the chance of success may be off, held to drawing what is believed.
struct SuccessDeviationTests {
    @Test(arguments: [0, 2, 3]) func itIsThatOfManyDraws(_ place: Int) throws {
        var draw = SeededGenerator(seed: 900 + UInt64(place))
        let catalogue = try InventedPractice.catalogue(&draw, goals: InventedPractice.goals[place])
        let recommender = Recommender(catalogue: catalogue)
        var state = InventedPractice.learner(recommender, &draw, count: 25)
        // So that both accounts count.
        state.growthEvidence = 4
        let advice = recommender.advise(state, at: state.last + 100_000, limit: 4)
        #expect(!advice.choices.isEmpty)
        let situation = recommender.situation(of: state, learner: "", at: state.last + 100_000, exposures: nil)
        let share = situation.standings.growth
        #expect(share > 0.2 && share < 0.8)
        for choice in advice.choices {
            let difficulty = catalogue.items[choice.item].difficulty ?? 0
            var sum = 0.0
            var squares = 0.0
            let draws = 20_000
            for _ in 0..<draws {
                let grows = draw.uniform() < share
                var chance = 0.0
                for edge in catalogue.itemSkills[choice.item] {
                    let chances = recommender.knowledge.chances(ofSkill: edge.skill, difficulty: difficulty)
                    let isKept =
                        situation.targets.remembering[edge.skill] > 0 && !state.memory.isEmpty(edge.skill)
                    if grows, !isKept {
                        var lot = draw.uniform()
                        let belief = state.growth[edge.skill]
                        let at = state.growth.shares(edge.skill).firstIndex {
                            lot -= $0
                            return lot < 0
                        }
                        let level = recommender.growth.level(edge.skill, at ?? 43, attempts: belief.attempts)
                        chance += edge.weight / (1 + exp(difficulty - level))
                    } else {
                        let had = situation.state.knowledge.known[edge.skill]
                        let known = isKept ? situation.recall[edge.skill] : had
                        // What is remembered spreads as far as the wider of recall and of having the skill.
                        let spread = known * (1 - known)
                        let stretch = spread > 0 ? (max(spread, had * (1 - had)) / spread).squareRoot() : 1
                        let drawn = known + ((draw.uniform() < known ? 1 : 0) - known) * stretch
                        chance += edge.weight * (chances.without + drawn * (chances.with - chances.without))
                    }
                }
                sum += chance
                squares += chance * chance
            }
            let mean = sum / Double(draws)
            let deviation = (squares / Double(draws) - mean * mean).squareRoot()
            // Five standard errors of a standard deviation of something within 0...1 is at most .018.
            #expect(abs(deviation - choice.successDeviation) < 0.018)
        }
    }

    /// A skill known for certain or not at all has a chance that is known; one half in between is furthest off.
    @Test func itIsSmallWhereThingsAreSettled() throws {
        let recommender = Recommender(
            catalogue: try Catalogue(
                skills: [Skill(id: "s", title: "")],
                items: [Item(id: "a", title: "", skills: [SkillWeight(skill: "s")])]))
        var state = recommender.newLearner
        state.growthEvidence = -30
        for (known, expected) in [(1e-6, 0.0), (0.5, 0.35), (1, 0)] {
            state.knowledge.setKnown(0, known)
            let mastery = recommender.mastery(state, at: 0)
            // .7 between having it and not, times the deviation of a coin of that chance.
            #expect(abs(mastery.deviation[0] - expected) < 0.001)
            #expect(mastery.known == mastery.recall)
        }
    }

    @Test func masteryIsThatOfAdvice() throws {
        var draw = SeededGenerator(seed: 77)
        for goals in InventedPractice.goals {
            let recommender = Recommender(catalogue: try InventedPractice.catalogue(&draw, goals: goals))
            let state = InventedPractice.learner(recommender, &draw, count: 60)
            let mastery = recommender.mastery(state, learner: "x", at: state.last + 200_000)
            let advice = recommender.advise(state, learner: "x", at: state.last + 200_000)
            #expect(mastery.known == advice.known)
            #expect(mastery.recall == advice.recall)
        }
    }
}
