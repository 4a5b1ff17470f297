import Foundation
import Testing

@testable import Syncopate

/// The recommender of practice, held to simple loops, hand calculation and its own promises.
struct PracticeTests {
    static let day = 86_400.0

    /// Skills a <- b <- c and d by itself, three items each, b's and d's of other lengths.
    static func catalogue(goals: [Goal] = []) throws -> Catalogue {
        let skills = [
            Skill(id: "a", title: "A"), Skill(id: "b", title: "B", requires: [Prerequisite(skill: "a")]),
            Skill(id: "c", title: "C", requires: [Prerequisite(skill: "b", weight: 0.5)]),
            Skill(id: "d", title: "D"),
        ]
        var items: [Item] = []
        for (place, skill) in skills.enumerated() {
            for number in 1...3 {
                items.append(
                    Item(
                        id: "\(skill.id)\(number)", title: "\(skill.title) \(number)",
                        skills: [SkillWeight(skill: skill.id)],
                        minutes: place % 2 == 0 ? 2 : 3))
            }
        }
        items.append(
            Item(
                id: "both", title: "Both",
                skills: [SkillWeight(skill: "a", weight: 1), SkillWeight(skill: "d", weight: 2)], minutes: 4))
        return try Catalogue(skills: skills, items: items, goals: goals)
    }

    /// A learner after some answers by lot.
    static func learner(_ recommender: Recommender, _ generator: inout SeededGenerator, answers: Int) -> PracticeState {
        var state = recommender.newLearner
        var now = 1_700_000_000.0
        for _ in 0..<answers {
            now += Double(generator.next() % 30_000)
            recommender.observe(
                item: Int(generator.next() % UInt64(recommender.catalogue.items.count)),
                score: Double(generator.next() % 3) / 2, at: now, &state)
        }
        return state
    }

    static let goals: [[Goal]] = [
        [],
        [Goal(id: "exam", purpose: .remember, by: 1_700_000_000 + 60 * day)],
        [Goal(id: "keep", purpose: .remember)],
        [Goal(id: "test", purpose: .measure)],
        [Goal(id: "m", skills: ["c"], weight: 2), Goal(id: "r", purpose: .remember, skills: ["a", "d"], weight: 0.5)],
    ]

    @Test(arguments: goals) func termsAddUpToTheScore(_ goals: [Goal]) throws {
        let recommender = Recommender(catalogue: try Self.catalogue(goals: goals))
        var generator = SeededGenerator(seed: 3)
        var seen = 0
        for answers in 0..<40 {
            let state = Self.learner(recommender, &generator, answers: answers)
            let advice = recommender.advise(state, at: state.last + Double(answers) * 40_000, limit: 100)
            for choice in advice.choices {
                #expect(abs(choice.terms.reduce(0) { $0 + $1.value } - choice.score) < 1e-9)
                #expect((0...1).contains(choice.success))
                seen += 1
            }
        }
        #expect(seen > 0)
    }

    @Test(arguments: goals) func aClassIsAdvisedAsEachLearnerAlone(_ goals: [Goal]) throws {
        let recommender = Recommender(
            catalogue: try Self.catalogue(goals: goals), settings: PracticeSettings(minutesADay: 20, choices: 3))
        var generator = SeededGenerator(seed: 8)
        let learners = (0..<25).map { place in
            (id: "learner \(place)", state: Self.learner(recommender, &generator, answers: place * 2))
        }
        let moment = 1_700_000_000 + 30 * Self.day
        let together = recommender.advise(learners, at: moment, limit: 5, seed: 4)
        let alone = learners.map { recommender.advise($0.state, learner: $0.id, at: moment, limit: 5, seed: 4) }
        #expect(together == alone)
        #expect(together == recommender.advise(learners, at: moment, limit: 5, seed: 4))
    }

    /// The products of matrices and the list of the best against the plainest loop and a full sort.
    @Test(arguments: goals) func theBestComeFirst(_ goals: [Goal]) throws {
        let catalogue = try Self.catalogue(goals: goals)
        let recommender = Recommender(catalogue: catalogue)
        var generator = SeededGenerator(seed: 21)
        for answers in [0, 3, 9, 20] {
            let state = Self.learner(recommender, &generator, answers: answers)
            let moment = state.last.isFinite ? state.last + 90_000 : 1_700_000_000
            let situation = recommender.situation(of: state, learner: "x", at: moment, exposures: nil)
            let plain = catalogue.items.indices
                .filter {
                    recommender.constraints.reason($0, minutes: recommender.minutes[$0], in: situation.limits) == nil
                }
                .map { item in
                    (
                        item: item,
                        score: Rounding.decimals(
                            recommender.terms(item, situation).reduce(0) { $0 + $1.value }, Recommender.places)
                    )
                }
            let advice = recommender.advise(state, learner: "x", at: moment, limit: 100)
            guard !plain.isEmpty else { continue }
            #expect(Set(advice.choices.map(\.item)) == Set(plain.map(\.item)))
            for choice in advice.choices {
                let own = try #require(plain.first { $0.item == choice.item })
                #expect(abs(own.score - choice.score) < 1e-9)
            }
            // The order is that of the unrounded index: a later score is above an earlier one by rounding at most.
            for (before, after) in zip(advice.choices, advice.choices.dropFirst()) {
                #expect(after.score <= before.score + 1e-5)
            }
        }
    }

    @Test func theListOfTheBestIsASort() {
        var generator = SeededGenerator(seed: 5)
        for limit in [0, 1, 3, 10, 60] {
            let scores = (0..<50).map { _ in Double(generator.next() % 12) }
            var top = TopItems(limit: limit)
            for (item, score) in scores.enumerated() { top.offer(item, score) }
            let sorted = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
            #expect(top.items.map(\.item) == Array(sorted.prefix(limit)))
        }
    }

    @Test func whatComesFirstByLotSaysHowProbably() throws {
        let recommender = Recommender(
            catalogue: try Self.catalogue(), settings: PracticeSettings(choices: 3, nearness: 1))
        let state = recommender.newLearner
        var firsts: [Int: Int] = [:]
        for seed in 0..<3_000 {
            let advice = recommender.advise(state, learner: "x", at: 0, limit: 3, seed: UInt64(seed))
            let first = try #require(advice.choices.first)
            #expect(abs(first.propensity - 1 / 3) < 1e-12)
            firsts[first.item, default: 0] += 1
        }
        #expect(firsts.count == 3)
        // Five standard errors of a share of a third among 3,000.
        for count in firsts.values { #expect(abs(Double(count) - 1_000) < 5 * 25.9) }
    }

    @Test func answersThatAreNoneChangeNothing() throws {
        let recommender = Recommender(catalogue: try Self.catalogue())
        var state = recommender.newLearner
        recommender.observe(item: 0, score: 1, at: 1_000, &state)
        let before = state
        recommender.observe(item: -1, score: 1, at: 2_000, &state)
        recommender.observe(item: 99, score: 1, at: 2_000, &state)
        recommender.observe(item: 1, score: .nan, at: 2_000, &state)
        #expect(state == before)
        recommender.observe(item: 1, score: 7, at: .nan, &state)
        #expect(state.last == 1_000)
        #expect(state.items[1]?.best == 1)
        recommender.observe(item: 1, score: -4, at: 10, &state)
        #expect(state.last == 1_000)
        #expect(state.items[1]?.lastScore == 0)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, -1e300, 1e300]) func anyMomentGivesNumbers(
        _ moment: Double
    ) throws {
        for goals in Self.goals {
            let recommender = Recommender(catalogue: try Self.catalogue(goals: goals))
            var generator = SeededGenerator(seed: 1)
            for answers in [0, 5] {
                let state = Self.learner(recommender, &generator, answers: answers)
                let advice = recommender.advise(state, at: moment, limit: .max)
                for choice in advice.choices { #expect(choice.score.isFinite && choice.success.isFinite) }
            }
        }
    }
}
