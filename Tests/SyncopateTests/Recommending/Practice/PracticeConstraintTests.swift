import Testing

@testable import Syncopate

/// Hard limits of practice, one test per reason why an item is not given.
struct PracticeConstraintTests {
    private func advice(
        _ settings: PracticeSettings = PracticeSettings(), goals: [Goal] = [], items: [Item]? = nil,
        exposures: ExposureLimit? = nil, answers: [(String, Double)] = []
    ) throws -> (Set<String>, PracticeAdvice) {
        let catalogue =
            try items.map { try Catalogue(skills: [], items: $0, goals: goals) }
            ?? PracticeTests.catalogue(goals: goals)
        let recommender = Recommender(catalogue: catalogue, settings: settings)
        var state = recommender.newLearner
        for (id, score) in answers {
            let item = try #require(catalogue.position(ofItem: id))
            recommender.observe(item: item, score: score, at: 1_000, &state)
        }
        let advice = recommender.advise(state, at: 1_000, limit: 100, exposures: exposures)
        return (Set(advice.choices.map { catalogue.items[$0.item].id }), advice)
    }

    @Test func bannedItemsAndSkills() throws {
        let (given, advice) = try advice(PracticeSettings(banned: ["a1", "d"]))
        #expect(given == ["a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3"])
        #expect(advice.withheld == [.banned: 5])
    }

    @Test func whatMeasuresSomethingElse() throws {
        let (given, advice) = try advice(items: [
            Item(id: "x", title: "X"), Item(id: "roll", title: "R", kind: .attendance),
        ])
        #expect(given == ["x"])
        #expect(advice.withheld == [.noPractice: 1])
    }

    @Test func whatNoGoalNeeds() throws {
        let (given, advice) = try advice(goals: [Goal(id: "b", skills: ["b"])])
        #expect(given == ["a1", "a2", "a3", "b1", "b2", "b3", "both"])
        #expect(advice.withheld == [.noGoal: 6])
    }

    @Test func whatIsForOthers() throws {
        let (given, advice) = try advice(goals: [Goal(id: "b", learners: ["somebody else"])])
        #expect(given.isEmpty)
        #expect(advice.withheld == [.noGoal: 13])
    }

    @Test func requiredItemsFirst() throws {
        let items = [Item(id: "x", title: "X"), Item(id: "y", title: "Y", requires: ["x"])]
        let (before, advice) = try advice(items: items)
        #expect(before == ["x"])
        #expect(advice.withheld == [.requires: 1])
        let (failed, _) = try self.advice(items: items, answers: [("x", 0.5)])
        #expect(failed == ["x"])
        let (passed, _) = try self.advice(items: items, answers: [("x", 0.9)])
        #expect(passed.contains("y"))
    }

    @Test func masteredWorkIsNotRepeated() throws {
        let right = [(String, Double)](repeating: ("d1", 1), count: 12)
        let (given, advice) = try advice(answers: right)
        #expect(given.isDisjoint(with: ["d1", "d2", "d3"]))
        #expect(advice.withheld[.mastered] == 3)
        #expect(advice.mastered.count == 1)
        #expect(advice.risk > 0 && advice.risk < 0.05)
    }

    @Test func practiceThatDoesNotWorkGivesWay() throws {
        let wrong = [(String, Double)](repeating: ("d1", 0), count: 100)
        let (given, advice) = try advice(answers: wrong)
        #expect(given.isDisjoint(with: ["d1", "d2", "d3"]))
        #expect(advice.withheld[.stuck] == 3)
        #expect(advice.stuck.first?.likelihoodRatio ?? 0 > 20)
    }

    @Test func theDaysMinutes() throws {
        let (given, advice) = try advice(PracticeSettings(minutesADay: 4.5), answers: [("a1", 0)])
        #expect(given == ["a1", "a2", "a3", "c1", "c2", "c3"])
        #expect(advice.withheld == [.minutes: 7])
        let (none, _) = try self.advice(PracticeSettings(minutesADay: 2), answers: [("a1", 0)])
        #expect(none.isEmpty)
    }

    @Test func notTooManyAlikeInARow() throws {
        let (given, advice) = try advice(PracticeSettings(mostInARow: 2), answers: [("a1", 0), ("a2", 0)])
        #expect(given.isDisjoint(with: ["a1", "a2", "a3", "both"]))
        #expect(advice.withheld == [.inARow: 4])
        let (one, _) = try self.advice(PracticeSettings(mostInARow: 2), answers: [("d1", 0), ("a2", 0)])
        #expect(one.contains("a1"))
    }

    @Test func aTestGivesAnItemOnce() throws {
        let (given, advice) = try advice(goals: [Goal(id: "t", purpose: .measure)], answers: [("a1", 1)])
        #expect(!given.contains("a1"))
        #expect(advice.withheld == [.given: 1])
    }

    @Test func pinsComeFirst() throws {
        let (_, advice) = try advice(PracticeSettings(pinned: ["c3"]), answers: [("a1", 0)])
        let catalogue = try PracticeTests.catalogue()
        let first = try #require(advice.choices.first)
        #expect(catalogue.items[first.item].id == "c3")
        #expect(first.action == .pinned)
    }

    @Test func everyReasonHasWords() {
        for reason in Withheld.allCases { #expect(!reason.words.isEmpty) }
        #expect(Set(Withheld.allCases.map(\.words)).count == Withheld.allCases.count)
    }
}
