internal import JSONText

/// Keeps all states where the program was told to.
enum CheckpointMethod: Method {
    static let name: StaticString = "checkpoint"
    static let title = "Keep all states"
    static let summary =
        "Writes the states of all learners to the file of --state, all or nothing. At the end it is done anyway."
    static let changesState = true
    static let parameters = ObjectShape("CheckpointParams", [])
    static let result = ObjectShape(
        "CheckpointResult", [Field("learners", .integer(0...Int.max), required: true, "How many were written.")])

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        let count: Int?
        do throws(StorageFault) {
            count = try host.checkpoint()
        } catch {
            throw WireFault(.storage, error.message, hint: "see to the disk and ask again")
        }
        guard let count else {
            throw WireFault(
                .storage, "the program was started without --state",
                hint: "start it with --state FILE, or use export_state",
                isRetryable: false)
        }
        json.beginObject()
        json.key("learners")
        json.integer(count)
        json.endObject()
    }
}
