internal import Syncopate

/// Reads the CSV forms of a catalogue's skills and goals.
enum CatalogueTables {
    private static let skillColumns = [
        "skill", "title", "requires", "guess", "slip", "learn", "initial", "formerly",
    ]
    private static let goalColumns = [
        "goal", "purpose", "skills", "items", "weight", "threshold", "by", "learners",
    ]

    static func readSkills(
        _ file: SourceFile, into catalogue: inout CatalogueFile, _ findings: inout FindingCollector
    ) throws(ReadError) {
        let table = try HeaderedTable(
            file, required: ["skill"], known: skillColumns, kind: "a table of skills", &findings)
        for row in table.rows(&findings) {
            let id = table.text(row, "skill")
            var skill = Skill(id: id, title: table.text(row, "title").nonEmpty ?? id)
            skill.requires = (table.skills(row, "requires", &findings) ?? []).map {
                Prerequisite(skill: $0.skill, weight: $0.weight)
            }
            skill.formerly = table.list(row, "formerly") ?? []
            var nominal = NominalParameters()
            var isStated = false
            for (name, path) in NominalParameters.named {
                guard let value = table.number(row, name, &findings, { $0 > 0 && $0 < 1 }) else { continue }
                nominal[keyPath: path] = value
                isStated = true
            }
            if isStated { skill.nominal = nominal }
            catalogue.skills.append(skill)
        }
    }

    static func readGoals(
        _ file: SourceFile, into catalogue: inout CatalogueFile, _ findings: inout FindingCollector
    ) throws(ReadError) {
        let table = try HeaderedTable(
            file, required: ["goal"], known: goalColumns, kind: "a table of goals", &findings)
        for row in table.rows(&findings) {
            var goal = Goal(id: table.text(row, "goal"))
            goal.purpose =
                table.word(row, "purpose", .badValue, "no such purpose of a goal", &findings) {
                    Goal.Purpose(rawValue: $0)
                } ?? goal.purpose
            goal.skills = table.list(row, "skills") ?? []
            goal.items = table.list(row, "items") ?? []
            goal.weight = table.number(row, "weight", &findings) { $0 > 0 } ?? goal.weight
            goal.threshold = table.number(row, "threshold", &findings) { $0 > 0 && $0 < 1 } ?? goal.threshold
            goal.by = table.moment(row, "by", &findings)
            goal.learners = table.list(row, "learners")
            catalogue.goals.append(goal)
        }
    }
}

extension NominalParameters {
    /// The parameters by the names they have in files.
    static var named: [(String, WritableKeyPath<NominalParameters, Double>)] {
        [("guess", \.guess), ("slip", \.slip), ("learn", \.learn), ("initial", \.initial)]
    }
}
