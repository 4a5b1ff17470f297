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
                "rejected", .list(.object(Rejection.shape), 0...500), required: true,
                "Events that were not taken up, and why; the others were."),
            Field("rejected_more", .integer(1...500), "How many more there are, for which there was no room."),
            Field(
                "revisions", .list(.object(revision), 0...500), required: true,
                "Learners whose state may have changed, in the order of the events."),
            Field("revisions_more", .integer(1...500), "How many more there are, for which there was no room."),
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
        let course = try host.course()
        var tally = EventTally()
        host.stages.enter(.reading)
        let (events, rejections) = read(list, call, host, course)
        tally.rejections = rejections
        host.stages.enter(.belief)
        host.touch(events, course)
        host.calls &+= 1
        // One copy for all of them: each counts references.
        let keeper = course.keeper.pointee
        for told in events {
            do throws(WireFault) {
                tally.take(try host.observe(told, keeper, call: host.calls))
            } catch {
                tally.rejections.append((told.index, error.under("\(told.index)").under("events")))
            }
        }
        tally.rejections.sort { $0.index < $1.index }
        host.catchUp(tally.places, keeper)
        host.counters.add(tally)
        host.stages.enter(.answering)
        write(tally, host, room: call.pageLimit, to: &json)
    }

    /// What every event comes to, with the place of its learner; and those that come to nothing.
    private static func read(
        _ list: Int, _ call: Call, _ host: EngineHost, _ course: ActiveCourse
    ) -> (events: [EngineHost.Told], rejections: [(index: Int, fault: WireFault)]) {
        var events: [EngineHost.Told] = []
        events.reserveCapacity(Self.limit)
        var rejections: [(index: Int, fault: WireFault)] = []
        var place = call.tape.first(list)
        var index = 0
        let end = call.tape.after(list)
        while place < end {
            do throws(WireFault) {
                events.append(try host.told(place, call.reader, course, index: index))
            } catch {
                rejections.append((index, error.under("\(index)").under("events")))
            }
            place = call.tape.after(place)
            index += 1
        }
        return (events, rejections)
    }

    /// Writes what came of the events. Lists that would not fit are cut, and it is said by how much: what was applied has been.
    private static func write(_ tally: EventTally, _ host: EngineHost, room: Int, to json: inout JSONWriter) {
        let begin = json.bytes.count
        json.beginObject()
        json.key("applied")
        json.integer(tally.applied)
        json.key("noted")
        json.integer(tally.noted)
        json.key("duplicates")
        json.integer(tally.duplicates)
        let rejected = CutList.write("rejected", count: tally.rejections.count, room: room / 2, to: &json) {
            Rejection.write(tally.rejections[$0].fault, index: tally.rejections[$0].index, to: &$1)
        }
        CutList.write(more: "rejected_more", rejected, to: &json)
        let left = room - (json.bytes.count - begin) - 64
        let revisions = CutList.write("revisions", count: tally.places.count, room: left, to: &json) {
            let record = host.learners.pointer(to: tally.places[$0])
            $1.beginObject()
            $1.key("learner")
            $1.string(record.pointee.learner)
            $1.key("revision")
            $1.integer(Int(clamping: record.pointee.revision))
            $1.endObject()
        }
        CutList.write(more: "revisions_more", revisions, to: &json)
        json.endObject()
    }

    static func sentence(_ result: JSONTape) -> String {
        func number(_ name: StaticString) -> Int { result.member(0, name).flatMap { result.integer($0) } ?? 0 }
        let rejected = result.member(0, "rejected").map { result.count($0) } ?? 0
        return "\(number("applied")) taken up, \(number("duplicates")) known already, \(number("noted")) noted, "
            + "\(rejected) rejected."
    }
}
