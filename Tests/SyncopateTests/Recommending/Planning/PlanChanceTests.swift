import Foundation
import Testing

@testable import Syncopate

/// Chances against closed forms, an exhaustive tree, and students of a plain loop.
struct PlanChanceTests {
    private let day = PlanCases.day

    /// Within one day nothing is forgotten, so that all hangs on the attempts.
    @Test(arguments: [(1, 0.2), (3, 0.2), (6, 0.1), (4, 0.6)]) func learningIsAMixtureOfGeometricDistributions(
        _ attempts: Int, _ learn: Double
    ) throws {
        let catalogue = try PlanCases.one(learn: learn, goal: Goal(id: "g", by: PlanCases.start + day))
        let plan = PlanCases.plan(
            catalogue, PlanSettings(minutesADay: Double(attempts), rollouts: 800, chance: 0.05))
        let outlook = try #require(plan.goals.first)
        let chance = try #require(outlook.chance)
        let exact = PlanCases.learnt(within: attempts, learn: learn)
        #expect(PlanCases.isNear(chance, exact, of: 800), "\(chance) for \(exact)")
        #expect(outlook.share == chance)
        #expect(plan.days.count == 1 && plan.rollouts == 800)
    }

    /// Where skills grow, the chance is that of the starts and paces which get there in so many attempts.
    @Test(arguments: [3, 10, 25]) func growingIsTheSumOverStartsAndPaces(_ attempts: Int) throws {
        let learn = 0.15
        let nominal = NominalParameters(guess: 0.2, slip: 0.1, learn: learn, initial: 0.2)
        let catalogue = try Catalogue(
            skills: [Skill(id: "s", title: "S", nominal: nominal)],
            items: [Item(id: "i", title: "I", skills: [SkillWeight(skill: "s")], minutes: 1)],
            goals: [Goal(id: "g", threshold: 0.6, by: PlanCases.start + day)])
        let recommender = Recommender(catalogue: catalogue, settings: PracticeSettings(certainty: 0.999))
        var state = recommender.newLearner
        state.growthEvidence = GrowthModel.mostEvidence
        let plan = Planner(
            recommender, settings: PlanSettings(minutesADay: Double(attempts), rollouts: 800, chance: 0.999)
        ).plan(state, learner: "x", at: PlanCases.start)
        let chance = try #require(plan.goals.first?.chance)
        let level = log(0.34 / 0.66)
        let threshold = log(0.6 / 0.4)
        var (there, total) = (0.0, 0.0)
        for step in -5...5 {
            for (pace, share) in [(0.2, 0.2), (0.6, 0.3), (1.2, 0.35), (2.4, 0.15)] {
                let start = 0.6 * Double(step)
                let weight = share * exp(-start * start / 2)
                total += weight
                if level + start + learn * pace * Double(attempts) >= threshold { there += weight }
            }
        }
        #expect(PlanCases.isNear(chance, there / total, of: 800), "\(chance) for \(there / total)")
    }

    /// Once a day without a date: the day on which it is learnt is the number of attempts it takes.
    @Test func daysUntilLearntAreGeometricToo() throws {
        let learn = 0.25
        let plan = PlanCases.plan(
            try PlanCases.one(learn: learn, goal: Goal(id: "g")),
            PlanSettings(minutesADay: 1, days: 12, rollouts: 500), practice: PracticeSettings(certainty: 0.999))
        let until = try #require(plan.goals.first?.daysUntil)
        #expect(plan.goals.first?.isOnTrack == nil && plan.goals.first?.needed == nil)
        for (value, share) in [(until.low, 0.1), (until.median, 0.5)] {
            let day = try #require(value)
            let slack = 4.5 * (share * (1 - share) / 500).squareRoot()
            #expect(PlanCases.learnt(within: day, learn: learn) >= share - slack)
            #expect(PlanCases.learnt(within: day - 1, learn: learn) <= share + slack)
        }
        // Nine in ten, or beyond the plan where more than a tenth need longer than twelve days.
        let ninety = until.high.map { PlanCases.learnt(within: $0, learn: learn) } ?? 1
        #expect(ninety >= 0.9 - 4.5 * (0.09 / 500 as Double).squareRoot())
        #expect(until.high != nil || PlanCases.learnt(within: 12, learn: learn) < 0.97)
    }

    /// Learning and forgetting, one attempt a day: every way it can go, added up.
    @Test(arguments: [2, 4, 6]) func forgettingIsTheSumOverAllWays(_ days: Int) throws {
        let (learn, initial) = (0.4, 0.3)
        let model = MemoryModel.published
        /// Probability of knowing it at the end, from the evening after `day` attempts.
        func known(
            _ day: Int, _ isKnown: Bool, _ trace: MemoryTrace?, pace: Double, wasRight: Bool = false
        ) -> Double {
            var chance = 0.0
            // Loss until the next morning, which is a whole day later; none before there is anything to forget.
            let kept = trace.map { model.recall(stability: $0.stability, after: 1) } ?? 1
            guard day < days else { return isKnown ? (day > 0 ? kept : 1) : 0 }
            for stays in [true, false] {
                let loss = stays ? kept : 1 - kept
                if isKnown ? loss == 0 : !stays { continue }
                let weight = isKnown ? loss : 1
                let has = isKnown && stays
                let fresh: [(Double, Double)] = [(0, 0.02), (0.65, 0.39), (1.3, 0.39), (2, 0.2)]
                let paces: [(Double, Double)] = isKnown && !stays ? fresh : [(pace, 1)]
                let moment = Double(day) * 86_400
                // After a wrong answer it is likelier not known than known, and there is nothing yet to forget.
                let next =
                    (wasRight ? trace : nil).map { model.practised($0, score: has ? 1 : 0, at: moment) }
                    ?? model.begin(score: has ? 1 : 0, at: moment)
                for (pace, share) in paces {
                    if has {
                        chance += weight * share * known(day + 1, true, next, pace: pace, wasRight: true)
                    } else {
                        let rate = min(learn * pace, 1)
                        chance += weight * share * rate * known(day + 1, true, next, pace: pace)
                        chance += weight * share * (1 - rate) * known(day + 1, false, next, pace: pace)
                    }
                }
            }
            return chance
        }
        var exact = initial * known(0, true, nil, pace: 0)
        for (pace, share) in zip([0, 0.65, 1.3, 2.0], [0.02, 0.39, 0.39, 0.2]) {
            exact += (1 - initial) * share * known(0, false, nil, pace: pace)
        }
        // The last answer comes a minute after midnight; judged a whole day later.
        let goal = Goal(id: "g", by: PlanCases.start + Double(days) * day + 60)
        let plan = PlanCases.plan(
            try PlanCases.one(learn: learn, initial: initial, goal: goal),
            PlanSettings(minutesADay: 1, days: days + 1, datesOff: [Int(PlanCases.start / day) + days], rollouts: 800),
            practice: PracticeSettings(certainty: 0.999))
        let chance = try #require(plan.goals.first?.chance)
        #expect(PlanCases.isNear(chance, exact, of: 800), "\(chance) for \(exact)")
    }

    /// Students of a plain loop of their own, followed by the recommender after every answer: the chance that was stated is
    /// how often they get there.
    @Test(arguments: [(3, 4.0), (6, 4.0), (4, 8.0)]) func theChanceIsHowOftenStudentsGetThere(
        _ days: Int, _ minutes: Double
    ) throws {
        let nominal = NominalParameters(guess: 0.2, slip: 0.1, learn: 0.3, initial: 0.3)
        let catalogue = try Catalogue(
            skills: [
                Skill(id: "a", title: "A", nominal: nominal),
                Skill(id: "b", title: "B", requires: [Prerequisite(skill: "a")], nominal: nominal),
            ],
            items: ["a", "b"].map { Item(id: $0, title: $0, skills: [SkillWeight(skill: $0)], minutes: 1) },
            goals: [Goal(id: "g", skills: ["b"], by: PlanCases.start + Double(days) * day)])
        let stated = PlanCases.plan(catalogue, PlanSettings(minutesADay: minutes, rollouts: 200, seed: 5))
        let chance = try #require(stated.goals.first?.chance)
        let recommender = Recommender(catalogue: catalogue, settings: PracticeSettings(minutesADay: minutes))
        var generator = SeededGenerator(seed: UInt64(days))
        let students = 200
        var reached = 0
        for _ in 0..<students {
            var student = PlainStudent(nominal, &generator)
            var state = PlanCases.known(recommender)
            for day in 0..<days {
                var now = PlanCases.start + Double(day) * self.day
                while let choice = recommender.advise(state, learner: "x", at: now, limit: 1).choices.first {
                    var faded = state
                    recommender.fade(&faded, until: now)
                    // As the plan: a day ends where the goal counts as reached with the chance wanted.
                    if faded.knowledge.known[1] >= 0.95 { break }
                    now += 60
                    let score = student.answer(choice.item, at: now, &generator)
                    faded = state
                    recommender.fade(&faded, until: now)
                    recommender.observe(item: choice.item, score: score, at: now, &state)
                    student.remember(
                        choice.item, before: faded.knowledge.known[choice.item],
                        after: state.knowledge.known[choice.item], at: now)
                }
            }
            student.forget(until: PlanCases.start + Double(days) * day, &generator)
            if student.known[1] { reached += 1 }
        }
        let frequency = Double(reached) / Double(students)
        let both = (chance + frequency) / 2
        let error = (both * (1 - both) * (1 / 200 + 1 / Double(students))).squareRoot()
        #expect(abs(chance - frequency) < 4 * error, "\(chance) stated, \(frequency) seen")
        #expect(chance > 0.05 && chance < 0.95)
    }

    @Test func chancesHaveErrorsThatAreNeverZero() {
        // (0 + 1) / (98 + 2) = .01, and .01 * .99 / 98.
        #expect(abs(PlanSearch.error(0, of: 98) - 0.010051) < 1e-6)
        #expect(abs(PlanSearch.error(0, of: 98) - PlanSearch.error(98, of: 98)) < 1e-12)
        #expect(PlanSearch.quantile([1, 2, 3, 4, 5], 0.5) == 3)
        #expect(PlanSearch.quantile([1, 2, 3, 4, 5], 0.1) == 1)
        #expect(PlanSearch.quantile([1, 2, 3, 4, 5], 0.9) == 5)
        #expect(PlanSearch.quantile((1...10).map(Double.init), 0.9) == 9)
    }
}

/// A student of two skills, the second on the first, who is what the model says, in a loop of its own.
private struct PlainStudent {
    var known: [Bool]
    private var pace = [0.0, 0.0]
    private var traces: [MemoryTrace?] = [nil, nil]
    private var now = PlanCases.start
    private let nominal: NominalParameters
    private let model = MemoryModel.published

    init(_ nominal: NominalParameters, _ generator: inout SeededGenerator) {
        self.nominal = nominal
        // Known first: .3. Known second by the belief: .3 times readiness .3; two fifths of that without the first.
        let first = generator.uniform() < 0.3
        let second = 0.09
        let without = second * 0.4
        let with = (second - 0.7 * without) / 0.3
        known = [first, generator.uniform() < (first ? with : without)]
        pace = [Self.draw(&generator), Self.draw(&generator)]
    }

    private static func draw(_ generator: inout SeededGenerator) -> Double {
        let lot = generator.uniform()
        return lot < 0.02 ? 0 : lot < 0.41 ? 0.65 : lot < 0.8 ? 1.3 : 2
    }

    mutating func forget(until time: Double, _ generator: inout SeededGenerator) {
        for skill in 0..<2 {
            guard let trace = traces[skill] else { continue }
            let before = ((now - trace.last) / 86_400).rounded(.down)
            let after = ((time - trace.last) / 86_400).rounded(.down)
            guard after > before, known[skill] else { continue }
            let kept =
                model.recall(stability: trace.stability, after: after)
                / model.recall(stability: trace.stability, after: before)
            if generator.uniform() >= kept {
                known[skill] = false
                pace[skill] = Self.draw(&generator)
            }
        }
        now = time
    }

    mutating func answer(_ item: Int, at time: Double, _ generator: inout SeededGenerator) -> Double {
        forget(until: time, &generator)
        let score = generator.uniform() < (known[item] ? 1 - nominal.slip : nominal.guess) ? 1.0 : 0
        if !known[item] {
            let ready = item == 0 || known[0] ? 1.0 : 0.1
            known[item] = generator.uniform() < nominal.learn * pace[item] * ready
        }
        return score
    }

    /// What there is to forget, from when it was likelier known than not.
    mutating func remember(_ item: Int, before: Double, after: Double, at time: Double) {
        let old = before < 0.5 ? nil : traces[item]
        traces[item] = old.map { model.practised($0, score: after, at: time) } ?? model.begin(score: after, at: time)
    }
}
