internal import JSONText
internal import Syncopate

/// What this program is, what it speaks and what it holds.
enum DescribeMethod: Method {
    static let name: StaticString = "describe"
    static let title = "What this is and what it can do"
    static let summary = "Names the version, the protocols, the methods, the limits, and what the catalogue holds."
    static let parameters = ObjectShape("DescribeParams", [])
    private static let cohortLimit = 100

    static let result = ObjectShape(
        "DescribeResult", isOpen: true,
        [
            Field("name", .text(1...100), required: true, "Of the program."),
            Field("version", .text(1...100), required: true, "Semantic version."),
            Field("protocols", .list(.text(1...100), 1...20), required: true, "What is spoken on the wire."),
            Field("methods", .list(.anything, 1...100), required: true, "What can be asked for."),
            Field("errors", .list(.anything, 1...100), required: true, "What can go wrong."),
            Field("limits", .table(.integer(0...Int.max)), required: true, "Most of everything."),
            Field("read_only", .boolean, required: true, "Whether nothing can be changed."),
            Field("catalogue", .anything, required: true, "What there is to learn; null: none yet."),
            Field("cohorts", .list(.anything, 0...cohortLimit), required: true, "Who can be together."),
            Field("cohorts_more", .integer(1...Int.max), "How many more there are, for which there was no room."),
        ])

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        json.beginObject()
        json.key("name")
        json.string("syncopate")
        json.key("version")
        json.string(host.settings.version)
        json.key("protocols")
        json.beginArray()
        json.string("JSON-RPC 2.0")
        for version in [ContextProtocol.modern] + ContextProtocol.earlier { json.string("MCP \(version)") }
        json.endArray()
        json.key("methods")
        json.beginArray()
        for method in MethodTable.all { write(method, to: &json) }
        json.endArray()
        json.key("errors")
        json.beginArray()
        for kind in ErrorKind.allCases { write(kind, to: &json) }
        json.endArray()
        json.key("limits")
        limits(host.settings, to: &json)
        json.key("read_only")
        json.boolean(host.isReadOnly)
        json.key("catalogue")
        if let catalogue = host.activeCourse?.recommender.catalogue {
            summary(catalogue, to: &json)
        } else {
            json.null()
        }
        json.key("cohorts")
        json.beginArray()
        for cohort in host.cohorts.cohorts.prefix(cohortLimit) {
            json.beginObject()
            json.key("id")
            json.string(cohort.id)
            json.key("learners")
            json.integer(cohort.present.count)
            json.key("setting")
            json.string(cohort.setting.kind.rawValue)
            json.endObject()
        }
        json.endArray()
        CutList.write(more: "cohorts_more", host.cohorts.cohorts.count - cohortLimit, to: &json)
        json.endObject()
    }

    private static func write(_ method: any Method.Type, to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string("\(method.name)")
        json.key("title")
        json.string(method.title)
        json.key("tool")
        json.boolean(method.isTool)
        json.key("changes_state")
        json.boolean(method.changesState)
        json.key("params")
        json.beginArray()
        for field in method.parameters.fields { json.string("\(field.name)\(field.isRequired ? "" : "?")") }
        json.endArray()
        json.endObject()
    }

    private static func write(_ kind: ErrorKind, to json: inout JSONWriter) {
        json.beginObject()
        json.key("code")
        json.integer(kind.code)
        json.key("kind")
        json.string(kind.rawValue)
        json.key("meaning")
        json.string(kind.summary)
        json.endObject()
    }

    private static func limits(_ settings: ServerSettings, to json: inout JSONWriter) {
        json.beginObject()
        json.key("line_bytes")
        json.integer(settings.lineLimit)
        json.key("reply_bytes")
        json.integer(settings.replyLimit)
        json.key("events_per_call")
        json.integer(ObserveMethod.limit)
        json.key("learners_per_call")
        json.integer(LearnerPages.limit)
        json.key("requests_per_batch")
        json.integer(settings.replyLimit / (JSONRPCServer.leastReply + 8))
        json.key("learners")
        json.integer(settings.learnerLimit)
        json.key("answers_correctable")
        json.integer(LearnerRecord.correctable)
        json.key("skill_sets")
        json.integer(EvidenceSubjects.limit)
        json.endObject()
    }

    /// How much a catalogue holds, and what tells it from others.
    static func summary(_ catalogue: Catalogue, to json: inout JSONWriter) {
        json.beginObject()
        json.key("fingerprint")
        json.string(DecisionID(value: catalogue.fingerprint).description)
        json.key("skills")
        json.integer(catalogue.skills.count)
        json.key("items")
        json.integer(catalogue.items.count)
        json.key("goals")
        json.integer(catalogue.goals.count)
        json.endObject()
    }

    static func sentence(_ result: JSONTape) -> String { "Syncopate." }
}
