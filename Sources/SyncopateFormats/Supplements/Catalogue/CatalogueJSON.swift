internal import JSONText
internal import Syncopate

/// Reads the JSON form of a catalogue: `{"skills": [...], "items": [...], "goals": [...]}`.
///
/// The names are those of the CSV tables, with `id` for the identity and lists as lists. A skill or item in a list is its
/// id, or an object with `skill` and `weight`. Values are read where they stand; where one is wrong its path is made up then.
///
/// One object for one text: what goes over members is given parts of it again and again.
final class CatalogueJSON {
    private let tape: JSONTape
    /// What was noticed.
    private var findings: FindingCollector

    private init(tape: JSONTape, findings: FindingCollector) {
        self.tape = tape
        self.findings = findings
    }

    /// A name of an object's member, to be told from others as it is written.
    private struct Name {
        /// On the tape.
        let place: Int
        private let bytes: UnsafeBufferPointer<UInt8>
        /// What it comes to where it is written with escapes.
        private let unescaped: String?

        init(_ place: Int, _ tape: JSONTape) {
            self.place = place
            bytes = tape.plain(place)
            unescaped = tape.isWrittenPlainly(place) ? nil : tape.string(place)
        }

        static func ~= (name: StaticString, own: Name) -> Bool {
            if let unescaped = own.unescaped { return unescaped == "\(name)" }
            guard own.bytes.count == name.utf8CodeUnitCount else { return false }
            for place in 0..<own.bytes.count where own.bytes[place] != name.utf8Start[place] { return false }
            return true
        }
    }

    /// Where a value is, for messages.
    private typealias Path = () -> String

    static func read(
        _ text: [UInt8], into catalogue: inout CatalogueFile, _ findings: inout FindingCollector
    ) throws(ReadError) {
        var fault: JSONFault?
        text.withUnsafeBufferPointer { buffer in
            var tape = JSONTape()
            do throws(JSONFault) {
                try tape.read(buffer)
            } catch {
                fault = error
                return
            }
            let reader = CatalogueJSON(tape: tape, findings: findings)
            reader.read(into: &catalogue)
            findings = reader.findings
        }
        guard let fault else { return }
        let line = 1 + text.prefix(fault.offset).count { $0 == UInt8(ascii: "\n") }
        throw findings.refusal(
            .brokenJSON, line: line, "\(fault.message), at byte \(fault.offset + 1) of the file",
            remedy: "correct it there")
    }

    private func read(into catalogue: inout CatalogueFile) {
        func root() -> String { "" }
        members(JSONTape.root, root) { name, value in
            let list = tape.string(name.place)
            var number = 0
            func top() -> String { "/\(list)" }
            if list == "items" { catalogue.items.reserveCapacity(catalogue.items.count + tape.count(value)) }
            self.list(value, top) { part in
                func path() -> String { "/\(list)/\(number)" }
                switch list {
                case "skills": catalogue.skills.append(skill(part, path))
                case "items": catalogue.items.append(item(part, path))
                case "goals": catalogue.goals.append(goal(part, path))
                default: break
                }
                number += 1
            }
            if !["skills", "items", "goals"].contains(list) { unknown(top) }
        }
    }

    private func skill(_ value: Int, _ path: Path) -> Skill {
        var skill = Skill(id: "", title: "")
        var nominal: NominalParameters?
        members(value, path) { name, value in
            func place() -> String { "\(path())/\(tape.string(name.place))" }
            switch name {
            case "id": skill.id = text(value, place) ?? ""
            case "title": skill.title = text(value, place) ?? ""
            case "requires":
                skill.requires = weights(value, place).map { Prerequisite(skill: $0.skill, weight: $0.weight) }
            case "formerly": skill.formerly = texts(value, place)
            default:
                let other = tape.string(name.place)
                guard let (_, key) = NominalParameters.named.first(where: { $0.0 == other }) else {
                    return unknown(place)
                }
                if let number = self.number(value, place) { nominal = (nominal ?? .init()).with(key, number) }
            }
        }
        if skill.title.isEmpty { skill.title = skill.id }
        skill.nominal = nominal
        return skill
    }

    private func item(_ value: Int, _ path: Path) -> Item {
        var item = Item(id: "", title: "")
        members(value, path) { name, value in
            func place() -> String { "\(path())/\(tape.string(name.place))" }
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
                switch tape.kind(value) {
                case .yes: item.assigned = true
                case .no: item.assigned = false
                default: wrong(place, "true or false")
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

    private func goal(_ value: Int, _ path: Path) -> Goal {
        var goal = Goal(id: "")
        members(value, path) { name, value in
            func place() -> String { "\(path())/\(tape.string(name.place))" }
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
    /// Goes over the members of an object that are not `null`.
    private func members(
        _ object: Int, _ path: Path, _ body: (_ name: Name, _ value: Int) -> Void
    ) {
        guard tape.kind(object) == .object else { return wrong(path, "an object") }
        var name = tape.first(object)
        let end = tape.after(object)
        while name < end {
            let value = name + 1
            if tape.kind(value) != .null { body(Name(name, tape), value) }
            name = tape.after(value)
        }
    }

    /// Goes over the elements of a list.
    private func list(_ list: Int, _ path: Path, _ body: (_ element: Int) -> Void) {
        guard tape.kind(list) == .list else { return wrong(path, "a list") }
        var element = tape.first(list)
        while element < tape.after(list) {
            body(element)
            element = tape.after(element)
        }
    }

    /// A text, or a number as it is written.
    private func text(_ value: Int, _ path: Path) -> String? {
        if tape.kind(value) == .string || tape.kind(value) == .number { return tape.string(value) }
        wrong(path, "a text")
        return nil
    }

    private func texts(_ value: Int, _ path: Path) -> [String] {
        var texts: [String] = []
        var number = 0
        list(value, path) { element in
            if let text = text(element, { "\(path())/\(number)" }) { texts.append(text) }
            number += 1
        }
        return texts
    }

    private func number(_ value: Int, _ path: Path) -> Double? {
        if let number = tape.number(value), number.isFinite { return number }
        wrong(path, "a number")
        return nil
    }

    private func moment(_ value: Int, _ path: Path) -> Double? {
        let kind = tape.kind(value)
        if kind == .string || kind == .number, let seconds = Moment.seconds(tape.string(value)) { return seconds }
        wrong(path, "a date, a time with a zone, or Unix seconds")
        return nil
    }

    private func weights(_ value: Int, _ path: Path) -> [SkillWeight] {
        var weights: [SkillWeight] = []
        var number = 0
        list(value, path) { element in
            let own = number
            func place() -> String { "\(path())/\(own)" }
            number += 1
            guard tape.kind(element) == .object else {
                if let name = text(element, place) { weights.append(SkillWeight(skill: name)) }
                return
            }
            var weight = SkillWeight(skill: "")
            members(element, place) { name, value in
                switch name {
                case "skill": weight.skill = text(value) { "\(place())/skill" } ?? ""
                case "weight": weight.weight = self.number(value) { "\(place())/weight" } ?? 1
                default: unknown { "\(place())/\(tape.string(name.place))" }
                }
            }
            weights.append(weight)
        }
        return weights
    }

    private func wrong(_ path: Path, _ wanted: String) {
        let place = path()
        findings.add(
            .badValue, line: nil, "\(place.isEmpty ? "the file" : place) should be \(wanted)",
            remedy: "correct it, or leave it out")
    }

    private func unknown(_ path: Path) {
        findings.add(
            .ignoredColumn, line: nil, "\(path()) is no part of a catalogue, so not read",
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
