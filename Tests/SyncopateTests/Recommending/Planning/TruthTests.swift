import Testing

@testable import Syncopate

/// Truths drawn from a belief are as the belief says.
struct TruthTests {
    @Test(arguments: [0, 6, 30]) func eachSkillIsKnownAsOftenAsBelieved(_ answers: Int) throws {
        let recommender = Recommender(catalogue: try PracticeTests.catalogue())
        var generator = SeededGenerator(seed: 9)
        var state = PracticeTests.learner(recommender, &generator, answers: answers)
        state.growthEvidence = -GrowthModel.mostEvidence
        let start = (state.last.isFinite ? state.last : 0) + 3 * PlanCases.day
        let prior = TruthPrior(
            state, recommender, learner: "", isRemembered: [false, false, false, false], at: start)
        var faded = state
        recommender.fade(&faded, until: start)
        let draws = 3_000
        var counts = [Int](repeating: 0, count: 4)
        var childOnly = 0
        var paces = [[Int]](repeating: [0, 0, 0, 0], count: 4)
        for future in 0..<draws {
            let truth = prior.draw(PlanLuck(seed: 1, learner: "x", future: future))
            for skill in 0..<4 where truth.known[skill] { counts[skill] += 1 }
            for skill in 0..<4 { paces[skill][truth.paces[skill]] += 1 }
            if truth.known[1], !truth.known[0] { childOnly += 1 }
            for skill in 0..<4 { #expect(truth.has(skill, at: start, state) == truth.known[skill]) }
        }
        for skill in 0..<4 {
            let known = faded.knowledge.known[skill]
            // The share of the ready is found from 2,048 truths, which adds to the error.
            let slack = 4.5 * (known * (1 - known) * (1 / Double(draws) + 1 / 2_048)).squareRoot() + 0.002
            #expect(abs(Double(counts[skill]) / Double(draws) - known) < slack, "skill \(skill)")
            for pace in 0..<4 {
                let share = faded.knowledge.unknown[skill * 4 + pace] / (1 - known)
                #expect(PlanCases.isNear(Double(paces[skill][pace]) / Double(draws), share, of: draws))
            }
        }
        // Seldom without its prerequisite: never oftener than if the two had nothing to do with each other.
        let apart = faded.knowledge.known[1] * (1 - faded.knowledge.known[0])
        #expect(Double(childOnly) / Double(draws) <= apart + 0.02)
    }

    /// Numbers belong to questions, and are even.
    @Test func luckIsAskedInAnyOrder() {
        let luck = PlanLuck(seed: 4, learner: "x", future: 2)
        let first = luck.uniform(.answer, 3, 1)
        _ = luck.uniform(.lesson, 3, 1)
        #expect(luck.uniform(.answer, 3, 1) == first)
        var seen: Set<Double> = [first]
        seen.insert(luck.uniform(.answer, 1, 3))
        seen.insert(luck.uniform(.lesson, 3, 1))
        seen.insert(PlanLuck(seed: 4, learner: "x", future: 3).uniform(.answer, 3, 1))
        seen.insert(PlanLuck(seed: 4, learner: "y", future: 2).uniform(.answer, 3, 1))
        seen.insert(PlanLuck(seed: 5, learner: "x", future: 2).uniform(.answer, 3, 1))
        #expect(seen.count == 6)
        var bins = [Int](repeating: 0, count: 10)
        for count in 0..<5_000 { bins[Int(luck.uniform(.recall, 1, count) * 10)] += 1 }
        // Five standard errors of a tenth among 5,000.
        for bin in bins { #expect(abs(Double(bin) - 500) < 5 * 21.3) }
    }

    @Test func daysOfTheWeekAndMidnights() {
        // 2026-09-01 is a Tuesday; at 23:00 UTC it is already Wednesday two hours further east.
        let settings = PlanSettings(weekdaysOff: [3])
        let west = PlanCalendar(
            start: PlanCases.start + 23 * 3_600, count: 3, minutesADay: 20, utcOffset: 0, settings: settings)
        #expect(west.days.map(\.isOff) == [false, true, false])
        #expect(west.end == PlanCases.start + 3 * PlanCases.day)
        let east = PlanCalendar(
            start: PlanCases.start + 23 * 3_600, count: 2, minutesADay: 20, utcOffset: 7_200, settings: settings)
        #expect(east.days.map(\.isOff) == [true, false])
        #expect(east.days[0].end == PlanCases.start + 46 * 3_600)
        #expect(east.days[1].begin == PlanCases.start + 47 * 3_600)
        #expect(PlanCalendar.days(from: 0, to: 1, utcOffset: 0) == 1)
        #expect(PlanCalendar.days(from: 0, to: 86_400, utcOffset: 0) == 1)
        #expect(PlanCalendar.days(from: 0, to: 86_401, utcOffset: 0) == 2)
        #expect(PlanCalendar.days(from: 0, to: 1e12, utcOffset: 0) == 366)
    }
}
