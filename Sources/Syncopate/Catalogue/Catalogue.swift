/// What can be learnt and with what: skills with their prerequisites, items and goals, checked once and then constant.
///
/// Everything is known by its stable identity; positions are of this one value and never stored. Content may be edited
/// between two catalogues at will: what is gone keeps its evidence in the learners' states, what is renamed, split or
/// merged says so in `formerly`.
public struct Catalogue: Sendable {
    public let skills: [Skill]
    public let items: [Item]
    /// What is to be reached; never empty.
    public let goals: [Goal]
    /// Who builds on whom, by position.
    public let graph: PrerequisiteGraph
    /// Per item, the skills it exercises by position, weights summing to one.
    public let itemSkills: [[PrerequisiteGraph.Edge]]
    /// Per item, positions of the items that must have been done well before.
    public let itemRequires: [[Int]]

    private let skillPositions: [String: Int]
    /// Positions of the items by their identities, and by those they had before where no item has it now.
    public let itemPositions: [String: Int]
    /// Skills by an identity they had before, where nobody has it now.
    private let skillsFormerly: [String: [Int]]

    /// Checks and indexes.
    ///
    /// Where `skills` is empty the skills are those the items name; an item that names none is its own skill, as a
    /// flash card is. Without goals, the goal is to master everything.
    ///
    /// - Throws: everything wrong with it at once: identities that are blank or given twice (of items, those of before
    ///   included), skills or items that do not exist, prerequisites or items that lead in a circle (with the path),
    ///   numbers outside their range.
    public init(skills: [Skill], items: [Item], goals: [Goal] = []) throws(InvalidCatalogue) {
        var check = CatalogueCheck()
        let all = Self.completed(skills, items)
        var items = items
        for place in items.indices where items[place].skills.isEmpty { items[place] = items[place].asItsOwnSkill }
        let skillPositions = check.positions(of: all.map(\.id), formerly: all.map(\.formerly), part: .skill)
        let itemPositions = check.positions(of: items.map(\.id), formerly: items.map(\.formerly), part: .item)
        let parents = all.map { check.parents($0, skillPositions) }
        itemSkills = items.map { check.skills($0, skillPositions) }
        itemRequires = items.map { check.requires($0, itemPositions) }
        check.order(itemRequires, items)
        for goal in goals { check.check(goal, skillPositions, itemPositions) }
        check.uniqueGoals(goals)
        let graph = check.graph(parents, all)
        guard let graph, check.faults.isEmpty else { throw InvalidCatalogue(faults: check.faults) }
        self.skills = all
        self.items = items
        self.goals = goals.isEmpty ? [.everything] : goals
        self.graph = graph
        self.skillPositions = skillPositions.all
        self.itemPositions = itemPositions.all
        var formerly: [String: [Int]] = [:]
        for (position, skill) in all.enumerated() {
            for name in Set(skill.formerly) where skillPositions.current[name] == nil {
                formerly[name, default: []].append(position)
            }
        }
        skillsFormerly = formerly
    }

    /// Position of the skill with this identity, or one it had before if no skill has it now.
    public func position(ofSkill id: String) -> Int? { skillPositions[id] }

    /// Positions of the skill with this identity, or of all that came from it if no skill has it now: a skill that was split
    /// leaves its evidence to every part.
    public func positions(ofSkill id: String) -> [Int] { skillsFormerly[id] ?? skillPositions[id].map { [$0] } ?? [] }

    /// Position of the item with this identity, or one it had before if no item has it now.
    public func position(ofItem id: String) -> Int? { itemPositions[id] }

    /// The skills given, or those that items name where none are.
    private static func completed(_ skills: [Skill], _ items: [Item]) -> [Skill] {
        var all = skills
        var known = Set(skills.map(\.id))
        for place in items.indices where skills.isEmpty || items[place].skills.isEmpty {
            let item = items[place]
            if item.skills.isEmpty, known.insert(item.id).inserted {
                all.append(Skill(id: item.id, title: item.title, formerly: item.formerly))
            }
            guard skills.isEmpty else { continue }
            for weight in item.skills where known.insert(weight.skill).inserted {
                all.append(Skill(id: weight.skill, title: weight.skill))
            }
        }
        return all
    }
}

extension Item {
    /// The item as the one thing that exercises a skill of its own name.
    fileprivate var asItsOwnSkill: Item {
        var item = self
        item.skills = [SkillWeight(skill: id)]
        return item
    }
}
