import TestSupport
import Testing

@testable import Syncopate

/// A catalogue is edited, the log stays: what it says of learners stays too. Each edit is held against the same log with
/// the new names, or against the catalogue as it was.
struct ContentEditTests {
    typealias Row = PracticeLog.Row

    private static let skills = [
        Skill(id: "a", title: "A"), Skill(id: "b", title: "B", requires: [Prerequisite(skill: "a")]),
        Skill(id: "c", title: "C", requires: [Prerequisite(skill: "b", weight: 0.5)]),
    ]
    /// Two items a skill, one of two skills.
    private static let tags: [(id: String, skills: [String])] = [
        ("a1", ["a"]), ("a2", ["a"]), ("b1", ["b"]), ("b2", ["b"]), ("c1", ["c"]), ("c2", ["c"]), ("mix", ["a", "c"]),
    ]
    private static func item(_ id: String, _ skills: [String], formerly: [String] = []) -> Item {
        Item(id: id, title: id, skills: skills.map { SkillWeight(skill: $0) }, formerly: formerly)
    }
    private static let items = tags.map { item($0.id, $0.skills) }

    /// Mastery and memory both count in what a state says.
    private static let goals = [Goal(id: "m"), Goal(id: "r", purpose: .remember, weight: 0.5)]

    private func history(_ skills: [Skill], _ items: [Item], _ rows: [Row]) throws -> PracticeHistory {
        let catalogue = try Catalogue(skills: skills, items: items, goals: Self.goals)
        let history = PracticeHistory(PracticeLog.log(rows), for: Recommender(catalogue: catalogue))
        #expect(history.unmatched.isEmpty)
        return history
    }

    /// The log as it was; with `tagged` every row says its skills.
    private func rows(tagged: Bool, seed: UInt64) -> [Row] {
        PracticeLog.rows(Self.tags.map { ($0.id, tagged ? $0.skills : []) }, count: 60, seed: seed)
    }

    private func expectSame(_ one: PracticeHistory, _ other: PracticeHistory) {
        #expect(one.learners.count == other.learners.count && !one.learners.isEmpty)
        for (a, b) in zip(one.learners, other.learners) { #expect(a.state == b.state) }
    }

    /// What is believed of a skill, by position.
    private func belief(_ state: PracticeState, _ skill: Int) -> [Double] {
        let paces = state.knowledge.paces
        let memory = state.memory.trace(ofSkill: skill).map { [$0.stability, $0.difficulty, $0.last] } ?? []
        return [state.knowledge.known[skill], state.knowledge.attempts[skill]]
            + state.knowledge.unknown[skill * paces..<(skill + 1) * paces] + memory
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func anItemAndASkillAreAddedInFront(_ seed: UInt64) throws {
        let rows = rows(tagged: false, seed: seed)
        let before = try history(Self.skills, Self.items, rows)
        let after = try history(
            [Skill(id: "new", title: "New")] + Self.skills, [Self.item("n1", ["new"])] + Self.items, rows)
        for (old, new) in zip(before.learners, after.learners) {
            for skill in Self.skills.indices { #expect(belief(old.state, skill) == belief(new.state, skill + 1)) }
            #expect(new.state.items.positions == old.state.items.positions.map { $0 + 1 })
            for item in old.state.items.positions { #expect(new.state.items[item + 1] == old.state.items[item]) }
            #expect(new.state.recent.elementsEqual(old.state.recent.map { $0 + 1 }))
            #expect(new.state.attempts == old.state.attempts && new.state.last == old.state.last)
            #expect(new.state.knowledge.attempts[0] == 0)
        }
    }

    /// The log says what the items exercised: what is believed of the skills does not change at all.
    @Test(arguments: [1, 2, 3] as [UInt64]) func anItemIsRemovedFromUnderATaggedLog(_ seed: UInt64) throws {
        let rows = rows(tagged: true, seed: seed)
        let before = try history(Self.skills, Self.items, rows)
        let after = try history(Self.skills, Self.items.filter { !["b1", "mix"].contains($0.id) }, rows)
        for (old, new) in zip(before.learners, after.learners) {
            #expect(old.state.knowledge == new.state.knowledge && old.state.memory == new.state.memory)
            #expect(old.answers.map(\.score) == new.answers.map(\.score))
        }
    }

    /// The log says nothing of skills: the skill that the item was on takes it up under its name.
    @Test(arguments: [1, 2, 3] as [UInt64]) func anItemIsRemovedFromUnderABareLog(_ seed: UInt64) throws {
        let rows = rows(tagged: false, seed: seed)
        let before = try history(Self.skills, Self.items, rows)
        var skills = Self.skills
        skills[1].formerly = ["b1"]
        skills[0].formerly = ["mix"]
        skills[2].formerly = ["mix"]
        let after = try history(skills, Self.items.filter { !["b1", "mix"].contains($0.id) }, rows)
        for (old, new) in zip(before.learners, after.learners) {
            #expect(old.state.knowledge == new.state.knowledge && old.state.memory == new.state.memory)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func anItemIsRenamed(_ seed: UInt64) throws {
        let rows = rows(tagged: false, seed: seed)
        let renamed = Self.items.map { $0.id == "a2" ? Self.item("a2 new", ["a"], formerly: ["a2"]) : $0 }
        let after = try history(Self.skills, renamed, rows)
        expectSame(after, try history(Self.skills, Self.items, rows))
        // The same with the new name from some row on.
        let newer = rows.enumerated().map { (place: Int, row: Row) in
            var row = row
            if row.item == "a2", place > 20 { row.item = "a2 new" }
            return row
        }
        expectSame(after, try history(Self.skills, renamed, newer))
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func itemsAreMerged(_ seed: UInt64) throws {
        let rows = rows(tagged: false, seed: seed)
        let merged = Self.items.filter { !$0.id.hasPrefix("a") } + [Self.item("a", ["a"], formerly: ["a1", "a2"])]
        let named = rows.map { row in
            var row = row
            if row.item.hasPrefix("a") { row.item = "a" }
            return row
        }
        expectSame(try history(Self.skills, merged, rows), try history(Self.skills, merged, named))
    }

    /// Skills are renamed, split and merged while half the items go: against the same log with the new names.
    @Test(
        arguments: [
            ["a": ["alpha"]], ["a": ["a one", "a two"]], ["a": ["ab"], "b": ["ab"]], ["c": ["c", "d"]],
        ] as [[String: [String]]], [1, 2] as [UInt64])
    func skillsAreEdited(_ names: [String: [String]], _ seed: UInt64) throws {
        func renamed(_ skills: [String]) -> [String] {
            var all: [String] = []
            for skill in skills.flatMap({ names[$0] ?? [$0] }) where !all.contains(skill) { all.append(skill) }
            return all
        }
        var skills: [Skill] = []
        for skill in Self.skills {
            for id in names[skill.id] ?? [skill.id] {
                if let known = skills.firstIndex(where: { $0.id == id }) {
                    skills[known].formerly.append(skill.id)
                    continue
                }
                let requires = skill.requires.flatMap { required in
                    (names[required.skill] ?? [required.skill]).filter { $0 != id }
                        .map { Prerequisite(skill: $0, weight: required.weight) }
                }
                skills.append(
                    Skill(id: id, title: id, requires: requires, formerly: id == skill.id ? [] : [skill.id]))
            }
        }
        // "c" stays while "d" came out of it: what was said of "c" is said of "c" now.
        let isSplitOff = names["c"] != nil
        let kept = Self.tags.filter { !$0.id.hasSuffix("2") }.map { Self.item($0.id, renamed($0.skills)) }
        let old = rows(tagged: true, seed: seed)
        let new = old.map { row in
            var row = row
            if !isSplitOff { row.skills = renamed(row.skills) }
            return row
        }
        #expect(isSplitOff || old.contains { row in row.skills.contains { names[$0] != nil } })
        let after = try history(skills, kept, old)
        expectSame(after, try history(skills, kept, new))
        // Nothing is lost: every answer still counts, whole.
        for learner in after.learners {
            let own = old.count { $0.learner == learner.learner.id }
            #expect(learner.answers.count == own)
            #expect(abs(learner.state.knowledge.attempts.reduce(0, +) - Double(own)) < 1e-9)
        }
    }

    @Test func aSkillIsRemovedAndTheOthersStay() throws {
        let rows = rows(tagged: true, seed: 5)
        let before = try history(Self.skills, Self.items, rows)
        let catalogue = try Catalogue(
            skills: Array(Self.skills.prefix(2)),
            items: Self.tags.filter { !$0.skills.contains("c") }.map { Self.item($0.id, $0.skills) })
        let after = PracticeHistory(PracticeLog.log(rows), for: Recommender(catalogue: catalogue))
        #expect(after.unmatched.sorted() == ["c1", "c2"])
        #expect(after.unmatchedAnswers == rows.count { ["c1", "c2"].contains($0.item) })
        for (old, new) in zip(before.learners, after.learners) {
            #expect(new.answers.count == old.answers.count { ["c1", "c2"].contains($0.itemID) == false })
        }
    }

    @Test func twoItemsCannotBothHaveBeenOne() throws {
        let error = #expect(throws: InvalidCatalogue.self) {
            try Catalogue(
                skills: [],
                items: [Item(id: "x", title: "", formerly: ["q"]), Item(id: "y", title: "", formerly: ["q", "x"])])
        }
        #expect(error?.faults.map(\.code) == [.duplicateID])
        #expect(error?.faults.first?.id == "y")
        #expect(error?.faults.first?.message == "was formerly \"q\", and so was another item")
    }

    /// Inside a catalogue only names of today count, and the fault says which that is.
    @Test func aFaultSaysTheNameOfToday() throws {
        let error = #expect(throws: InvalidCatalogue.self) {
            try Catalogue(
                skills: [Skill(id: "alpha", title: "A", formerly: ["a"])],
                items: [Self.item("x", ["a"]), Self.item("y", ["alhpa"]), Self.item("z", ["q"])])
        }
        #expect(
            error?.faults.map(\.remedy) == [
                "call it \"alpha\", its name now", "add that skill, or correct the name; did you mean \"alpha\"?",
                "add that skill, or correct the name",
            ])
    }
}
