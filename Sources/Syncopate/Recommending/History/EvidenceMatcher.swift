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
        // An item without skills stands for a skill of its own name, as it does in a catalogue.
        itemSkills = log.items.map {
            Self.edges($0.skills.isEmpty ? [SkillWeight(skill: $0.id)] : $0.skills, catalogue)
        }
        skillSets = log.skillSets.map { Self.edges($0, catalogue) }
    }

    /// What an event comes to.
    enum Match {
        case answer(PracticeAnswer)
        /// It measures something other than mastery, and is on nothing of the catalogue.
        case noMastery
        /// Nothing of the catalogue has to do with it.
        case nothing
    }

    /// The event as an answer, if something of the catalogue has to do with it.
    func match(_ event: Event) -> Match {
        let logged = log.items[Int(event.item)]
        let score = min(max(event.score, 0), 1)
        if let item = items[Int(event.item)] {
            let skills = catalogue.items[item].kind.measuresMastery ? catalogue.itemSkills[item] : []
            return .answer(
                PracticeAnswer(
                    item: item, itemID: logged.id, skills: skills, score: score, at: event.at))
        }
        guard logged.kind.measuresMastery else { return .noMastery }
        var skills = event.skillSet >= 0 ? skillSets[Int(event.skillSet)] : []
        if skills.isEmpty { skills = itemSkills[Int(event.item)] }
        guard !skills.isEmpty else { return .nothing }
        return .answer(PracticeAnswer(item: nil, itemID: logged.id, skills: skills, score: score, at: event.at))
    }

    /// Positions with weights that sum to one; a skill that was split shares its weight among the parts.
    static func edges(_ weights: [SkillWeight], _ catalogue: Catalogue) -> [PrerequisiteGraph.Edge] {
        var shares: [Int: Double] = [:]
        for weight in weights where weight.weight > 0 && weight.weight.isFinite {
            let parts = catalogue.positions(ofSkill: weight.skill)
            for part in parts { shares[part, default: 0] += weight.weight / Double(parts.count) }
        }
        let total = shares.values.sorted().reduce(0, +)
        return shares.sorted { $0.key < $1.key }.map { PrerequisiteGraph.Edge(skill: $0.key, weight: $0.value / total) }
    }
}
