/// Finds what in a catalogue an event of a log is about.
struct EvidenceMatcher {
    /// Position in the catalogue, per item of the log.
    private let items: [Int?]
    /// What each item of the log exercises, for those that are not in the catalogue.
    private let itemSkills: [[PrerequisiteGraph.Edge]]
    /// What each set of skills in the log comes to.
    private let skillSets: [[PrerequisiteGraph.Edge]]
    private let catalogue: Catalogue
    private let log: EvidenceLog

    init(_ log: EvidenceLog, _ catalogue: Catalogue) {
        self.log = log
        self.catalogue = catalogue
        items = log.items.map { catalogue.position(ofItem: $0.id) }
        itemSkills = log.items.map { Self.edges($0.skills, catalogue) }
        skillSets = log.skillSets.map { Self.edges($0, catalogue) }
    }

    /// The event as an answer, or `nil` where nothing of the catalogue has to do with it.
    func answer(_ event: Event) -> PracticeAnswer? {
        let id = log.items[Int(event.item)].id
        let score = min(max(event.score, 0), 1)
        if let item = items[Int(event.item)] {
            return PracticeAnswer(
                item: item, itemID: id, skills: catalogue.itemSkills[item], score: score, at: event.at)
        }
        var skills = event.skillSet >= 0 ? skillSets[Int(event.skillSet)] : []
        if skills.isEmpty { skills = itemSkills[Int(event.item)] }
        return skills.isEmpty
            ? nil : PracticeAnswer(item: nil, itemID: id, skills: skills, score: score, at: event.at)
    }

    /// Positions with weights that sum to one; a skill that was split shares its weight among the parts.
    private static func edges(_ weights: [SkillWeight], _ catalogue: Catalogue) -> [PrerequisiteGraph.Edge] {
        var shares: [Int: Double] = [:]
        for weight in weights where weight.weight > 0 && weight.weight.isFinite {
            let parts = catalogue.positions(ofSkill: weight.skill)
            for part in parts { shares[part, default: 0] += weight.weight / Double(parts.count) }
        }
        let total = shares.values.sorted().reduce(0, +)
        return shares.sorted { $0.key < $1.key }.map { PrerequisiteGraph.Edge(skill: $0.key, weight: $0.value / total) }
    }
}
