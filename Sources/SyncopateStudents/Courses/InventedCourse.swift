public import Syncopate

/// An invented course: skills in layers, each building on one or two of the layer before, and items of one to three skills.
public struct InventedCourse: Sendable {
    public let catalogue: Catalogue
    /// Positions of the items of each layer, the highest layer of an item's skills.
    public let itemsOfLayer: [[Int]]

    public static let layers = 10

    /// - Parameters:
    ///   - skills: how many, at least one a layer.
    ///   - sets: how many different lists of skills the items have.
    public init(skills count: Int, items: Int, sets: Int, seed: UInt64) throws {
        var draw = Draws(seed: seed)
        let width = max(count / Self.layers, 1)
        func layer(_ skill: Int) -> Int { min(skill / width, Self.layers - 1) }
        let skills = (0..<count).map { skill in
            var requires: [Prerequisite] = []
            if layer(skill) > 0 {
                let below = (0..<count).filter { layer($0) == layer(skill) - 1 }
                let first = below[draw.below(below.count)]
                requires.append(Prerequisite(skill: "skill-\(first)"))
                let second = below[draw.below(below.count)]
                if second != first, draw.below(2) == 0 {
                    requires.append(Prerequisite(skill: "skill-\(second)", weight: 0.5))
                }
            }
            return Skill(id: "skill-\(skill)", title: "Skill \(skill)", requires: requires)
        }
        // Every skill by itself, and then twos and threes from neighbouring layers.
        var lists: [[SkillWeight]] = (0..<min(count, sets)).map { [SkillWeight(skill: "skill-\($0)")] }
        while lists.count < sets {
            let first = draw.below(count)
            var list = [SkillWeight(skill: "skill-\(first)")]
            for _ in 0...draw.below(2) {
                let other = min(max(first + draw.below(2 * width + 1) - width, 0), count - 1)
                let name = "skill-\(other)"
                if !list.contains(where: { $0.skill == name }) {
                    list.append(SkillWeight(skill: name, weight: draw.below(2) == 0 ? 1 : 0.5))
                }
            }
            lists.append(list)
        }
        let all = (0..<items).map { item in
            Item(
                id: "item-\(item)", title: "Item \(item)", skills: lists[draw.below(lists.count)],
                minutes: Double(1 + draw.below(12)) / 2)
        }
        catalogue = try Catalogue(skills: skills, items: all)
        var itemsOfLayer = [[Int]](repeating: [], count: Self.layers)
        for (item, edges) in catalogue.itemSkills.enumerated() {
            itemsOfLayer[edges.map { layer($0.skill) }.max() ?? 0].append(item)
        }
        self.itemsOfLayer = itemsOfLayer
    }

    /// Answers of one learner, who knows the layers one after the other: item, score, and seconds since 1970.
    public func answers(learner: Int, most: Int) -> [(item: Int, score: Double, at: Double)] {
        var draw = Draws(seed: UInt64(learner) &* 7_919 &+ 3)
        let count = draw.below(most + 1)
        var time = 1_760_000_000.0 + Double(draw.below(86_400))
        var level = 0.0
        return (0..<count).map { number in
            // Sessions of twenty answers, a day or two apart.
            time += number % 20 == 0 ? 86_400 * Double(1 + draw.below(2)) : Double(30 + draw.below(120))
            let layer = min(max(Int(level) + draw.below(3) - 1, 0), itemsOfLayer.count - 1)
            level = min(level + 0.06, Double(itemsOfLayer.count - 1))
            let items = itemsOfLayer[layer].isEmpty ? itemsOfLayer[0] : itemsOfLayer[layer]
            let item = items[draw.below(items.count)]
            let chance = Double(layer) <= level ? 80 : 35
            return (item, draw.below(100) < chance ? 1 : 0, time)
        }
    }
}
