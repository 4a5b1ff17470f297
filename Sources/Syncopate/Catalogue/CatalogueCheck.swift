/// Gathers what is wrong with a catalogue while it is put together.
struct CatalogueCheck {
    private(set) var faults: [CatalogueFault] = []

    /// Positions by identity: those of today, and those with the identities of before added where nobody has them now.
    struct Positions {
        var current: [String: Int] = [:]
        var all: [String: Int] = [:]
        /// What they are of.
        var part: CatalogueFault.Part
        /// Identities of today, by position.
        var ids: [String]
    }

    /// Most faults that get a "did you mean": looking for one goes through the whole catalogue.
    private static let hintLimit = 20

    /// What to do about a name that is none of today's.
    private func remedy(_ name: String, _ positions: Positions) -> String {
        if let now = positions.all[name] { return "call it \"\(positions.ids[now])\", its name now" }
        let plain = "add that \(positions.part.rawValue), or correct the name"
        guard faults.count < Self.hintLimit,
            let nearest = NearestNames.among(positions.ids, to: name, count: 1).first
        else { return plain }
        return plain + "; did you mean \"\(nearest)\"?"
    }

    private mutating func fault(
        _ code: CatalogueFault.Code, _ part: CatalogueFault.Part, _ id: String, _ message: String, remedy: String
    ) {
        faults.append(CatalogueFault(code, part, id, message, remedy: remedy))
    }

    mutating func positions(of ids: [String], formerly: [[String]], part: CatalogueFault.Part) -> Positions {
        var positions = Positions(part: part, ids: ids)
        positions.current.reserveCapacity(ids.count)
        for (position, id) in ids.enumerated() {
            if id.isEmpty {
                fault(.blankID, part, "", "number \(position + 1) has no id", remedy: "give it one that stays")
            } else if positions.current.updateValue(position, forKey: id) != nil {
                fault(.duplicateID, part, id, "stands in the catalogue twice", remedy: "keep one of them")
            }
        }
        positions.all = positions.current
        for (position, names) in formerly.enumerated() {
            for name in names where positions.all[name] != position {
                if positions.all[name] == nil {
                    positions.all[name] = position
                } else if part == .item, positions.current[name] == nil {
                    // A skill that was split leaves its evidence to every part; an answer was on one item only.
                    fault(
                        .duplicateID, part, ids[position], "was formerly \"\(name)\", and so was another item",
                        remedy: "keep that at one of them")
                }
            }
        }
        return positions
    }

    /// Weights add up, and are compared with each other: what is beyond this range would drown in rounding.
    private static func isWeight(_ weight: Double) -> Bool { weight >= 1e-6 && weight <= 1e6 }

    mutating func parents(_ skill: Skill, _ positions: Positions) -> [PrerequisiteGraph.Edge] {
        if let message = skill.nominal?.fault {
            fault(.valueOutOfRange, .skill, skill.id, message, remedy: "correct it, or leave it out")
        }
        var edges: [PrerequisiteGraph.Edge] = []
        for parent in skill.requires {
            guard let position = positions.current[parent.skill] else {
                fault(
                    .unknownSkill, .skill, skill.id, "requires \"\(parent.skill)\", which is no skill of the catalogue",
                    remedy: remedy(parent.skill, positions))
                continue
            }
            guard parent.weight > 0, parent.weight <= 1 else {
                fault(
                    .valueOutOfRange, .skill, skill.id, "requires \"\(parent.skill)\" with weight \(parent.weight)",
                    remedy: "give a weight above 0 and up to 1")
                continue
            }
            if edges.contains(where: { $0.skill == position }) {
                fault(
                    .duplicateID, .skill, skill.id, "requires \"\(parent.skill)\" twice", remedy: "keep one of them")
                continue
            }
            edges.append(PrerequisiteGraph.Edge(skill: position, weight: parent.weight))
        }
        return edges
    }

    mutating func skills(_ item: Item, _ positions: Positions) -> [PrerequisiteGraph.Edge] {
        if let value = item.minutes, !(value >= 0.001 && value <= 100_000) {
            range("minutes", value, "of minutes, from 0.001 to 100000", item)
        }
        if let value = item.discrimination, !(value > 0 && value <= 100) {
            range("discrimination", value, "above 0 and up to 100", item)
        }
        if let value = item.difficulty, !(abs(value) <= 100) {
            range("difficulty", value, "in logits, from -100 to 100", item)
        }
        if let value = item.due, !value.isFinite { range("due", value, "a moment", item) }
        var edges: [PrerequisiteGraph.Edge] = []
        edges.reserveCapacity(item.skills.count)
        for weight in item.skills {
            guard let position = positions.current[weight.skill] else {
                fault(
                    .unknownSkill, .item, item.id, "exercises \"\(weight.skill)\", which is no skill of the catalogue",
                    remedy: remedy(weight.skill, positions))
                continue
            }
            guard Self.isWeight(weight.weight) else {
                fault(
                    .valueOutOfRange, .item, item.id, "exercises \"\(weight.skill)\" with weight \(weight.weight)",
                    remedy: "give a weight from 1e-6 to 1e6")
                continue
            }
            if let known = edges.firstIndex(where: { $0.skill == position }) {
                edges[known].weight += weight.weight
            } else {
                edges.append(PrerequisiteGraph.Edge(skill: position, weight: weight.weight))
            }
        }
        let total = edges.reduce(0) { $0 + $1.weight }
        for place in edges.indices { edges[place].weight /= total }
        return edges
    }

    private mutating func range(_ name: String, _ value: Double, _ range: String, _ item: Item) {
        fault(.valueOutOfRange, .item, item.id, "\(name) is \(value)", remedy: "give a number \(range)")
    }

    mutating func requires(_ item: Item, _ positions: Positions) -> [Int] {
        item.requires.compactMap { id in
            if let position = positions.current[id], id != item.id { return position }
            fault(
                .unknownItem, .item, item.id,
                id == item.id ? "requires itself" : "requires \"\(id)\", which is no item of the catalogue",
                remedy: id == item.id ? "leave that out" : remedy(id, positions))
            return nil
        }
    }

    /// Items that wait for each other would never be given.
    mutating func order(_ requires: [[Int]], _ items: [Item]) {
        guard requires.contains(where: { !$0.isEmpty }) else { return }
        do {
            _ = try PrerequisiteGraph(
                parents: requires.map { $0.map { PrerequisiteGraph.Edge(skill: $0, weight: 1) } })
        } catch {
            let path = error.path.map { "\"\(items[$0].id)\"" }.joined(separator: " requires ")
            fault(
                .prerequisiteCycle, .item, error.path.first.map { items[$0].id } ?? "",
                "items wait for each other: \(path)", remedy: "remove one of these requirements")
        }
    }

    mutating func check(_ goal: Goal, _ skills: Positions, _ items: Positions) {
        for id in goal.skills where skills.current[id] == nil {
            fault(
                .unknownSkill, .goal, goal.id, "is about \"\(id)\", which is no skill of the catalogue",
                remedy: remedy(id, skills))
        }
        for id in goal.items where items.current[id] == nil {
            fault(
                .unknownItem, .goal, goal.id, "is about \"\(id)\", which is no item of the catalogue",
                remedy: remedy(id, items))
        }
        if !(goal.threshold > 0 && goal.threshold < 1) {
            fault(
                .valueOutOfRange, .goal, goal.id, "the threshold is \(goal.threshold)",
                remedy: "give a share between 0 and 1, such as 0.7")
        }
        if !Self.isWeight(goal.weight) {
            fault(
                .valueOutOfRange, .goal, goal.id, "the weight is \(goal.weight)",
                remedy: "give a number from 1e-6 to 1e6")
        }
        if let by = goal.by, !by.isFinite {
            fault(.valueOutOfRange, .goal, goal.id, "the date is \(by)", remedy: "give a moment")
        }
    }

    mutating func uniqueGoals(_ goals: [Goal]) {
        _ = positions(of: goals.map(\.id), formerly: [], part: .goal)
    }

    /// The graph, or a fault that names the circle.
    mutating func graph(_ parents: [[PrerequisiteGraph.Edge]], _ skills: [Skill]) -> PrerequisiteGraph? {
        do {
            return try PrerequisiteGraph(parents: parents)
        } catch {
            let path = error.path.map { "\"\(skills[$0].id)\"" }.joined(separator: " requires ")
            fault(
                .prerequisiteCycle, .skill, error.path.first.map { skills[$0].id } ?? "",
                "the prerequisites lead in a circle: \(path)", remedy: "remove one of these prerequisites")
            return nil
        }
    }
}
