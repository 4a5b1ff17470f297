import Syncopate

/// Finds what in a catalogue a name on the command line means.
struct CatalogueNames {
    let catalogue: Catalogue

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// Identities of the item and the skills of this name, or that had it before; empty where there is none.
    func ids(of name: String) -> Set<String> {
        let skills = catalogue.positions(ofSkill: name).map { catalogue.skills[$0].id }
        let item = catalogue.position(ofItem: name).map { catalogue.items[$0].id }
        return Set(skills + [item].compactMap { $0 })
    }

    /// "; did you mean ...?" where an identity or a title is near.
    func hint(for name: String, amongItems: Bool = true, amongSkills: Bool = true) -> String {
        var names: [(name: String, id: String)] = []
        if amongItems { for item in catalogue.items { names += [(item.id, item.id), (item.title, item.id)] } }
        if amongSkills { for skill in catalogue.skills { names += [(skill.id, skill.id), (skill.title, skill.id)] } }
        var ids: [String: String] = [:]
        for entry in names where ids[entry.name] == nil { ids[entry.name] = entry.id }
        var seen: Set<String> = []
        let nearest = NearestNames.among(ids.keys.sorted(), to: name, count: 6).compactMap { ids[$0] }
            .filter { seen.insert($0).inserted }.prefix(3)
        guard !nearest.isEmpty else { return "" }
        return "; did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: " or "))?"
    }
}
