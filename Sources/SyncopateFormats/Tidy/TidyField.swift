/// A column of a tidy CSV, a name of a JSON line. The raw value is the header we write.
enum TidyField: String, CaseIterable {
    case learner, item, score
    case learnerName = "learner_name"
    case section, title, kind, skills, max, at, attempt, status, order
    case eventID = "event_id"
    case hints, seconds, mode

    /// The field a header stands for, aliases included; `nil` for a header that is not ours.
    init?(header: String) {
        let header = header.lowercased()
        switch header {
        case "correct": self = .score
        case "timestamp": self = .at
        case "skill": self = .skills
        default:
            guard let field = TidyField(rawValue: header) else { return nil }
            self = field
        }
    }

    /// Position among all fields, for tables by field.
    var index: Int {
        switch self {
        case .learner: 0
        case .item: 1
        case .score: 2
        case .learnerName: 3
        case .section: 4
        case .title: 5
        case .kind: 6
        case .skills: 7
        case .max: 8
        case .at: 9
        case .attempt: 10
        case .status: 11
        case .order: 12
        case .eventID: 13
        case .hints: 14
        case .seconds: 15
        case .mode: 16
        }
    }

    /// Whether the field is part of the format and an event has no place for it.
    var isNotKept: Bool { self == .hints || self == .seconds || self == .mode }
}
