internal import Syncopate

/// What may be advised now.
enum AllowFields: Int, WireField {
    case modes, items, minutes, place

    static let shape = ObjectShape("Allow", AllowFields.self)

    var field: Field {
        switch self {
        case .modes:
            Field(
                "modes", .list(.word(Mode.allCases.filter { $0 != .either }.map(\.rawValue)), 1...6),
                "Modes that are possible now; all if absent.")
        case .items: Field("items", .list(Shape.id, 1...10_000), "Items that may be given now; all if absent.")
        case .minutes:
            Field("minutes", .number(.init(low: 0, high: 1_440, isOpenBelow: true)), "Minutes there are for one item.")
        case .place:
            Field(
                "place", .word(["any", "same_room", "same_call"]),
                "Where the learner is: any means that nobody can be met now.")
        }
    }
}
