/// What answers were on that are on no item of the catalogue: distinct sets of skills, shared by all records of one keeper.
///
/// Grows only, and not beyond ``limit``: who reads records that others made reads each with a table of its own.
public struct EvidenceSubjects: Sendable {
    /// Most distinct sets.
    public static let limit = 65_536
    /// Most skills in one set.
    public static let mostSkills = 256

    /// One of them.
    struct Entry: Sendable, Hashable {
        /// Identity of an item that the catalogue no longer has; `nil` for skills that came without one.
        var item: String?
        /// By identity in the order of their bytes, none twice, weights summing to one; empty where it measures no mastery.
        var skills: [SkillWeight]
    }

    let catalogue: Catalogue
    private(set) var entries: [Entry] = []
    /// What each entry comes to in the catalogue, by position; empty where that has none of its skills.
    private(set) var edges: [[PrerequisiteGraph.Edge]] = []
    private var places: [Entry: Int] = [:]

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    public var count: Int { entries.count }

    /// The subject that stands for a set of skills.
    ///
    /// - Parameter skills: identities of today or before, weights above zero; given twice, their weights add up.
    /// - Throws: for no skill or too many, a skill the catalogue does not know, a weight out of range, a full table.
    mutating func subject(of skills: [SkillWeight]) throws(SubjectFault) -> EvidenceSubject {
        guard !skills.isEmpty else { throw .noSkill }
        guard skills.count <= Self.mostSkills else { throw .tooManySkills }
        var named = skills
        for (place, weight) in skills.enumerated() {
            guard weight.weight >= 1e-6, weight.weight <= 1e6 else { throw .weightOutOfRange(skill: weight.skill) }
            let positions = catalogue.positions(ofSkill: weight.skill)
            guard let position = positions.first else { throw .unknownSkill(weight.skill) }
            // As the catalogue spells it; what was split has only its name of before.
            if positions.count == 1 { named[place].skill = catalogue.skills[position].id }
        }
        return try subject(of: Entry(item: nil, skills: Self.canonical(named)))
    }

    /// The subject that stands for an entry, which is in canonical form.
    mutating func subject(of entry: Entry) throws(SubjectFault) -> EvidenceSubject {
        if let place = places[entry] { return EvidenceSubject(entry: place) }
        guard entries.count < Self.limit else { throw .tableFull }
        places[entry] = entries.count
        entries.append(entry)
        edges.append(EvidenceMatcher.edges(entry.skills, catalogue))
        return EvidenceSubject(entry: entries.count - 1)
    }

    /// The same set in the one form in which it is compared.
    static func canonical(_ skills: [SkillWeight]) -> [SkillWeight] {
        let sorted = skills.sorted { $0.skill != $1.skill ? $0.skill < $1.skill : $0.weight < $1.weight }
        var merged: [SkillWeight] = []
        for weight in sorted {
            if let last = merged.indices.last, merged[last].skill == weight.skill {
                merged[last].weight += weight.weight
            } else {
                merged.append(weight)
            }
        }
        let total = merged.reduce(0) { $0 + $1.weight }
        for place in merged.indices { merged[place].weight /= total }
        return merged
    }
}
