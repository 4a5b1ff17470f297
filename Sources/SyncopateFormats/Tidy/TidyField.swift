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

    /// Whether the field is part of the format and an event has no place for it.
    var isNotKept: Bool { self == .hints || self == .seconds || self == .mode }
}
