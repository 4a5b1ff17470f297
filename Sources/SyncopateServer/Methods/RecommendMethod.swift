internal import JSONText
internal import Syncopate

/// What learners should do next.
enum RecommendMethod: Method {
    static let name: StaticString = "recommend"
    static let title = "What learners should do next"
    static let summary =
        "Says for each learner what to do next and why, and whether it is best done together or apart. Of a cohort the live "
        + "seats go to those expected to gain most from them."
    static let isTool = true
    static let parameters = ObjectShape("RecommendParams", Parameter.self)
    static let result = ObjectShape(
        "RecommendResult",
        [
            Field(
                "recommendations",
                .list(.object(ObjectShape("Recommendation", AdviceWriter.advice)), 0...LearnerPages.limit),
                required: true, "One per learner, in the order asked for."),
            LearnerPages.nextField,
        ])

    enum Parameter: Int, WireField {
        case learners, cohort, limit, at, allow, seed, unit, cursor

        var field: Field {
            switch self {
            case .learners: Field("learners", .list(Shape.id, 1...LearnerPages.limit), "Identities of the learners.")
            case .cohort: Field("cohort", .id, "Instead of learners: a cohort of define, everybody in it.")
            case .limit: Field("limit", .integer(Asked.limits), "Most items a learner; 3 if absent.")
            case .at: Field("at", .time, "The moment it is for; each learner's last event if absent.")
            case .allow: Field("allow", .object(AllowFields.shape), "What is possible now.")
            case .seed: Field("seed", .integer(ServerSettings.seeds), "Seed of the lot between near-equal items.")
            case .unit:
                Field(
                    "unit", .word(Asked.Unit.allCases.map(\.rawValue)), "Items, or skills for tutors that write items.")
            case .cursor: LearnerPages.cursorField
            }
        }
    }

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        _ = try host.course()
        let asked = try Asked(
            call, at: try call.time(Parameter.at), limit: call.integer(Parameter.limit), usual: 3,
            seed: call.integer(Parameter.seed), unit: call.text(Parameter.unit), allow: call.slots[Parameter.allow],
            host)
        let pages = try LearnerPages(
            call, names: call.slots[Parameter.learners], cohort: call.slots[Parameter.cohort],
            cursor: call.text(Parameter.cursor), host)
        host.stages.enter(.advice)
        let settled = try call.text(Parameter.cohort).map { (id) throws(WireFault) in try host.settle(id, asked) }
        host.stages.enter(.answering)
        json.beginObject()
        let next = try LearnerPages.write(
            "recommendations", pages.start..<pages.learners.count, room: call.pageLimit, to: &json
        ) { (number, json) throws(WireFault) in
            let learner = pages.learners[number]
            let path = call.slots[Parameter.cohort] == nil ? "/learners/\(number)" : "/cohort"
            try host.withRecord(of: learner, path: path) { (record) throws(WireFault) in
                json.beginObject()
                try host.advise(&record, asked, settled: settled?[learner], to: &json)
                json.endObject()
            }
        }
        LearnerPages.write(next: next, to: &json)
        json.endObject()
    }

    static func sentence(_ result: JSONTape) -> String { AdviceSentence.words(result, list: "recommendations") }
}
