internal import JSONText
internal import Syncopate
internal import SyncopateFormats

/// Puts a catalogue, cohorts, slots or a setting in place of what there is.
enum DefineMethod: Method {
    static let name: StaticString = "define"
    static let title = "Set the catalogue, cohorts and slots"
    static let summary =
        "Puts what is given in place of what there is: skills, items and goals together are the catalogue, and learners' "
        + "answers are read again against it; cohorts, slots and setting each for itself. What is absent stays."
    static let changesState = true
    static let parameters = ObjectShape("DefineParams", Parameter.self)
    static let result = ObjectShape(
        "DefineResult",
        [
            Field("catalogue", .anything, required: true, "What there is to learn now; null: nothing yet."),
            Field("cohorts", .integer(0...Int.max), required: true, "Number of cohorts."),
            Field("slots", .integer(0...Int.max), required: true, "Number of slots that are of no cohort."),
            Field("learners", .integer(0...Int.max), required: true, "Learners whose answers are held."),
        ])

    enum Parameter: Int, WireField {
        case skills, items, goals, cohorts, slots, setting, meet

        var field: Field {
            switch self {
            case .skills: Field("skills", .list(.anything, 0...1_000_000), "Skills, as in a catalogue file.")
            case .items: Field("items", .list(.anything, 0...1_000_000), "Items, as in a catalogue file.")
            case .goals: Field("goals", .list(.anything, 0...1_000_000), "Goals, as in a catalogue file.")
            case .cohorts: Field("cohorts", .list(.object(CohortFields.shape), 0...10_000), "Who can be together.")
            case .slots:
                Field(
                    "slots", .list(.object(SlotFields.shape), 0...SlotFields.limit), "When those of no cohort can meet."
                )
            case .setting: SettingFields.kindField
            case .meet: SettingFields.meetField
            }
        }
    }

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        let slots = try call.slots[Parameter.slots].map { (list) throws(WireFault) in
            do throws(WireFault) { return try SlotFields.read(list, call.reader) } catch { throw error.under("slots") }
        }
        let setting = SettingFields.read(
            kind: call.slots[Parameter.setting], meet: call.slots[Parameter.meet], call.tape, usual: host.setting)
        let cohorts = try cohorts(call, setting, host)
        // Everything is read before anything is put in place.
        if let catalogue = try catalogue(call) { try host.define(catalogue) }
        host.setting = setting
        host.changes += 1
        if let cohorts { host.use(cohorts) }
        if let slots { host.slots = slots }
        json.beginObject()
        json.key("catalogue")
        if let catalogue = host.activeCourse?.recommender.catalogue {
            DescribeMethod.summary(catalogue, to: &json)
        } else {
            json.null()
        }
        json.key("cohorts")
        json.integer(host.cohorts.cohorts.count)
        json.key("slots")
        json.integer(host.slots.count)
        json.key("learners")
        json.integer(host.learners.count)
        json.endObject()
    }

    private static func cohorts(_ call: Call, _ setting: Setting, _ host: EngineHost) throws(WireFault) -> CohortBook? {
        guard let list = call.slots[Parameter.cohorts] else { return nil }
        var cohorts: [Cohort] = []
        var names: Set<String> = []
        for (number, place) in call.tape.elements(list).enumerated() {
            do throws(WireFault) {
                let cohort = try CohortFields.read(place, call.reader, setting, host)
                guard names.insert(cohort.id).inserted else {
                    throw WireFault(
                        .invalidCatalogue, "two cohorts have this id", path: "/id", hint: "give each its own")
                }
                cohorts.append(cohort)
            } catch {
                throw error.under("\(number)").under("cohorts")
            }
        }
        return CohortBook(cohorts)
    }

    /// The catalogue of skills, items and goals, read as a file of them is.
    private static func catalogue(_ call: Call) throws(WireFault) -> Catalogue? {
        let parts: [(Parameter, StaticString)] = [(.skills, "skills"), (.items, "items"), (.goals, "goals")]
        guard parts.contains(where: { call.slots[$0.0] != nil }) else { return nil }
        var text = JSONWriter()
        text.beginObject()
        for (parameter, name) in parts {
            guard let place = call.slots[parameter] else { continue }
            text.key(name)
            text.raw(call.tape.raw(place))
        }
        text.endObject()
        var file = CatalogueFile()
        do throws(ReadError) {
            try file.read(SourceFile(name: "params", bytes: text.bytes))
        } catch {
            throw WireFault(
                .invalidCatalogue, error.findings.first?.message ?? "the catalogue cannot be read", path: "",
                hint: error.findings.first?.remedy ?? "see the schema of define")
        }
        if let finding = file.findings.first {
            throw WireFault(
                .invalidCatalogue, finding.message, path: path(in: finding.message), hint: finding.remedy)
        }
        do throws(InvalidCatalogue) {
            return try file.catalogue()
        } catch {
            let fault = error.faults[0]
            let more = error.faults.count > 1 ? ", and \(error.faults.count - 1) more faults" : ""
            let list = "\(fault.part.rawValue)s"
            throw WireFault(
                .invalidCatalogue, "\(fault.part.rawValue) \"\(Finding.shortened(fault.id))\": \(fault.message)\(more)",
                path: "/\(list)", hint: fault.remedy)
        }
    }

    /// What a message on a catalogue begins with is where it is.
    private static func path(in message: String) -> String {
        message.hasPrefix("/") ? String(message.prefix { $0 != " " }) : ""
    }
}

extension EngineHost {
    /// Puts cohorts in place of those there are.
    func use(_ book: CohortBook) {
        cohorts = book
        outlooks = [:]
        changes += 1
    }
}
