internal import JSONText
internal import Syncopate

/// Takes up states that were exported.
enum ImportStateMethod: Method {
    static let name: StaticString = "import_state"
    static let title = "Take up learners' states"
    static let summary = "Takes up states of export_state or step, in place of what is held of these learners."
    static let changesState = true
    static let parameters = ObjectShape("ImportStateParams", Parameter.self)
    static let result = ObjectShape(
        "ImportStateResult",
        [
            Field("imported", .integer(0...500), required: true, "How many were taken up."),
            Field("rejected", .list(.anything, 0...500), required: true, "Those that were not, and why."),
        ])

    enum Parameter: Int, WireField {
        case states

        var field: Field {
            Field("states", .list(.object(StateFields.shape), 1...500), required: true, "As export_state returns them.")
        }
    }

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        _ = try host.course()
        guard let list = call.slots[Parameter.states] else { return }
        var imported = 0
        var rejected: [(index: Int, fault: WireFault)] = []
        for (index, place) in call.tape.elements(list).enumerated() {
            do throws(WireFault) {
                let members = try call.reader.members(place, StateFields.shape)
                let learner = members[StateFields.learner].map { call.tape.string($0) } ?? ""
                let record = try host.record(
                    from: members[StateFields.state].map { call.tape.string($0) } ?? "", of: learner)
                if host.learners.place(of: learner) == nil { try host.checkRoom() }
                host.learners.put(record)
                host.changes += 1
                imported += 1
            } catch {
                rejected.append((index, error.under("\(index)").under("states")))
            }
        }
        json.beginObject()
        json.key("imported")
        json.integer(imported)
        json.key("rejected")
        json.beginArray()
        for (index, fault) in rejected {
            json.beginObject()
            json.key("index")
            json.integer(index)
            json.key("kind")
            json.string(fault.kind.rawValue)
            json.key("path")
            json.string(fault.path)
            json.key("message")
            json.string(fault.message)
            json.key("hint")
            json.string(fault.hint)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}
