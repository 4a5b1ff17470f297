internal import JSONText
internal import Syncopate

/// What learners have mastered, and how sure that is.
enum MasteryMethod: Method {
    static let name: StaticString = "mastery"
    static let title = "What learners have mastered"
    static let summary = "Says for each learner and skill how probably it is mastered, with its standard deviation."
    static let isTool = true
    static let parameters = ObjectShape("MasteryParams", Parameter.self)
    static let result = ObjectShape(
        "MasteryResult",
        [
            Field(
                "learners", .list(.object(learner), 0...LearnerPages.limit), required: true, "In the order asked for."),
            LearnerPages.nextField,
        ])

    private static let learner = ObjectShape(
        "LearnerMastery",
        [
            Field("learner", .id, required: true, "Identity of the learner."),
            Field(
                "revision", .integer(0...Int.max), required: true, "Number of changes to what is held of the learner."),
            Field(
                "skills", .list(.object(skill), 0...1_000_000), required: true,
                "In the order of the catalogue, or asked for."),
        ])
    private static let skill = ObjectShape(
        "SkillMastery",
        [
            Field("skill", .id, required: true, "Identity of the skill."),
            Field("mastery", .number(.share), required: true, "Probability that it is mastered."),
            Field(
                "sd", .number(.notNegative), required: true,
                "Standard deviation of the chance of success on a typical item."),
            Field(
                "attempts", .number(.notNegative), required: true, "Attempts so far, shared by the skills of an item."),
            Field("recall", .number(.share), "Probability of recalling it, where a goal asks for it to be remembered."),
        ])

    enum Parameter: Int, WireField {
        case learners, cohort, skills, at, cursor

        var field: Field {
            switch self {
            case .learners: Field("learners", .list(Shape.id, 1...LearnerPages.limit), "Identities of the learners.")
            case .cohort: Field("cohort", .id, "Instead of learners: a cohort of define.")
            case .skills: Field("skills", .list(Shape.id, 1...10_000), "Which skills; all if absent.")
            case .at: Field("at", .time, "The moment it is for; each learner's last event if absent.")
            case .cursor: LearnerPages.cursorField
            }
        }
    }

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        let recommender = try host.course().recommender
        let catalogue = recommender.catalogue
        var skills = Array(catalogue.skills.indices)
        if let names = call.texts(Parameter.skills) {
            skills = try names.enumerated().map { (number, name) throws(WireFault) in
                guard let skill = catalogue.position(ofSkill: name) else {
                    throw WireFault(
                        .invalidParams, "the catalogue has no such skill", path: "/skills/\(number)",
                        hint: Hint.nearest(name, catalogue.skills.map(\.id), else: "name a skill of the catalogue"))
                }
                return skill
            }
        }
        let at = try call.time(Parameter.at)
        let pages = try LearnerPages(
            call, names: call.slots[Parameter.learners], cohort: call.slots[Parameter.cohort],
            cursor: call.text(Parameter.cursor), host)
        json.beginObject()
        let next = try LearnerPages.write(
            "learners", pages.start..<pages.learners.count, room: call.pageLimit, to: &json
        ) {
            (number, json) throws(WireFault) in
            try host.withRecord(of: pages.learners[number], path: "/learners/\(number)") { (record) throws(WireFault) in
                write(record, skills, recommender, at, to: &json)
            }
        }
        LearnerPages.write(next: next, to: &json)
        json.endObject()
    }

    private static func write(
        _ record: LearnerRecord, _ skills: [Int], _ recommender: Recommender, _ at: Double, to json: inout JSONWriter
    ) {
        let mastery = recommender.mastery(record.state, learner: record.learner, at: at)
        json.beginObject()
        json.key("learner")
        json.string(record.learner)
        json.key("revision")
        json.integer(Int(clamping: record.revision))
        json.key("skills")
        json.beginArray()
        for skill in skills {
            json.beginObject()
            json.key("skill")
            json.string(recommender.catalogue.skills[skill].id)
            json.key("mastery")
            json.number(Rounding.decimals(mastery.known[skill], 6))
            json.key("sd")
            json.number(Rounding.decimals(mastery.deviation[skill], 6))
            json.key("attempts")
            json.number(Rounding.decimals(record.state.knowledge.attempts(skill), 6))
            if mastery.recall[skill] != mastery.known[skill] {
                json.key("recall")
                json.number(Rounding.decimals(mastery.recall[skill], 6))
            }
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    static func sentence(_ result: JSONTape) -> String {
        guard let list = result.member(0, "learners"), let first = result.elements(list).first,
            let skills = result.member(first, "skills")
        else { return "Nobody." }
        let likely = result.elements(skills).count {
            result.member($0, "mastery").flatMap { result.number($0) } ?? 0 >= 0.95
        }
        let more = result.count(list) > 1 ? " And \(result.count(list) - 1) more learners." : ""
        let name = result.member(first, "learner").map { result.string($0) } ?? ""
        return "\(name): \(likely) of \(result.count(skills)) skills mastered with 95 % certainty.\(more)"
    }
}
