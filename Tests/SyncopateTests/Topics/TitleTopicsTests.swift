import SyncopateStudents
import Testing

@testable import Syncopate

struct TitleTopicsTests {
    /// Topic titles by column; "" for none.
    private func found(_ titles: [String]) -> [String] {
        let topics = TitleTopics(titles: titles)
        return topics.labels.map { $0 < 0 ? "" : topics.topics[$0].title }
    }

    @Test func theSampleClassHasItsSixSkills() {
        let sample = SampleClass()
        let columns = sample.columns.filter { $0.skill != nil }
        let topics = TitleTopics(titles: columns.map(\.title))
        #expect(
            topics.topics.map(\.title) == ["Fractions", "Ratios", "Equations", "Area and volume", "Data", "Chance"])
        #expect(topics.labels == columns.map { $0.skill ?? -1 })
        #expect(topics.confidences.allSatisfy { $0 > 0.9 && $0 <= 0.95 })
    }

    @Test func formsAndCountsAreNoTopics() {
        #expect(found(["TMA 1752", "TMA 1753", "CMA 1754", "TMA 1755", "CMA 1756"]) == ["", "", "", "", ""])
        #expect(found((1...8).map { "Quiz \($0)" }) == [String](repeating: "", count: 8))
        #expect(found((1...6).map { "Assessment \(1750 + $0)" }) == [String](repeating: "", count: 6))
    }

    @Test func wordsStandBeforeUnits() {
        // Unit 3 holds two topics: its words tell them apart, and a column that only names the unit is left open.
        let titles = [
            "Unit 3: Fractions quiz", "Unit 3 Fractions homework", "Unit 3: Decimals", "Unit 3 Decimals test",
            "Unit 3 review",
            "Unit 4: Angles", "Angles homework", "Unit 4 quiz",
        ]
        #expect(found(titles) == ["Fractions", "Fractions", "Decimals", "Decimals", "", "Angles", "Angles", "Angles"])
        let topics = TitleTopics(titles: titles)
        #expect(topics.reasons[4] == .unitHoldsSeveral(CourseUnit(kind: .unit, number: 3)))
        #expect(topics.reasons[7] == .sameUnit(CourseUnit(kind: .unit, number: 4)))
    }

    @Test func unitsAreTopicsWhereWordsSayNothing() {
        #expect(
            found(["Quiz 1.1", "Quiz 1.2", "Quiz 2.1", "Homework 2.2", "Final"]) == [
                "Section 1", "Section 1", "Section 2", "Section 2", "",
            ])
        // They are called what the first title calls them.
        #expect(found(["Kapitel 4 Test", "Kap. 4 Aufgabe", "Essay", "U3L1"]) == ["Kapitel 4", "Kapitel 4", "", ""])
        // Everything in one unit tells nothing apart.
        #expect(found(["Unit 1 quiz", "Unit 1 homework", "Unit 1 test"]) == ["", "", ""])
    }

    @Test func aFormThatComesBackInEveryUnitIsNoTopic() {
        let titles = (1...3).flatMap { ["Unit \($0) Vocabulary", "Unit \($0) quiz", "Unit \($0) test"] }
        #expect(found(titles) == (1...3).flatMap { [String](repeating: "Unit \($0)", count: 3) })
    }

    @Test func wordsJoinTheirStandard() {
        let titles = ["6.NS.A.1 Dividing fractions", "Fractions homework", "6.RP.A.2 Rates", "Chance", "Angles"]
        #expect(
            found(titles) == [
                "The number system (6.NS.A)", "The number system (6.NS.A)", "Ratios and proportions (6.RP.A)", "", "",
            ])
    }

    @Test func commonWordsTellNothingApart() {
        let titles = (1...8).map { "Algebra \(["one", "two"][$0 % 2]) \($0)" }
        #expect(found(titles) == [String](repeating: "", count: 8))
    }

    @Test func degenerateTitlesAreNoTopics() {
        #expect(found([]) == [])
        #expect(found([""]) == [""])
        #expect(found(["", "", ""]) == ["", "", ""])
        #expect(found(["((((", "))))", "(1)(2)(", "\u{0}", String(repeating: "(a)", count: 500)]).count == 5)
    }

    @Test func aFileGivesStatementsAndParents() {
        let standards = StandardsFile([
            .init(id: "f", code: "", statement: "Framework"),
            .init(id: "d", code: "N", statement: "Number", parent: "f"),
            .init(id: "c", code: "N.1", statement: "Work with fractions", parent: "d"),
            .init(id: "s", code: "N.1.3", statement: "Add fractions", parent: "c"),
        ])
        let topics = TitleTopics(
            titles: ["Quiz N.1.3", "N.1.3 retake", "Framework", "Quiz: Add fractions"], standards: standards)
        #expect(topics.topics.map(\.title) == ["Work with fractions (N.1)"] || topics.topics.count == 2)
        #expect(topics.labels[0] == topics.labels[1] && topics.labels[0] == topics.labels[3] && topics.labels[0] >= 0)
        #expect(topics.topics[topics.labels[0]].statement == "Work with fractions")
    }
}
