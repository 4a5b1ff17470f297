import Syncopate
import TestSupport
import Testing

struct CatalogueTests {
    func faults(_ skills: [Skill] = [], _ items: [Item] = [], _ goals: [Goal] = []) -> [CatalogueFault] {
        do {
            _ = try Catalogue(skills: skills, items: items, goals: goals)
            return []
        } catch {
            return error.faults
        }
    }

    func skill(_ id: String, _ requires: String...) -> Skill {
        Skill(id: id, title: id, requires: requires.map { Prerequisite(skill: $0) })
    }

    @Test func aCircleIsRefusedWithItsPath() throws {
        let found = faults([skill("a", "c"), skill("b", "a"), skill("c", "b"), skill("d", "a"), skill("e")])
        #expect(found.map(\.code) == [.prerequisiteCycle])
        let message = try #require(found.first).message
        #expect(message == "the prerequisites lead in a circle: \"a\" requires \"c\" requires \"b\" requires \"a\"")
        #expect(faults([skill("a", "a")]).first?.message.hasSuffix("\"a\" requires \"a\"") == true)
    }

    /// Items that wait for each other would never be given.
    @Test func itemsInACircleAreRefused() {
        func item(_ id: String, _ requires: String...) -> Item { Item(id: id, title: id, requires: requires) }
        let found = faults([], [item("x"), item("y", "x", "z"), item("z", "y"), item("w", "x", "x")])
        #expect(found.map(\.code) == [.prerequisiteCycle] && found.map(\.part) == [.item])
        #expect(found.first?.message == "items wait for each other: \"y\" requires \"z\" requires \"y\"")
        #expect(faults([], [item("x"), item("y", "x"), item("w", "x", "y", "x")]).isEmpty)
    }

    @Test func eachKindOfFault() {
        #expect(faults([skill("")]).map(\.code) == [.blankID])
        #expect(faults([skill("a"), skill("a")]).map(\.code) == [.duplicateID])
        #expect(faults([skill("a", "b")]).map(\.code) == [.unknownSkill])
        #expect(faults([skill("b"), skill("a", "b", "b")]).map(\.code) == [.duplicateID])
        #expect(faults([], [Item(id: "x", title: "x", requires: ["y"])]).map(\.code) == [.unknownItem])
        #expect(faults([], [Item(id: "x", title: "x", requires: ["x"])]).map(\.code) == [.unknownItem])
        #expect(
            faults([skill("a")], [Item(id: "x", title: "x", skills: [SkillWeight(skill: "A")])]).map(\.code)
                == [.unknownSkill])
        #expect(faults([], [Item(id: "x", title: "x", minutes: 0)]).map(\.code) == [.valueOutOfRange])
        #expect(faults([], [Item(id: "x", title: "x", discrimination: -1)]).map(\.code) == [.valueOutOfRange])
        #expect(faults([], [Item(id: "x", title: "x", difficulty: .nan)]).map(\.code) == [.valueOutOfRange])
        #expect(faults([skill("a")], [], [Goal(id: "g", threshold: 1)]).map(\.code) == [.valueOutOfRange])
        #expect(faults([skill("a")], [], [Goal(id: "g", weight: 0)]).map(\.code) == [.valueOutOfRange])
        #expect(faults([skill("a")], [], [Goal(id: "g", by: .infinity)]).map(\.code) == [.valueOutOfRange])
        #expect(faults([skill("a")], [], [Goal(id: "g", skills: ["z"])]).map(\.code) == [.unknownSkill])
        #expect(faults([skill("a")], [], [Goal(id: "g", items: ["z"])]).map(\.code) == [.unknownItem])
        #expect(faults([skill("a")], [], [Goal(id: "g"), Goal(id: "g")]).map(\.code) == [.duplicateID])
        let careless = NominalParameters(guess: 0.6, slip: 0.5)
        #expect(faults([Skill(id: "a", title: "a", nominal: careless)]).map(\.code) == [.valueOutOfRange])
        let heavy = Skill(id: "a", title: "a", requires: [Prerequisite(skill: "b", weight: 2)])
        #expect(faults([skill("b"), heavy]).map(\.code) == [.valueOutOfRange])
    }

    @Test func everythingWrongIsSaidAtOnce() {
        let found = faults([skill("a", "q"), skill("a")], [Item(id: "", title: "", minutes: -1)])
        #expect(Set(found.map(\.code)) == [.duplicateID, .unknownSkill, .blankID, .valueOutOfRange])
    }

    @Test func anItemWithoutSkillsIsItsOwn() throws {
        let catalogue = try Catalogue(
            skills: [],
            items: [
                Item(id: "card", title: "Card"),
                Item(
                    id: "sum", title: "Sum",
                    skills: [SkillWeight(skill: "add", weight: 3), SkillWeight(skill: "carry")]),
            ])
        #expect(catalogue.skills.map(\.id) == ["card", "add", "carry"])
        #expect(catalogue.itemSkills[0].map(\.skill) == [0])
        #expect(catalogue.itemSkills[1].map(\.weight) == [0.75, 0.25])
        #expect(catalogue.goals == [.everything])
    }

    @Test func identitiesOfBeforeAreFoundUntilSomebodyElseHasThem() throws {
        let catalogue = try Catalogue(
            skills: [
                Skill(id: "ratios", title: "Ratios", formerly: ["fractions", "percent"]),
                Skill(id: "shares", title: "Shares", formerly: ["fractions"]), Skill(id: "percent", title: "Percent"),
            ], items: [Item(id: "q2", title: "Quiz", skills: [SkillWeight(skill: "ratios")], formerly: ["q1"])])
        #expect(catalogue.position(ofSkill: "fractions") == 0)
        #expect(catalogue.position(ofSkill: "percent") == 2)
        #expect(catalogue.position(ofItem: "q1") == 0)
        #expect(catalogue.position(ofItem: "nowhere") == nil)
    }

    /// Against a depth-first search: random graphs are refused exactly if they have a cycle, and the path named is one.
    @Test func ordersAndCyclesOfRandomGraphs() throws {
        var generator = SeededGenerator(seed: 4)
        var refused = 0
        for _ in 0..<300 {
            let count = 2 + Int(generator.next() % 9)
            var requires = [Set<Int>](repeating: [], count: count)
            for _ in 0..<Int(generator.next() % UInt64(2 * count)) {
                requires[Int(generator.next() % UInt64(count))].insert(Int(generator.next() % UInt64(count)))
            }
            func reaches(_ from: Int, _ to: Int, _ seen: inout Set<Int>) -> Bool {
                requires[from].contains { next in
                    next == to || (seen.insert(next).inserted && reaches(next, to, &seen))
                }
            }
            let isCyclic = (0..<count).contains { start in
                var seen: Set<Int> = []
                return reaches(start, start, &seen)
            }
            let skills = (0..<count).map { k in
                Skill(
                    id: "s\(k)", title: "", requires: requires[k].sorted().map { Prerequisite(skill: "s\($0)") })
            }
            do {
                let graph = try Catalogue(skills: skills, items: []).graph
                #expect(!isCyclic)
                #expect(graph.order.sorted() == Array(0..<count))
                for (place, k) in graph.order.enumerated() {
                    #expect(requires[k].allSatisfy { graph.order.prefix(place).contains($0) })
                    #expect(graph.children[k].allSatisfy { requires[$0.skill].contains(k) })
                }
            } catch {
                refused += 1
                #expect(isCyclic)
                let message = try #require(error.faults.first).message
                let path = message.split(separator: "\"").compactMap { $0.hasPrefix("s") ? Int($0.dropFirst()) : nil }
                #expect(path.count > 1 && path.first == path.last)
                for (from, to) in zip(path, path.dropFirst()) { #expect(requires[from].contains(to)) }
            }
        }
        #expect(refused > 30 && refused < 270)
    }
}
