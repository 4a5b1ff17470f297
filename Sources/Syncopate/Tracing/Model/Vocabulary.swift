/// Positions of items, skills and sets of skills: first those of a model, then those met since.
///
/// Ids are looked up once; whatever follows works on positions. Positions never change, so a learner's state stays valid
/// while new items and skills come in.
package struct Vocabulary: Sendable {
    package let knownItems: Int
    package let knownSkills: Int
    package let knownSets: Int
    package private(set) var items: [String]
    package private(set) var skills: [String]
    package private(set) var sets: [ResponseLog.SkillSet]
    private var itemPositions: [String: Int32]
    private var skillPositions: [String: Int32]
    private var setPositions: [ResponseLog.SkillSet: Int32]

    package init(_ model: MasteryModel) { self = model.vocabulary }

    init(items: [String], skills: [String], sets: [ResponseLog.SkillSet]) {
        self.items = items
        self.skills = skills
        self.sets = sets
        knownItems = items.count
        knownSkills = skills.count
        knownSets = sets.count
        // Ids of a fitted model are distinct; of a damaged one the first counts.
        itemPositions = Dictionary(zip(items, Int32(0)...), uniquingKeysWith: { first, _ in first })
        skillPositions = Dictionary(zip(skills, Int32(0)...), uniquingKeysWith: { first, _ in first })
        setPositions = Dictionary(zip(sets, Int32(0)...), uniquingKeysWith: { first, _ in first })
    }

    package mutating func position(ofItem id: String) -> Int32 {
        if let known = itemPositions[id] { return known }
        let position = Int32(items.count)
        items.append(id)
        itemPositions[id] = position
        return position
    }

    package mutating func position(ofSkill id: String) -> Int32 {
        if let known = skillPositions[id] { return known }
        let position = Int32(skills.count)
        skills.append(id)
        skillPositions[id] = position
        return position
    }

    /// The set of these skills with these weights, which need not be in any order.
    package mutating func position(ofSet members: [(skill: String, weight: Double)]) -> Int32 {
        var placed: [(skill: Int32, weight: Double)] = []
        for member in members { placed.append((position(ofSkill: member.skill), member.weight)) }
        placed.sort { $0.skill < $1.skill }
        let set = ResponseLog.SkillSet(skills: placed.map(\.skill), weights: placed.map(\.weight))
        if let known = setPositions[set] { return known }
        let position = Int32(sets.count)
        sets.append(set)
        setPositions[set] = position
        return position
    }

    /// The set of skills that an item needs. Weights are made to sum to one; those that are no number or not above zero
    /// are left out.
    package mutating func position(ofSet skills: [SkillWeight]) -> Int32 {
        var weights: [String: Double] = [:]
        for entry in skills where entry.weight > 0 && entry.weight.isFinite {
            weights[entry.skill, default: 0] += entry.weight
        }
        let total = weights.values.sorted().reduce(0, +)
        return position(ofSet: weights.sorted { $0.key < $1.key }.map { (skill: $0.key, weight: $0.value / total) })
    }

    /// The position of a set in the model, or -1 where the model does not know it.
    package func known(set: Int32) -> Int32 { Int(set) < knownSets ? set : -1 }
}
