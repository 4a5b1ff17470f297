import Testing

@testable import Syncopate

/// What time and slips do to skills that are to be mastered, and to those that are to be remembered.
struct ForgettingSkillTests {
    private static let day = 86_400.0

    private func recommender(_ purpose: Goal.Purpose) throws -> Recommender {
        let items = [Item(id: "a", title: "", skills: [SkillWeight(skill: "s")])]
        return Recommender(
            catalogue: try Catalogue(
                skills: [
                    Skill(id: "s", title: "", requires: []), Skill(id: "t", title: "", requires: [.init(skill: "s")]),
                ],
                items: items, goals: [Goal(id: "g", purpose: purpose, skills: ["s"])]))
    }

    private func known(_ recommender: Recommender, _ scores: [Double], days: Double) -> Double {
        var state = recommender.newLearner
        for (place, score) in scores.enumerated() {
            recommender.observe(item: 0, score: score, at: Double(place) * 60, &state)
        }
        return recommender.advise(state, at: days * Self.day + 600).known[0]
    }

    /// Learnt in one session, after failures: what was forgotten of it is counted from when it was learnt.
    @Test func aNightTakesLittleOfWhatWasLearntInADay() throws {
        let recommender = try recommender(.master)
        let scores = [0.0, 0, 0, 1, 1, 1, 1, 1, 1]
        let before = known(recommender, scores, days: 0)
        #expect(before > 0.95)
        let after = known(recommender, scores, days: 1)
        // By the published weights a first success keeps .95 for a day: (1 + F / 2.3065)^-w20.
        #expect(after / before > 0.93 && after < before)
        #expect(known(recommender, scores, days: 60) < 0.8 * before)
    }

    /// One slip does not undo a skill; for a card it is a lapse.
    @Test func aSlipIsNoLapseOfASkill() throws {
        let scores = [1.0, 1, 1, 1, 1, 1, 1, 1, 0]
        let skill = try recommender(.master)
        #expect(known(skill, scores, days: 1) > 0.92 * known(skill, scores, days: 0))
        let card = try recommender(.remember)
        #expect(known(card, scores, days: 1) < 0.9 * known(card, scores, days: 0))
    }
}
