import Syncopate

/// Whether learners use the seats they are given: each learner's own share, drawn to that of all.
struct SeatsUsed {
    /// Seats of an average learner that one's own are added to.
    private static let weight = 4.0
    private var given: [Double]
    private var used: [Double]

    init(learners: Int) {
        given = [Double](repeating: 0, count: learners)
        used = given
    }

    /// P(a learner uses a seat): 1 until a seat was left empty.
    func probability(_ learner: Int) -> Double {
        let all = given.reduce(0, +)
        guard all > 0, given.indices.contains(learner) else { return 1 }
        let usual = used.reduce(0, +) / all
        return (used[learner] + Self.weight * usual) / (given[learner] + Self.weight)
    }

    mutating func observe(given modes: [Mode], used done: [Mode]) {
        for (learner, pair) in zip(modes, done).enumerated() where pair.0.isLive {
            given[learner] += 1
            if pair.1 == pair.0 { used[learner] += 1 }
        }
    }
}
