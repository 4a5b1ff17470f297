internal import JSONText
internal import Syncopate

/// One event in, what to do next out: the row of data engines.
enum StepMethod: Method {
    static let name: StaticString = "step"
    static let title = "One answer in, what to do next out"
    static let summary =
        "Takes up one event of one learner, if it has one, and says what the learner should do next. The learner's state is "
        + "held here, or comes with the row and goes back with the answer."
    static let isTool = true
    static let changesState = true
    static let parameters = ObjectShape(
        "StepParams", EventFields.allCases.map(\.field) + Parameter.allCases.map(\.field))
    static let result = ObjectShape(
        "StepResult",
        [Field("duplicate", .boolean, required: true, "Whether the event was told before, so that nothing changed.")]
            + AdviceWriter.advice
            + [
                Field(
                    "state", .text(1...100_000_000), "What is held of the learner, to be given back with the next row.")
            ])

    /// Members beside those of the event, behind them.
    enum Parameter: Int, WireField {
        case limit, seed, unit, allow, state, returnState, revision

        var field: Field {
            switch self {
            case .limit: Field("limit", .integer(Asked.limits), "Most items; 5 if absent.")
            case .seed: Field("seed", .integer(ServerSettings.seeds), "Seed of the lot between near-equal items.")
            case .unit:
                Field(
                    "unit", .word(Asked.Unit.allCases.map(\.rawValue)), "Items, or skills for tutors that write items.")
            case .allow: Field("allow", .object(AllowFields.shape), "What is possible now.")
            case .state: Field("state", .text(0...100_000_000), "The learner's state; empty: a new learner.")
            case .returnState: Field("return_state", .boolean, "Whether the state is to be returned.")
            case .revision:
                Field(
                    "revision", .integer(0...Int.max),
                    "The revision this is based on; an event that is new is refused as stale with another."
                )
            }
        }
    }

    /// Bytes that all but items and state may take; a decision that is noted makes a state longer.
    private static let head = 1_800

    private static func slot(_ call: Call, _ parameter: Parameter) -> Int? {
        call.slots[EventFields.allCases.count + parameter.rawValue]
    }

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        let course = try host.course()
        let tape = call.tape
        let learner = call.slots[EventFields.learner].map { tape.string($0) } ?? ""
        let reading = try EventReading(call.slots, call.reader, course, isStep: true)
        let asked = try Asked(
            call, at: try call.time(EventFields.at), limit: slot(call, .limit).flatMap { tape.integer($0) }, usual: 5,
            seed: slot(call, .seed).flatMap { tape.integer($0) },
            unit: slot(call, .unit).map { tape.string($0) }, allow: slot(call, .allow), host)
        let state = slot(call, .state)
        let returns = slot(call, .returnState).map { tape.kind($0) == .yes } ?? (state != nil)
        func step(_ record: inout LearnerRecord, _ json: inout JSONWriter) throws(WireFault) {
            if let revision = slot(call, .revision).flatMap({ tape.integer($0) }), UInt64(revision) != record.revision,
                !isRepeated(reading.meaning.evidence, in: record, course)
            {
                throw WireFault(
                    .staleRevision, "the learner's revision is \(record.revision)", path: "/revision",
                    hint: "look at what changed, and send the event with the present revision or without one")
            }
            let before = returns ? record : nil
            host.stages.enter(.belief)
            let outcome = try host.take(reading.meaning, course.keeper.pointee, into: &record)
            course.keeper.pointee.catchUp(&record)
            host.stages.enter(.answering)
            let text = returns ? try host.text(of: record) : ""
            // What there is to do may be cut, a state may not: without room for it nothing has happened.
            let room = call.pageLimit - text.utf8.count - Self.head
            guard room > 0 || !returns else {
                if let before { record = before }
                throw WireFault(
                    .resultTooLarge, "the learner's state has \(text.utf8.count) bytes, more than an answer may have",
                    path: "/return_state", hint: "start the program with a larger --max-reply")
            }
            host.note(reading.meaning.word, outcome, record)
            json.beginObject()
            json.key("duplicate")
            json.boolean(outcome == .duplicate)
            try host.advise(&record, asked, room: room, to: &json)
            if returns {
                json.key("state")
                json.string(try host.text(of: record))
            }
            json.endObject()
            host.counters.note(outcome)
        }
        if let state {
            var record = try host.record(from: tape.string(state), of: learner)
            return try step(&record, &json)
        }
        // Whoever something is observed of is held from then on.
        let known = host.learners.count
        if reading.meaning.evidence != nil { _ = try host.place(of: learner) }
        do throws(WireFault) {
            try host.withRecord(of: learner, path: "/learner") { (record) throws(WireFault) in
                try step(&record, &json)
            }
        } catch {
            // Of whom nothing was taken up nothing is held.
            if host.learners.count > known { host.learners.forget(learner, blank: course.blank) }
            throw error
        }
    }

    /// Whether an event was told before: whoever lost the answer asks again with the revision that was right then.
    private static func isRepeated(_ event: PracticeEvent?, in record: LearnerRecord, _ course: ActiveCourse) -> Bool {
        var copy = record
        return event.map { course.keeper.pointee.take($0, into: &copy) } == .duplicate
    }

    static func sentence(_ result: JSONTape) -> String { AdviceSentence.words(0, result) }
}
