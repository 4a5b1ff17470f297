internal import Syncopate

/// Reads the JSON form of a catalogue: `{"skills": [...], "items": [...], "goals": [...]}`.
///
/// The names are those of the CSV tables, with `id` for the identity and lists as lists. A skill or item in a list is its
/// id, or an object with `skill` and `weight`.
struct CatalogueJSON {
    private var findings: FindingCollector

    static func read(
        _ text: [UInt8], into catalogue: inout CatalogueFile, _ findings: inout FindingCollector
    ) throws(ReadError) {
        let value: JSONValue
        do {
            value = try JSONParser.parse(text, 0..<text.count)
        } catch {
            let line = 1 + text.prefix(error.offset).count { $0 == UInt8(ascii: "\n") }
            throw findings.refusal(
                .brokenJSON, line: line, "\(error.message), at byte \(error.offset + 1) of the file",
                remedy: "correct it there")
        }
        var reader = CatalogueJSON(findings: findings)
        for (name, value) in reader.members(value, "") {
            let parts = reader.list(value, "/\(name)")
            for (number, part) in parts.enumerated() {
                let path = "/\(name)/\(number)"
                switch name {
                case "skills": catalogue.skills.append(reader.skill(part, path))
                case "items": catalogue.items.append(reader.item(part, path))
                case "goals": catalogue.goals.append(reader.goal(part, path))
                default: break
                }
            }
            if !["skills", "items", "goals"].contains(name) { reader.unknown("/\(name)") }
        }
        findings = reader.findings
    }

    private mutating func skill(_ value: JSONValue, _ path: String) -> Skill {
        var skill = Skill(id: "", title: "")
        var nominal: NominalParameters?
        for (name, value) in members(value, path) {
            let place = "\(path)/\(name)"
            switch name {
            case "id": skill.id = text(value, place) ?? ""
            case "title": skill.title = text(value, place) ?? ""
            case "requires":
                skill.requires = weights(value, place).map { Prerequisite(skill: $0.skill, weight: $0.weight) }
            case "formerly": skill.formerly = texts(value, place)
            default:
                guard let (_, key) = NominalParameters.named.first(where: { $0.0 == name }) else {
                    unknown(place)
                    continue
                }
                if let number = number(value, place) { nominal = (nominal ?? .init()).with(key, number) }
            }
        }
        if skill.title.isEmpty { skill.title = skill.id }
        skill.nominal = nominal
        return skill
    }

    private mutating func item(_ value: JSONValue, _ path: String) -> Item {
        var item = Item(id: "", title: "")
        for (name, value) in members(value, path) {
            let place = "\(path)/\(name)"
            switch name {
            case "id": item.id = text(value, place) ?? ""
            case "title": item.title = text(value, place) ?? ""
            case "skills": item.skills = weights(value, place)
            case "minutes": item.minutes = number(value, place)
            case "difficulty": item.difficulty = number(value, place)
            case "discrimination": item.discrimination = number(value, place)
            case "max": item.maximum = number(value, place)
            case "group": item.group = text(value, place) ?? ""
            case "due": item.due = moment(value, place)
            case "requires": item.requires = texts(value, place)
            case "formerly": item.formerly = texts(value, place)
            case "assigned":
                if case .bool(let isAssigned) = value {
                    item.assigned = isAssigned
                } else {
                    wrong(place, "true or false")
                }
            case "kind":
                if let kind = text(value, place).flatMap({ ItemKind(rawValue: $0) }) {
                    item.kind = kind
                    item.kindIsStated = true
                } else {
                    wrong(place, "one of \(ItemKind.allCases.map(\.rawValue).joined(separator: ", "))")
                }
            default: unknown(place)
            }
        }
        if item.title.isEmpty { item.title = item.id }
        return item
    }

    private mutating func goal(_ value: JSONValue, _ path: String) -> Goal {
        var goal = Goal(id: "")
        for (name, value) in members(value, path) {
            let place = "\(path)/\(name)"
            switch name {
            case "id": goal.id = text(value, place) ?? ""
            case "skills": goal.skills = texts(value, place)
            case "items": goal.items = texts(value, place)
            case "learners": goal.learners = texts(value, place)
            case "weight": goal.weight = number(value, place) ?? goal.weight
            case "threshold": goal.threshold = number(value, place) ?? goal.threshold
            case "by": goal.by = moment(value, place)
            case "purpose":
                if let purpose = text(value, place).flatMap({ Goal.Purpose(rawValue: $0) }) {
                    goal.purpose = purpose
                } else {
                    wrong(place, "one of \(Goal.Purpose.allCases.map(\.rawValue).joined(separator: ", "))")
                }
            default: unknown(place)
            }
        }
        return goal
    }
}

extension CatalogueJSON {
    private mutating func members(_ value: JSONValue, _ path: String) -> [(String, JSONValue)] {
        guard case .object(let members) = value else {
            wrong(path, "an object")
            return []
        }
        return members.map { ($0.name, $0.value) }.filter { $0.1 != .null }
    }

    private mutating func list(_ value: JSONValue, _ path: String) -> [JSONValue] {
        guard case .array(let values) = value else {
            wrong(path, "a list")
            return []
        }
        return values
    }

    private mutating func text(_ value: JSONValue, _ path: String) -> String? {
        if let text = value.identifier { return text }
        wrong(path, "a text")
        return nil
    }

    private mutating func texts(_ value: JSONValue, _ path: String) -> [String] {
        var texts: [String] = []
        for (number, value) in list(value, path).enumerated() {
            if let text = text(value, "\(path)/\(number)") { texts.append(text) }
        }
        return texts
    }

    private mutating func number(_ value: JSONValue, _ path: String) -> Double? {
        if case .number(let number, _) = value, number.isFinite { return number }
        wrong(path, "a number")
        return nil
    }

    private mutating func moment(_ value: JSONValue, _ path: String) -> Double? {
        if let seconds = value.identifier.flatMap({ Moment.seconds($0) }) { return seconds }
        wrong(path, "a date, a time with a zone, or Unix seconds")
        return nil
    }

    private mutating func weights(_ value: JSONValue, _ path: String) -> [SkillWeight] {
        var weights: [SkillWeight] = []
        for (position, value) in list(value, path).enumerated() {
            let place = "\(path)/\(position)"
            guard case .object = value else {
                if let name = text(value, place) { weights.append(SkillWeight(skill: name)) }
                continue
            }
            var weight = SkillWeight(skill: "")
            for (name, value) in members(value, place) {
                switch name {
                case "skill": weight.skill = text(value, "\(place)/skill") ?? ""
                case "weight": weight.weight = number(value, "\(place)/weight") ?? 1
                default: unknown("\(place)/\(name)")
                }
            }
            weights.append(weight)
        }
        return weights
    }

    private mutating func wrong(_ path: String, _ wanted: String) {
        findings.add(
            .badValue, line: nil, "\(path.isEmpty ? "the file" : path) should be \(wanted)",
            remedy: "correct it, or leave it out")
    }

    private mutating func unknown(_ path: String) {
        findings.add(
            .ignoredColumn, line: nil, "\(path) is no part of a catalogue, so not read",
            remedy: "nothing to do, unless it is misspelt")
    }
}

extension NominalParameters {
    /// The same with one value replaced.
    fileprivate func with(_ key: WritableKeyPath<NominalParameters, Double>, _ value: Double) -> NominalParameters {
        var copy = self
        copy[keyPath: key] = value
        return copy
    }
}
