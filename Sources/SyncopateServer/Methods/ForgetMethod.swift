internal import JSONText

/// Forgets learners, with all that is held of them.
enum ForgetMethod: Method {
    static let name: StaticString = "forget"
    static let title = "Forget learners"
    static let summary = "Removes all that is held of these learners; in the file of --state, at the next checkpoint."
    static let changesState = true
    static let parameters = ObjectShape("ForgetParams", Parameter.self)
    static let result = ObjectShape(
        "ForgetResult", [Field("forgotten", .integer(0...500), required: true, "How many there were to forget.")])

    enum Parameter: Int, WireField {
        case learners

        var field: Field {
            Field("learners", .list(Shape.id, 1...LearnerPages.limit), required: true, "Identities of the learners.")
        }
    }

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        let blank = try host.course().blank
        var forgotten = 0
        for learner in call.texts(Parameter.learners) ?? [] where host.learners.forget(learner, blank: blank) {
            forgotten += 1
        }
        host.changes += 1
        json.beginObject()
        json.key("forgotten")
        json.integer(forgotten)
        json.endObject()
    }
}
