/// What FSRS with its default weights thinks of every item that was seen.
struct ReviewMemories {
    static let model = FSRSModel.standard
    private(set) var memories: [FSRSModel.Memory?]

    init(_ brief: TutoringBrief) { memories = [FSRSModel.Memory?](repeating: nil, count: brief.itemCount) }

    mutating func observe(_ item: Int, score: Double, at time: Double) {
        let day = Day.of(time)
        let right = score >= 0.5
        memories[item] =
            memories[item].map { Self.model.next($0, right: right, onDay: day) }
            ?? Self.model.first(right: right, onDay: day)
    }

    /// Whether FSRS has something to say: days, and something to remember.
    static func suits(_ brief: TutoringBrief) -> Bool {
        guard brief.attemptsPerDay != nil else { return false }
        switch brief.purpose {
        case .remember, .rememberUntil: return true
        case .master, .measure: return false
        }
    }
}
