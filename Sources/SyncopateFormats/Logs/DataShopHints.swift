/// Requests for hints among answers: how many each answer had before it.
///
/// Exports are sorted by learner, by problem or by nothing, and of two samples that overlap each has the same rows. So what
/// came before what is told by the moments, and by the order of rows only where those are the same or missing.
struct DataShopHints {
    /// A step of a problem, as somebody works on it.
    struct Step: Hashable {
        var learner: String
        var item: String
    }

    private struct Event {
        var step: Step
        var at: Double
        var row: Int32
        var id: String?
        /// Number of the answer; `nil` for a request.
        var answer: Int?
    }

    private var events: [Event] = []
    private var answers = 0

    /// A request for a hint.
    ///
    /// - Parameters:
    ///   - at: seconds since 1970; NaN where that is not known.
    ///   - id: what another row about the same request has too; `nil` where nothing tells.
    mutating func ask(_ step: Step, at: Double, row: Int32, id: String?) {
        events.append(Event(step: step, at: at, row: row, id: id, answer: nil))
    }

    /// An answer, which gets the next number, from 0.
    mutating func answer(_ step: Step, at: Double, row: Int32, id: String?) {
        events.append(Event(step: step, at: at, row: row, id: id, answer: answers))
        answers += 1
    }

    /// Requests since the answer before, by the number of the answer; a row told twice counts once.
    func counts() -> [Int16] {
        var counts = [Int16](repeating: 0, count: answers)
        var waiting: [Step: Int16] = [:]
        var told: [Step: [String: Int16]] = [:]
        let sorted = events.sorted { left, right in
            let (first, second) = (left.at.isNaN ? .infinity : left.at, right.at.isNaN ? .infinity : right.at)
            return (first, left.row) < (second, right.row)
        }
        for event in sorted {
            let repeated = event.id.flatMap { told[event.step]?[$0] }
            if let answer = event.answer {
                counts[answer] = repeated ?? waiting.removeValue(forKey: event.step) ?? 0
            } else if repeated == nil {
                let count = waiting[event.step, default: 0]
                waiting[event.step] = count == .max ? count : count + 1
            }
            if let id = event.id, repeated == nil {
                told[event.step, default: [:]][id] = event.answer.map { counts[$0] } ?? 0
            }
        }
        return counts
    }
}
