import Testing

@testable import Syncopate

/// Learning from answers in place, and forgetting only where it is looked at, held to the plain way.
struct LearningTests {
    private func isNear(_ one: Double, _ other: Double) -> Bool {
        abs(one - other) <= 1e-9 * max(1, abs(one), abs(other))
    }

    @Test(arguments: [0, 2, 3]) func answersTeachWhatTheyDoPlainly(_ place: Int) throws {
        var draw = SeededGenerator(seed: 300 + UInt64(place))
        for _ in 0..<6 {
            let catalogue = try InventedPractice.catalogue(&draw, goals: InventedPractice.goals[place])
            let recommender = Recommender(catalogue: catalogue)
            var state = recommender.newLearner
            var plain = PlainPractice(catalogue)
            for answer in InventedPractice.answers(&draw, items: catalogue.items.count, count: 150) {
                recommender.observe(
                    item: answer.item, score: answer.score, certainty: answer.certainty, at: answer.at, &state)
                plain.observe(item: answer.item, score: answer.score, certainty: answer.certainty, at: answer.at)
                // What is forgotten is off only where it was looked at: so look.
                var now = state
                recommender.fade(&now, until: state.last)
                for skill in catalogue.skills.indices {
                    #expect(isNear(now.knowledge.known[skill], plain.known[skill]))
                    #expect(isNear(now.knowledge.attempts[skill], plain.attempts[skill]))
                    for pace in 0..<4 {
                        #expect(isNear(now.knowledge.unknown[skill * 4 + pace], plain.unknown[skill][pace]))
                    }
                    #expect(
                        zip(now.growth.shares(skill), plain.shares[skill]).allSatisfy { isNear($0, $1) })
                }
                #expect(isNear(state.growthEvidence, plain.evidence))
            }
            for skill in catalogue.skills.indices {
                let trace = state.memory.trace(ofSkill: skill)
                #expect((trace == nil) == plain.stabilities[skill].isEmpty)
                guard let trace else { continue }
                #expect(isNear(trace.stability, plain.stabilities[skill][2]))
                #expect(isNear(trace.difficulty, plain.difficulty[skill]))
                #expect(trace.last == plain.practised[skill])
                #expect(state.memory.holdsScales == (place > 0))
                guard place > 0 else { continue }
                for scale in MemoryBelief.scales.indices {
                    let own = state.memory.trace(ofSkill: skill, onScale: scale)
                    #expect(isNear(own.stability, plain.stabilities[skill][scale]))
                    #expect(isNear(state.memory.evidence[skill][scale], plain.scaleEvidence[skill][scale]))
                }
            }
        }
    }

    /// What is forgotten by a moment does not hang on how often one looked before.
    @Test func lookingOftenForgetsNoMore() throws {
        var draw = SeededGenerator(seed: 12)
        let recommender = Recommender(catalogue: try InventedPractice.catalogue(&draw))
        let state = InventedPractice.learner(recommender, &draw, count: 120)
        var often = state
        for step in 1...40 { recommender.fade(&often, until: state.last + Double(step) * 50_000) }
        var once = state
        recommender.fade(&once, until: state.last + 2_000_000)
        for skill in recommender.catalogue.skills.indices {
            #expect(abs(often.knowledge.known[skill] - once.knowledge.known[skill]) < 1e-12)
        }
        #expect(once.knowledge.known != state.knowledge.known)
    }

    /// A standing that is kept is the one that would be worked out.
    @Test func keptStandingsAreTrue() throws {
        var draw = SeededGenerator(seed: 13)
        let recommender = Recommender(catalogue: try InventedPractice.catalogue(&draw))
        var state = InventedPractice.learner(recommender, &draw, count: 200)
        recommender.observeLesson(skill: 4, at: state.last, &state)
        let threshold = Logistic.logit(0.7)
        for skill in recommender.catalogue.skills.indices {
            let kept = state.growth[skill].standing
            var plain = (success: 0.0, there: 0.0, gap: 0.0, growing: 0.0)
            for (place, share) in state.growth.shares(skill).enumerated() {
                let level = recommender.growth.level(skill, place, attempts: state.growth[skill].attempts)
                plain.success += share * Logistic.probability(level)
                if level >= threshold {
                    plain.there += share
                } else {
                    plain.gap += share * (threshold - level)
                    plain.growing += share * recommender.growth.rates[skill] * GrowthModel.paces[place % 4]
                }
            }
            #expect(isNear(kept.success, plain.success))
            #expect(isNear(kept.there, plain.there))
            #expect(isNear(kept.attempts, plain.gap * (1 - plain.there) / plain.growing))
        }
    }
}
