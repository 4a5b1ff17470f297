internal import JSONText
internal import Syncopate

/// Takes up what learners did.
enum ObserveMethod: Method {
    static let name: StaticString = "observe"
    static let title = "Tell what learners did"
    static let summary =
        "Takes up answers of learners, and corrections of earlier ones. An event with an event_id counts once however often "
        + "it is told; events may come late and in any order."
    static let isTool = true
    static let changesState = true
    static let parameters = ObjectShape("ObserveParams", Parameter.self)
    static let result = ObjectShape(
        "ObserveResult",
        [
            Field("applied", .integer(0...500), required: true, "Events that changed what is believed."),
            Field("noted", .integer(0...500), required: true, "Events that say nothing of mastery, or not yet."),
            Field("duplicates", .integer(0...500), required: true, "Events told before: they changed nothing."),
            Field(
                "rejected", .list(.object(rejection), 0...500), required: true,
                "Events that were not taken up, and why; the others were."),
            Field(
                "revisions", .list(.object(revision), 0...500), required: true,
                "Learners whose state may have changed, in the order of the events."),
        ])

    private static let rejection = ObjectShape(
        "Rejection",
        [
            Field("index", .integer(0...499), required: true, "Which event, from 0."),
            Field("kind", .word(ErrorKind.allCases.map(\.rawValue)), required: true, "The stable word."),
            Field("path", .text(0...10_000), required: true, "JSON pointer into params."),
            Field("message", .text(1...10_000), required: true, "What is wrong."),
            Field("hint", .text(1...10_000), required: true, "How to mend it."),
        ])
    private static let revision = ObjectShape(
        "Revision",
        [
            Field("learner", .id, required: true, "Identity of the learner."),
            Field(
                "revision", .integer(0...Int.max), required: true, "Number of changes to what is held of the learner."),
        ])

    /// Most events of one call.
    static let limit = 500

    enum Parameter: Int, WireField {
        case events

        var field: Field {
            Field(
                "events", .list(.readLater(EventFields.shape), 1...ObserveMethod.limit), required: true,
                "What learners did, in any order.")
        }
    }

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        guard let list = call.slots[Parameter.events] else { return }
        var tally = EventTally()
        let (readings, rejections) = try read(list, call, host)
        tally.rejections = rejections
        try host.touch(readings)
        host.calls &+= 1
        for reading in readings {
            do throws(WireFault) {
                tally.take(try host.observe(reading, call: host.calls))
            } catch {
                tally.rejections.append((reading.index, error.under("\(reading.index)").under("events")))
            }
        }
        tally.rejections.sort { $0.index < $1.index }
        host.catchUp(tally.places)
        host.counters.add(tally)
        write(tally, host, to: &json)
    }

    /// What every event comes to, with the place of its learner; and those that come to nothing.
    private static func read(
        _ list: Int, _ call: Call, _ host: EngineHost
    ) throws(WireFault) -> (readings: [EngineHost.Told], rejections: [(index: Int, fault: WireFault)]) {
        let course = try host.course()
        var readings: [EngineHost.Told] = []
        readings.reserveCapacity(Self.limit)
        var rejections: [(index: Int, fault: WireFault)] = []
        var place = call.tape.first(list)
        var index = 0
        while place < call.tape.after(list) {
            do throws(WireFault) {
                readings.append(try host.told(place, call.reader, course, index: index))
            } catch {
                rejections.append((index, error.under("\(index)").under("events")))
            }
            place = call.tape.after(place)
            index += 1
        }
        return (readings, rejections)
    }

    private static func write(_ tally: EventTally, _ host: EngineHost, to json: inout JSONWriter) {
        json.beginObject()
        json.key("applied")
        json.integer(tally.applied)
        json.key("noted")
        json.integer(tally.noted)
        json.key("duplicates")
        json.integer(tally.duplicates)
        json.key("rejected")
        json.beginArray()
        for (index, fault) in tally.rejections {
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
        json.key("revisions")
        json.beginArray()
        for place in tally.places {
            json.beginObject()
            json.key("learner")
            json.string(host.learners.records[place].learner)
            json.key("revision")
            json.integer(Int(clamping: host.learners.records[place].revision))
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    static func sentence(_ result: JSONTape) -> String {
        func number(_ name: StaticString) -> Int { result.member(0, name).flatMap { result.integer($0) } ?? 0 }
        let rejected = result.member(0, "rejected").map { result.count($0) } ?? 0
        return "\(number("applied")) taken up, \(number("duplicates")) known already, \(number("noted")) noted, "
            + "\(rejected) rejected."
    }
}
