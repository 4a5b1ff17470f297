internal import Syncopate

/// Who an object is about, what item, and which skills.
extension TidyJSONReader {
    func learner(_ fields: [TidyField: JSONValue]) throws(TidyValues.Fault) -> Learner {
        guard let id = fields[.learner].flatMap(Self.learnerID), !id.isEmpty else {
            throw TidyValues.Fault(
                rule: .blankID, field: .learner, message: "there is no learner", remedy: "fill in the id")
        }
        return Learner(
            id: id, name: fields[.learnerName]?.identifier ?? "", section: fields[.section]?.identifier ?? "")
    }

    /// A number that a column with a gap made of an id is the id; a text is what it is.
    private static func learnerID(_ value: JSONValue) -> String? {
        if case .number(_, let text) = value { return DamagedID.repaired(text) }
        return value.identifier
    }

    mutating func item(
        _ id: String, _ fields: [TidyField: JSONValue], _ maximum: Double, _ line: Int
    ) -> Item {
        let written = fields[.title]?.identifier ?? ""
        let title = written.isEmpty ? id : written
        let kind = assembler.kind(fields[.kind]?.identifier?.lowercased() ?? "", title: title, line: line)
        return Item(
            id: id, title: title, maximum: maximum.isNaN ? nil : maximum, kind: kind.kind, kindIsStated: kind.isStated)
    }

    /// A string as in CSV, a list of names or of `{"skill": …, "weight": …}`, or an object of weights by name.
    func skills(_ value: JSONValue?) throws(TidyValues.Fault) -> [SkillWeight] {
        let fault = TidyValues.Fault(
            rule: .badWeight, field: .skills, message: "skills are names with weights above zero",
            remedy: "write a list of names, or of {\"skill\": name, \"weight\": number}")
        var skills: [SkillWeight] = []
        func add(_ name: String?, _ weight: Double?) throws(TidyValues.Fault) {
            guard let name, !name.isEmpty, let weight, weight > 0, weight.isFinite else { throw fault }
            SkillList.add(SkillWeight(skill: name, weight: weight), to: &skills)
        }
        switch value {
        case nil: break
        case .string(let text):
            guard let parsed = SkillList.parse(text) else { throw fault }
            skills = parsed
        case .array(let values):
            for value in values {
                guard case .object(let members) = value else {
                    try add(value.identifier, 1)
                    continue
                }
                let weight = members.first { $0.name == "weight" }
                try add(members.first { $0.name == "skill" }?.value.identifier, weight.map { number($0.value) } ?? 1)
            }
        case .object(let members):
            for member in members { try add(member.name, number(member.value)) }
        default: throw fault
        }
        return skills
    }
}
