import Testing

@testable import Syncopate

struct PracticeReasonTests {
    private func advice(
        _ settings: PracticeSettings = PracticeSettings(), goals: [Goal] = [], right: [Int] = [],
        at time: Double = 1_000
    ) throws -> (Recommender, PracticeAdvice) {
        let recommender = Recommender(catalogue: try PracticeTests.catalogue(goals: goals), settings: settings)
        var state = recommender.newLearner
        for item in right { recommender.observe(item: item, score: 1, at: 1_000, &state) }
        return (recommender, recommender.advise(state, at: time, limit: 100))
    }

    private func reasons(_ item: Int, _ advice: PracticeAdvice) throws -> [PracticeReason] {
        try #require(advice.choices.first { $0.item == item }).reasons
    }

    @Test func whatIsToBeLearntAndWhatItOpens() throws {
        let (recommender, advice) = try advice()
        let reasons = try reasons(0, advice)
        #expect(reasons.map(\.code).sorted() == ["length", "to_learn", "unlocks"] && reasons.last?.code == "length")
        #expect(reasons.contains(.unlocks(skills: [1, 2])) && reasons.allSatisfy(\.isFor))
        let missing = try self.reasons(3, advice)
        #expect(missing.contains(.missing(skill: 0, known: advice.known[0])))
        #expect(missing.last.map(\.isFor) == false)
        let text = missing.map { $0.sentence(recommender.catalogue) }.joined(separator: "|")
        #expect(text.contains("A, which it builds on, may be missing (20\u{A0}% likely mastered)"))
    }

    @Test func whatATeacherPutFirst() throws {
        let (_, advice) = try advice(PracticeSettings(pinned: ["c3"]))
        #expect(advice.choices.first?.reasons.first == .pinned)
    }

    @Test func whatIsToBeKept() throws {
        let (_, advice) = try advice(goals: [Goal(id: "r", purpose: .remember)], right: [0], at: 2 * PracticeTests.day)
        #expect(try reasons(9, advice).first == .toBegin(skill: 3))
        #expect(try reasons(1, advice).first == .toKeep(skill: 0, recall: advice.recall[0]))
        #expect(advice.recall[0] < 0.999 && advice.recall[0] > 0.5)
    }

    @Test func whatIsMeasured() throws {
        let (_, advice) = try advice(goals: [Goal(id: "t", purpose: .measure)])
        for choice in advice.choices { #expect(choice.reasons.first == .tells) }
    }

    @Test func whatIsGivenForLackOfAnythingElse() throws {
        let (recommender, advice) = try advice(
            goals: [Goal(id: "a", skills: ["a"])], right: [Int](repeating: 0, count: 8))
        // An item that also exercises what no goal needs is no better than the others.
        #expect(advice.mastered == [0] && advice.withheld == [.noGoal: 9])
        let reasons = advice.choices.map { $0.reasons.first }
        #expect(reasons == [PracticeReason?](repeating: .nothingElse(.mastered), count: 4))
        #expect(
            reasons.first??.sentence(recommender.catalogue)
                == "all that is left is mastered: another look shows whether it stays")
    }

    @Test func longAndShortItems() throws {
        let items = [2.0, 2, 8].enumerated().map { Item(id: "i\($0)", title: "I", minutes: $1) }
        let recommender = Recommender(catalogue: try Catalogue(skills: [], items: items))
        let advice = recommender.advise(recommender.newLearner, at: 0)
        #expect(advice.choices.map(\.item) == [0, 1, 2])
        #expect(advice.choices[2].reasons.last == .length(times: 4))
        #expect(advice.choices[0].reasons.count == 1)
    }

    @Test func lists() {
        #expect(TitleList.words([]) == "" && TitleList.words(["A"]) == "A")
        #expect(TitleList.words(["A", "B"]) == "A and B" && TitleList.words(["A", "B", "C"]) == "A, B and C")
        #expect(TitleList.words(["A", "B", "C", "D"]) == "A, B and 2 more")
        #expect(TitleList.words(["A", "B"], most: 0) == "A and 1 more")
    }

    @Test func whatIsStuckSaysWhatToDo() throws {
        let catalogue = try PracticeTests.catalogue()
        var stuck = StuckSkill(skill: 1, attempts: 12, likelihoodRatio: 40, probability: 0.6, missing: 0)
        #expect(
            stuck.sentence(catalogue)
                == "B: practice is not working (60\u{A0}% likely, after 12 attempts); go back to A first, which it builds on "
                + "and is probably missing")
        stuck.missing = nil
        #expect(stuck.sentence(catalogue).hasSuffix("; have somebody explain it another way, together and live"))
    }
}
