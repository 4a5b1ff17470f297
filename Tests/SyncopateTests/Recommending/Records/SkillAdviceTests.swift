import TestSupport
import Testing

@testable import Syncopate

/// Advice by skill, held to advice by item where every skill has one typical item.
struct SkillAdviceTests {
    private static let day = PracticeTests.day

    /// Skills a <- b <- c, d and cards by themselves, each with one item of usual length.
    private static func catalogue(_ goals: [Goal]) throws -> Catalogue {
        let skills = [
            Skill(id: "a", title: "A"), Skill(id: "b", title: "B", requires: [Prerequisite(skill: "a")]),
            Skill(
                id: "c", title: "C", requires: [Prerequisite(skill: "b", weight: 0.5)],
                nominal: NominalParameters(guess: 0.3, slip: 0.05, learn: 0.3, initial: 0.4)),
            Skill(id: "d", title: "D"), Skill(id: "e", title: "E"), Skill(id: "f", title: "F"),
        ]
        let items = skills.map {
            Item(id: $0.id + " 1", title: $0.title, skills: [SkillWeight(skill: $0.id)], minutes: 3)
        }
        return try Catalogue(skills: skills, items: items, goals: goals)
    }

    private static let goals: [[Goal]] = [
        [],
        [Goal(id: "exam", purpose: .remember, by: 1_700_000_000 + 60 * day)],
        [Goal(id: "keep", purpose: .remember)],
        [Goal(id: "m", skills: ["c"], weight: 2), Goal(id: "r", purpose: .remember, skills: ["a", "d"], weight: 0.5)],
        [Goal(id: "by items", items: ["d 1", "c 1"]), Goal(id: "others", skills: ["e"], learners: ["somebody else"])],
    ]

    @Test(arguments: goals) func withOneTypicalItemEachTheOrderIsThatOfItems(_ goals: [Goal]) throws {
        for settings in [
            PracticeSettings(), PracticeSettings(minutesADay: 4), PracticeSettings(mostInARow: 2),
            PracticeSettings(pinned: ["e"], banned: ["a"]), PracticeSettings(choices: 3),
        ] {
            let recommender = Recommender(catalogue: try Self.catalogue(goals), settings: settings)
            let adviser = SkillAdviser(recommender)
            var generator = SeededGenerator(seed: 17)
            var seen = 0
            for answers in [0, 1, 5, 12, 40] {
                let state = PracticeTests.learner(recommender, &generator, answers: answers)
                let moment = (state.last.isFinite ? state.last : 1_700_000_000) + Double(answers) * 9_000
                let items = recommender.advise(state, learner: "x", at: moment, limit: 6, seed: 5)
                let skills = adviser.advise(state, learner: "x", at: moment, limit: 6, seed: 5)
                #expect(skills.map(\.skill) == items.choices.map(\.item))
                for (skill, item) in zip(skills, items.choices) {
                    #expect(skill.score == item.score && skill.terms == item.terms && skill.action == item.action)
                    #expect(skill.success == item.success && skill.propensity == item.propensity)
                    #expect(skill.reasons == item.reasons && skill.successDeviation == item.successDeviation)
                    #expect(abs(skill.terms.reduce(0) { $0 + $1.value } - skill.score) < 1e-9)
                    #expect(skill.known == Rounding.decimals(items.recall[skill.skill], 6))
                }
                seen += skills.count
                #expect(
                    skills == recommender.adviseSkills(state, learner: "x", at: moment, limit: 6, seed: 5))
            }
            #expect(seen > 0)
        }
    }

    /// Items of several skills and other lengths say nothing of what a skill is worth.
    @Test func itemsDoNotDecide() throws {
        let recommender = Recommender(catalogue: try PracticeTests.catalogue())
        var generator = SeededGenerator(seed: 4)
        let state = PracticeTests.learner(recommender, &generator, answers: 12)
        let choices = recommender.adviseSkills(state, at: state.last + 60, limit: 10)
        #expect(!choices.isEmpty && choices.allSatisfy { (0..<4).contains($0.skill) })
        #expect(zip(choices, choices.dropFirst()).allSatisfy { $0.score >= $1.score - 1e-5 })
    }

    @Test func whatIsDoneOrWantedByNobodyIsWithheld() throws {
        let recommender = Recommender(catalogue: try Self.catalogue([Goal(id: "g", skills: ["d", "e"])]))
        var state = recommender.newLearner
        for _ in 0..<12 { recommender.observe(item: 3, score: 1, at: 1_000, &state) }
        #expect(recommender.adviseSkills(state, at: 1_000, limit: 10).map(\.skill) == [4])
        for _ in 0..<100 { recommender.observe(item: 4, score: 0, at: 1_000, &state) }
        // All that is left: the first is done, the second goes nowhere.
        let left = recommender.adviseSkills(state, at: 1_000, limit: 10)
        #expect(left.allSatisfy { $0.reasons.contains { $0.code == "nothing_else" } } && left.count == 2)
    }

    @Test func aCatalogueOfNothing() throws {
        let recommender = Recommender(catalogue: try Catalogue(skills: [], items: []))
        #expect(recommender.adviseSkills(recommender.newLearner, at: 0).isEmpty)
    }

    // MARK: What to aim at

    /// By hand: with the skill .9 = logit 2.1972, without .2 = logit -1.3863; where it is known for certain success is .75
    /// at 2.1972 - 1.0986 logits, .6 at 2.1972 - .4055 and .85 at 2.1972 - 1.7346.
    @Test func howHardTasksShouldBe() throws {
        let adviser = SkillAdviser(Recommender(catalogue: try Self.catalogue([])))
        let (target, band) = adviser.aim(.practice, 0, success: 0.9)
        #expect(target == 0.75 && band == DifficultyBand(low: 0.46, high: 1.79))
        // Where it is not known: -1.3863 less the same.
        let (low, easy) = adviser.aim(.practice, 0, success: 0.2)
        #expect(low == 0.75 && easy == DifficultyBand(low: -3, high: -1.79))
        let test = adviser.aim(.test, 0, success: 0.9)
        #expect(test.target == 0.6 && test.band == DifficultyBand(low: 1.35, high: 2.2))
        for task in [TaskKind.quiz, .review] {
            let (target, band) = adviser.aim(task, 0, success: 0.9)
            #expect(target == 0.9 && band == DifficultyBand(low: -0.5, high: 0.5))
        }
    }

    /// An item of the advised difficulty is one that the recommender itself expects that success on.
    @Test func theBandGivesTheSuccess() throws {
        var generator = SeededGenerator(seed: 23)
        for _ in 0..<8 {
            let plain = Recommender(catalogue: try Self.catalogue([]))
            let state = PracticeTests.learner(plain, &generator, answers: Int(generator.next() % 20))
            let moment = state.last.isFinite ? state.last : 0
            for choice in plain.adviseSkills(state, at: moment, limit: 6) where choice.task == .practice {
                for (difficulty, success) in [(choice.difficulty.low, 0.85), (choice.difficulty.high, 0.6)]
                where abs(difficulty) < SkillAdviser.widest {
                    var items = plain.catalogue.items
                    items[choice.skill].difficulty = difficulty
                    let harder = Recommender(catalogue: try Catalogue(skills: plain.catalogue.skills, items: items))
                    let given = harder.advise(state, at: moment, limit: 6).choices.first { $0.item == choice.skill }
                    #expect(abs((given?.success ?? 0) - success) < 0.003)
                }
            }
        }
    }

    @Test func whatSortOfTask() throws {
        let goals = [
            Goal(id: "m", skills: ["a", "b"]), Goal(id: "r", purpose: .remember, skills: ["d"]),
            Goal(id: "t", purpose: .measure, skills: ["e"]),
        ]
        let recommender = Recommender(catalogue: try Self.catalogue(goals))
        var state = recommender.newLearner
        func tasks() -> [Int: TaskKind] {
            Dictionary(
                uniqueKeysWithValues: recommender.adviseSkills(state, at: 90_000, limit: 10).map { ($0.skill, $0.task) }
            )
        }
        #expect(tasks() == [0: .practice, 1: .practice, 3: .practice, 4: .test])
        recommender.observe(item: 3, score: 1, at: 1_000, &state)
        recommender.observe(item: 4, score: 1, at: 1_000, &state)
        #expect(tasks() == [0: .practice, 1: .practice, 3: .review, 4: .test])
    }
}
