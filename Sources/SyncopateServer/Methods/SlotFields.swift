internal import JSONText
internal import Syncopate

/// A time at which learners can meet.
enum SlotFields: Int, WireField {
    case id, start, minutes, seats, lead

    static let shape = ObjectShape("Slot", SlotFields.self)
    /// Most slots.
    static let limit = 1_000

    var field: Field {
        switch self {
        case .id: Field("id", Shape.id, required: true, "Its name.")
        case .start: Field("start", .time, "When it begins; without it, it overlaps no other slot.")
        case .minutes:
            Field("minutes", .number(.init(low: 0, high: 600, isOpenBelow: true)), "How long it is; 30 if absent.")
        case .seats: Field("seats", .integer(1...10_000), "Learners it can take; 6 if absent.")
        case .lead: Field("lead", .word(["teacher", "peers"]), "Who leads it; teacher if absent.")
        }
    }

    /// The slots of a list that was checked.
    static func read(_ list: Int, _ reader: ShapeReader) throws(WireFault) -> [LiveSlot] {
        let tape = reader.tape
        var slots: [LiveSlot] = []
        var names: Set<String> = []
        for (number, element) in tape.elements(list).enumerated() {
            let members = try reader.members(element, shape)
            let id = members[SlotFields.id].map { tape.string($0) } ?? ""
            guard names.insert(id).inserted else {
                throw WireFault(
                    .invalidCatalogue, "two slots have this id", path: "/\(number)/id", hint: "give each its own")
            }
            var start: Double?
            if let place = members[SlotFields.start] { start = try reader.time(place) }
            slots.append(
                LiveSlot(
                    id: id, start: start, minutes: members[SlotFields.minutes].flatMap { tape.number($0) } ?? 30,
                    capacity: members[SlotFields.seats].flatMap { tape.integer($0) } ?? LiveTime.usual.seats,
                    lead: members[SlotFields.lead].map { tape.isEqual($0, "peers") } == true ? .peers : .teacher))
        }
        return slots
    }

    /// The slots of a number of live sessions.
    static func slots(of live: LiveTime) -> [LiveSlot] {
        guard !live.isNone else { return [] }
        return (1...live.sessions).map {
            LiveSlot(id: "live-\($0)", minutes: Double(live.minutes), capacity: live.seats)
        }
    }
}
