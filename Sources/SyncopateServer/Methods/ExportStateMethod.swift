internal import JSONText
internal import Syncopate

/// Learners' states, to be kept or moved elsewhere.
enum ExportStateMethod: Method {
    static let name: StaticString = "export_state"
    static let title = "Learners' states, to keep or move"
    static let summary = "Returns the states of learners as text for import_state or step, here or in another process."
    static let parameters = ObjectShape("ExportStateParams", Parameter.self)
    static let result = ObjectShape(
        "ExportStateResult",
        [
            Field("states", .list(.object(exported), 0...1_000_000), required: true, "One per learner."),
            LearnerPages.nextField,
        ])

    private static let exported = ObjectShape(
        "ExportedState",
        [
            StateFields.learner.field, Field("state", .text(1...100_000_000), "What is held of them, as base64."),
            Field(
                "too_long", .integer(1...Int.max),
                "Bytes of a state that is longer than an answer may be, in its place."),
        ])

    enum Parameter: Int, WireField {
        case learners, cursor

        var field: Field {
            switch self {
            case .learners:
                Field("learners", .list(Shape.id, 1...LearnerPages.limit), "Which; everybody held if absent.")
            case .cursor: LearnerPages.cursorField
            }
        }
    }

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        _ = try host.course()
        let names = call.texts(Parameter.learners)
        let count = names?.count ?? host.learners.extent
        let start = try LearnerPages.start(call.text(Parameter.cursor), count: count)
        json.beginObject()
        let next = try LearnerPages.write("states", start..<count, room: call.pageLimit, to: &json) {
            (number, json) throws(WireFault) in
            guard let names else {
                guard let record = host.learners.record(at: number) else { return }
                return try write(record, host, to: &json)
            }
            guard let record = host.learners.record(of: names[number]) else {
                throw WireFault(
                    .unknownLearner, "nothing is held of this learner", path: "/learners/\(number)",
                    hint: "observe something first, or leave it out")
            }
            try write(record, host, to: &json)
        }
        LearnerPages.write(next: next, to: &json)
        json.endObject()
    }

    private static func write(
        _ record: LearnerRecord, _ host: EngineHost, to json: inout JSONWriter
    ) throws(WireFault) {
        let text = try host.text(of: record)
        json.beginObject()
        json.key("learner")
        json.string(record.learner)
        // One that fits into no answer does not keep those after it from being exported.
        if text.utf8.count > host.settings.replyLimit - StateFields.room {
            json.key("too_long")
            json.integer(text.utf8.count)
        } else {
            json.key("state")
            json.string(text)
        }
        json.endObject()
    }
}

/// A learner's state.
enum StateFields: Int, WireField {
    case learner, state

    static let shape = ObjectShape("State", StateFields.self)
    /// Bytes that all but the state may take.
    static let room = 2_800

    var field: Field {
        switch self {
        case .learner: Field("learner", .id, required: true, "Identity of the learner.")
        case .state: Field("state", .text(1...100_000_000), required: true, "What is held of them, as base64.")
        }
    }
}
