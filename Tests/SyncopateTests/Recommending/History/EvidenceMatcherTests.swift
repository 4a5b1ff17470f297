import Testing

@testable import Syncopate

struct EvidenceMatcherTests {
    private func catalogue() throws -> Catalogue {
        try Catalogue(
            skills: [
                Skill(id: "ratios", title: "Ratios", formerly: ["fractions"]),
                Skill(id: "shares", title: "Shares", formerly: ["fractions", "percent"]),
                Skill(id: "percent", title: "Percent", formerly: ["interest", "rebate"]),
            ],
            items: [
                Item(
                    id: "q2", title: "Quiz",
                    skills: [SkillWeight(skill: "ratios", weight: 3), SkillWeight(skill: "percent")],
                    formerly: ["q1"])
            ])
    }

    /// What an answer on an item of the log comes to, as skill ids and weights.
    private func match(
        _ item: Item, events own: [SkillWeight]? = nil
    ) throws -> (item: Int?, skills: [String: Double])? {
        let catalogue = try catalogue()
        var log = EvidenceLog()
        let learner = log.intern(Learner(id: "ada"))
        let position = log.intern(item)
        let set = own.map { log.intern(skillSet: $0) } ?? -1
        let event = Event(learner: learner, item: position, status: .scored, score: 1.5, skillSet: set)
        log.append(event)
        guard case .answer(let answer) = EvidenceMatcher(log, catalogue).match(log.events[0]) else { return nil }
        #expect(answer.score == 1 && answer.itemID == item.id)
        #expect(answer.skills.isEmpty || abs(answer.skills.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
        return (
            answer.item,
            Dictionary(uniqueKeysWithValues: answer.skills.map { (catalogue.skills[$0.skill].id, $0.weight) })
        )
    }

    private func gone(_ skills: [(String, Double)], id: String = "gone") -> Item {
        Item(id: id, title: id, skills: skills.map { SkillWeight(skill: $0.0, weight: $0.1) })
    }

    @Test(arguments: ["q2", "q1"]) func itemsByTheirNamesOfTodayAndBefore(_ id: String) throws {
        // What the catalogue says of an item goes before what the log does.
        let found = try #require(try match(gone([("shares", 1)], id: id)))
        #expect(found.item == 0 && found.skills == ["ratios": 0.75, "percent": 0.25])
    }

    @Test func aSplitSkillSharesItsWeight() throws {
        #expect(try match(gone([("fractions", 1)]))?.skills == ["ratios": 0.5, "shares": 0.5])
        #expect(
            try match(gone([("fractions", 1), ("percent", 1)]))?.skills == [
                "ratios": 0.25, "shares": 0.25, "percent": 0.5,
            ])
    }

    @Test func mergedSkillsAddUp() throws {
        #expect(try match(gone([("interest", 1), ("rebate", 2)]))?.skills == ["percent": 1])
        #expect(try match(gone([("interest", 1), ("ratios", 3)]))?.skills == ["percent": 0.25, "ratios": 0.75])
    }

    /// `shares` was formerly called `percent`, which another skill is called now: the name is that one's.
    @Test func aNameOfTodayGoesBeforeOneOfBefore() throws {
        #expect(try match(gone([("percent", 1)]))?.skills == ["percent": 1])
    }

    @Test func whatIsUnknownIsLeftOut() throws {
        #expect(try match(gone([("unheard", 9), ("ratios", 1)]))?.skills == ["ratios": 1])
        #expect(try match(gone([("unheard", 1)])) == nil)
        #expect(try match(gone([])) == nil)
        #expect(try match(gone([("ratios", -1)])) == nil)
        #expect(try match(gone([("ratios", .infinity), ("percent", 1)]))?.skills == ["percent": 1])
    }

    @Test func theSkillsOfTheEventGoBeforeThoseOfTheItem() throws {
        let item = gone([("ratios", 1)])
        #expect(try match(item, events: [SkillWeight(skill: "percent")])?.skills == ["percent": 1])
        // Where they are none of the catalogue's, the item's are better than nothing.
        #expect(try match(item, events: [SkillWeight(skill: "unheard")])?.skills == ["ratios": 1])
    }

    @Test func anItemOfASkillsNameStandsForIt() throws {
        #expect(try match(gone([], id: "ratios"))?.skills == ["ratios": 1])
        #expect(try match(gone([], id: "fractions"))?.skills == ["ratios": 0.5, "shares": 0.5])
    }
}
