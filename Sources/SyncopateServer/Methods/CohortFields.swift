internal import JSONText
internal import Syncopate

/// A cohort: who can be together, and how.
enum CohortFields: Int, WireField {
    case id, learners, setting, meet, live, slots

    static let shape = ObjectShape("Cohort", CohortFields.self)
    /// Most learners of all cohorts together in one call.
    static let limit = 100_000

    var field: Field {
        switch self {
        case .id: Field("id", Shape.id, required: true, "Its identity.")
        case .learners:
            Field(
                "learners", .list(.textOrObject(1...200, MemberFields.shape), 0...Self.limit), required: true,
                "The roster: identities, or objects for who opted out or left.")
        case .setting: SettingFields.kindField
        case .meet: SettingFields.meetField
        case .live:
            Field(
                "live", .object(LiveFields.shape),
                "Live time for small groups; one session of 30 minutes for 6 if absent.")
        case .slots: Field("slots", .list(.object(SlotFields.shape), 0...SlotFields.limit), "When they can meet.")
        }
    }

    /// The cohort of an object that was checked.
    static func read(_ place: Int, _ reader: ShapeReader, _ usual: Setting, _ host: EngineHost) throws(WireFault)
        -> Cohort
    {
        let tape = reader.tape
        let members = try reader.members(place, shape)
        var roster: [Cohort.Member] = []
        var seen: Set<String> = []
        for (number, element) in (members[CohortFields.learners].map { tape.elements($0) } ?? []).enumerated() {
            let member = try MemberFields.read(element, reader)
            guard seen.insert(member.learner).inserted else {
                throw WireFault(
                    .invalidCatalogue, "a learner stands in the cohort twice", path: "/learners/\(number)",
                    hint: "name each once")
            }
            roster.append(member)
        }
        var slots: [LiveSlot] = []
        if let list = members[CohortFields.slots] {
            do throws(WireFault) { slots = try SlotFields.read(list, reader) } catch { throw error.under("slots") }
        }
        return Cohort(
            id: members[CohortFields.id].map { tape.string($0) } ?? "", members: roster,
            setting: SettingFields.read(
                kind: members[CohortFields.setting], meet: members[CohortFields.meet], tape, usual: usual),
            live: try members[CohortFields.live].map { (place) throws(WireFault) in try LiveFields.read(place, reader) }
                ?? host.settings.live,
            slots: slots)
    }
}

/// One learner of a cohort.
enum MemberFields: Int, WireField {
    case learner, optOut, withdrawn

    static let shape = ObjectShape("Member", MemberFields.self)

    var field: Field {
        switch self {
        case .learner: Field("learner", .id, required: true, "Identity of the learner.")
        case .optOut: Field("opt_out", .boolean, "Whether they take no part in live sessions.")
        case .withdrawn: Field("withdrawn", .boolean, "Whether they have left.")
        }
    }

    static func read(_ place: Int, _ reader: ShapeReader) throws(WireFault) -> Cohort.Member {
        let tape = reader.tape
        guard tape.kind(place) == .object else { return Cohort.Member(learner: tape.string(place)) }
        let members = try reader.members(place, shape)
        func flag(_ field: MemberFields) -> Bool { members[field].map { tape.kind($0) == .yes } ?? false }
        return Cohort.Member(
            learner: members[MemberFields.learner].map { tape.string($0) } ?? "", optsOut: flag(.optOut),
            isWithdrawn: flag(.withdrawn))
    }
}

/// Live time.
enum LiveFields: Int, WireField {
    case sessions, minutes, seats

    static let shape = ObjectShape("Live", LiveFields.self)

    var field: Field {
        switch self {
        case .sessions: Field("sessions", .integer(0...1_000), required: true, "How many sessions; 0: none.")
        case .minutes: Field("minutes", .integer(1...600), "Length of one; 30 if absent.")
        case .seats: Field("seats", .integer(1...1_000), "Learners in one; 6 if absent.")
        }
    }

    static func read(_ place: Int, _ reader: ShapeReader) throws(WireFault) -> LiveTime {
        let members = try reader.members(place, shape)
        func number(_ field: LiveFields) -> Int? { members[field].flatMap { reader.tape.integer($0) } }
        return LiveTime(
            sessions: number(.sessions) ?? LiveTime.usual.sessions, minutes: number(.minutes) ?? LiveTime.usual.minutes,
            seats: number(.seats) ?? LiveTime.usual.seats)
    }
}

/// What a class is like.
enum SettingFields {
    static let kindField = Field(
        "setting", .word(Setting.Kind.allCases.map(\.rawValue)), "What the class is like, as the option --setting.")
    static let meetField = Field("meet", .word(["room", "call"]), "Where people meet; room if absent.")

    static func read(kind: Int?, meet: Int?, _ tape: JSONTape, usual: Setting) -> Setting {
        let kind = kind.flatMap { Setting.Kind(rawValue: tape.string($0)) } ?? usual.kind
        let place = meet.map { tape.isEqual($0, "call") ? Arrangement.Place.sameCall : .sameRoom } ?? usual.place
        return Setting(kind, place: place)
    }
}
