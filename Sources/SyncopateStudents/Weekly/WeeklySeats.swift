import Syncopate

/// Seats given by an order of learners: the first sit with the teacher, those after them with peers, all others work alone.
struct WeeklySeats {
    let brief: WeeklyBrief

    /// - Parameter order: positions of learners, each once; who is not in it works alone.
    func fill(_ order: some Sequence<Int>) -> [Mode] {
        var modes = [Mode](repeating: .asyncSolo, count: brief.learners)
        var left = brief.seats
        for learner in order where modes.indices.contains(learner) {
            guard let mode = [Mode.liveTeacher, .livePeer].first(where: { left[$0, default: 0] > 0 }) else { break }
            modes[learner] = mode
            left[mode, default: 0] -= 1
        }
        return modes
    }

    /// All live seats together.
    var count: Int { (brief.seats[.liveTeacher] ?? 0) + (brief.seats[.livePeer] ?? 0) }

    /// Positions by rising P(success), equals by position.
    static func rising(_ situations: [ModeSituation]) -> [Int] {
        let success = situations.map { $0.success ?? 0.5 }
        return success.indices.sorted { (success[$0], $0) < (success[$1], $1) }
    }
}
