/// Requests for hints among answers: how many each answer had before it.
///
/// Exports are sorted by learner, by problem or by nothing, and of two samples that overlap each has the same rows. So what
/// came before what is told by the moments, and by the order of rows only where those are the same or one of a step's is missing.
struct DataShopHints {
    /// A step of a problem, as somebody works on it.
    struct Step: Hashable {
        var learner: String
        var item: String
    }

    private struct Event {
        var at: Double
        var row: Int32
        var id: String?
        /// Number of the answer; `nil` for a request.
        var answer: Int?
    }

    private var events: [Step: [Event]] = [:]
    private var answers = 0

    /// A request for a hint.
    ///
    /// - Parameters:
    ///   - at: seconds since 1970; NaN where that is not known.
    ///   - id: what another row about the same request has too; `nil` where nothing tells.
    mutating func ask(_ step: Step, at: Double, row: Int32, id: String?) {
        events[step, default: []].append(Event(at: at, row: row, id: id, answer: nil))
    }

    /// An answer, which gets the next number, from 0.
    mutating func answer(_ step: Step, at: Double, row: Int32, id: String?) {
        events[step, default: []].append(Event(at: at, row: row, id: id, answer: answers))
        answers += 1
    }

    /// Requests since the answer before, by the number of the answer; a row told twice counts once.
    func counts() -> [Int16] {
        var counts = [Int16](repeating: 0, count: answers)
        for events in events.values { count(events, into: &counts) }
        return counts
    }

    /// Counts those of one step.
    private func count(_ events: [Event], into counts: inout [Int16]) {
        // A moment that is missing could be anywhere among the others; then the rows have to do.
        let isTimed = events.allSatisfy { !$0.at.isNaN }
        let sorted = isTimed ? events.sorted { ($0.at, $0.row) < ($1.at, $1.row) } : events
        var waiting: Int16 = 0
        var told: Set<String> = []
        var answered: [String: Int16] = [:]
        for event in sorted {
            if let answer = event.answer {
                let repeated = event.id.flatMap { answered[$0] }
                counts[answer] = repeated ?? waiting
                if repeated == nil { waiting = 0 }
                if let id = event.id { answered[id] = counts[answer] }
            } else if event.id.map({ told.insert($0).inserted }) ?? true {
                waiting += waiting == .max ? 0 : 1
            }
        }
    }
}
