internal import JSONText
internal import Syncopate
internal import SyncopateFormats

/// Who should meet when, about what, and what everybody does in their own time.
enum ConveneMethod: Method {
    static let name: StaticString = "convene"
    static let title = "Who should meet, about what"
    static let summary =
        "Forms groups for the times there are: who should meet about which skill, and what everybody else does in their own "
        + "time. Seats go to those expected to gain most from them."
    static let isTool = true
    static let parameters = ObjectShape("ConveneParams", Parameter.self)
    static let result = ObjectShape(
        "ConveneResult",
        [
            Field("groups", .list(.object(group), 0...1_000_000), required: true, "The groups, by slot."),
            Field(
                "alone", .list(.object(alone), 0...1_000_000), required: true,
                "Everybody's own time, and why who meets nobody does not."),
            LearnerPages.nextField,
        ])

    private static let group = ObjectShape(
        "Group", isOpen: true,
        [
            Field("slot", .id, required: true, "Name of the slot."),
            Field("start", .text(1...100), "When it begins."),
            Field("minutes", .number(.positive), required: true, "How long it is."),
            Field("lead", .word(["teacher", "peers"]), required: true, "Who leads it."),
            Field("group", .integer(1...1_000_000), required: true, "Number of the group in the slot."),
            Field("topic", .id, required: true, "Skill it is about."),
            Field("title", .text(0...100_000), required: true, "Its title."),
            Field("value", .number(.any), required: true, "Expected gain of all members over own time, in skills."),
            Field("members", .list(.anything, 1...10_000), required: true, "Who, in what role, and why."),
        ])
    private static let alone = ObjectShape(
        "OwnTime", isOpen: true,
        [
            Field("learner", .id, required: true, "Identity of the learner."),
            Field("seats", .list(.anything, 0...1_000), required: true, "Where the learner meets somebody."),
            Field("no_seat", .anything, "Why the learner meets nobody."),
            Field(
                "own_time", .list(.anything, 0...1_000), required: true, "What to do in own time, first things first."),
        ])

    enum Parameter: Int, WireField {
        case learners, cohort, slots, minutes, size, at, seed, limit, cursor

        var field: Field {
            switch self {
            case .learners: Field("learners", .list(Shape.id, 1...LearnerPages.limit), "Identities of the learners.")
            case .cohort: Field("cohort", .id, "Instead of learners: a cohort of define.")
            case .slots:
                Field(
                    "slots", .list(.object(SlotFields.shape), 1...SlotFields.limit),
                    "When they can meet; if absent those of the cohort, else one session of minutes for size.")
            case .minutes:
                Field(
                    "minutes", .number(.init(low: 0, high: 600, isOpenBelow: true)),
                    "Length of a session; 30 if absent.")
            case .size: Field("size", .integer(2...1_000), "Seats of a session; 6 if absent.")
            case .at: Field("at", .time, "The moment it is for; each learner's last event if absent.")
            case .seed: Field("seed", .integer(ServerSettings.seeds), "Settles ties, and nothing else.")
            case .limit: Field("limit", .integer(Asked.limits), "Most items of own time a learner; 3 if absent.")
            case .cursor: LearnerPages.cursorField
            }
        }
    }

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        let course = try host.course()
        let recommender = course.recommender
        let pages = try LearnerPages(
            call, names: call.slots[Parameter.learners], cohort: call.slots[Parameter.cohort], cursor: nil, host)
        let cohort = try call.text(Parameter.cohort).map { (id) throws(WireFault) in try host.cohort(id) }
        let optedOut = Set(cohort?.present.filter(\.optsOut).map(\.learner) ?? [])
        var seen: Set<String> = []
        let names = pages.learners.filter { seen.insert($0).inserted }
        let learners = try names.enumerated().map { (number, name) throws(WireFault) in
            course.keeper.pointee.practice(of: try host.record(of: name, path: "/learners/\(number)"))
        }
        let at = try call.time(Parameter.at)
        let seed = UInt64(call.integer(Parameter.seed) ?? host.settings.seed)
        let advice = recommender.advise(
            learners.map { ($0.learner.id, $0.state) }, at: at, limit: call.integer(Parameter.limit) ?? 3, seed: seed)
        let request = ConveningRequest(
            slots: try slots(call, cohort, host),
            absent: learners.indices.filter { optedOut.contains(learners[$0].learner.id) }, seed: seed)
        let convened = recommender.convene(learners, advice: advice, request: request, at: at)
        let report = ConveningReport(convened, learners: learners.map(\.learner))
        let groups = ConveningJSONLines.groups(report)
        let count = groups.count + learners.count
        let start = try LearnerPages.start(call.text(Parameter.cursor), count: count)
        json.beginObject()
        // Groups first, then learners, counted through.
        let begin = json.bytes.count
        var next: Int?
        next = try LearnerPages.write(
            "groups", min(start, groups.count)..<groups.count, room: call.pageLimit, to: &json
        ) { (number, json) in json.raw(groups[number]) }
        let room = call.pageLimit - (json.bytes.count - begin)
        let first = max(start, groups.count)
        // A page on which groups take nearly all ends with them.
        let isFull = next != nil || (start < groups.count && room < Self.leastRoom)
        let rest = try LearnerPages.write("alone", first..<(isFull ? first : count), room: room, to: &json) {
            (number, json) in json.raw(ConveningJSONLines.learner(number - groups.count, report))
        }
        if next == nil { next = isFull ? first : rest }
        LearnerPages.write(next: next, to: &json)
        json.endObject()
    }

    /// Bytes below which a page ends with the groups.
    private static let leastRoom = 8_192

    private static func slots(_ call: Call, _ cohort: Cohort?, _ host: EngineHost) throws(WireFault) -> [LiveSlot] {
        if let list = call.slots[Parameter.slots] {
            do throws(WireFault) { return try SlotFields.read(list, call.reader) } catch { throw error.under("slots") }
        }
        if call.slots[Parameter.minutes] == nil, call.slots[Parameter.size] == nil {
            if let cohort { return cohort.slots.isEmpty ? SlotFields.slots(of: cohort.live) : cohort.slots }
            if !host.slots.isEmpty { return host.slots }
        }
        return [
            LiveSlot(
                id: "live-1", minutes: call.number(Parameter.minutes) ?? 30,
                capacity: call.integer(Parameter.size) ?? LiveTime.usual.seats)
        ]
    }

    static func sentence(_ result: JSONTape) -> String {
        guard let groups = result.member(0, "groups").map({ result.elements($0) }) else {
            return "Own time, continued."
        }
        guard let first = groups.first else { return "Nobody has to meet." }
        let title = result.member(first, "title").map { result.string($0) } ?? ""
        let members = result.member(first, "members").map { result.count($0) } ?? 0
        let more = groups.count > 1 ? " And \(groups.count - 1) more groups." : ""
        return "\(members) learners should meet about \(title).\(more)"
    }
}
