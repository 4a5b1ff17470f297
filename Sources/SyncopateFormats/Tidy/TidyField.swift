/// A column of a tidy CSV, a name of a JSON line. The raw value is the header we write.
enum TidyField: String, CaseIterable {
    case learner, item, score
    case learnerName = "learner_name"
    case section, title, kind, skills, max, at, attempt, status, order
    case eventID = "event_id"
    case hints, seconds, mode

    /// Every header that is understood, aliases included.
    private static let headers: [String: TidyField] = {
        var headers: [String: TidyField] = ["correct": .score, "timestamp": .at, "skill": .skills]
        for field in allCases { headers[field.rawValue] = field }
        return headers
    }()

    /// The field a header stands for; `nil` for a header that is not ours.
    init?(header: String) {
        guard let field = TidyField.headers[header] ?? TidyField.headers[header.lowercased()] else { return nil }
        self = field
    }

    /// Hashes the position: the default would hash the raw value, a string, for every cell.
    func hash(into hasher: inout Hasher) { hasher.combine(index) }

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
}
