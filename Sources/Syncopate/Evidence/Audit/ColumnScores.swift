/// The scores of a gradebook column by column, and who could have had one.
struct ColumnScores: Sendable {
    /// One item's column.
    struct Column: Sendable {
        /// Places among the learners looked at, ascending, and their scores: shares of the maximum, above one with
        /// extra credit.
        var learners: [Int] = []
        var scores: [Double] = []
        /// Learners of the sections in which anybody has a score on it.
        var asked = 0

        var count: Int { scores.count }
        /// Share of those asked who have a score.
        var coverage: Double { asked > 0 ? Double(count) / Double(asked) : 0 }
        /// Mean score, those above the maximum counted as full.
        var mean: Double { scores.isEmpty ? .nan : scores.reduce(0) { $0 + min($1, 1) } / Double(scores.count) }
        var zeros: Int { scores.count { $0 <= 0 } }
        var full: Int { scores.count { $0 >= 1 } }

        /// Whether there is nothing but zero, full marks and at most one value between, such as half for being late.
        var isAllOrNothing: Bool {
            guard count >= 5 else { return false }
            let between = scores.filter { $0 > 0 && $0 < 1 }
            guard let first = between.first else { return true }
            return between.allSatisfy { abs($0 - first) < 1e-9 } && (0.25...0.75).contains(first)
                && Double(between.count) <= 0.2 * Double(count)
        }
    }

    /// One per item.
    var columns: [Column]
    /// How many learners are looked at.
    let learners: Int
    /// Whether that is everybody with a score.
    let isWhole: Bool

    /// Most learners that are looked at: an even sample says as much of a column.
    static let sampleLimit = 500

    init(_ gradebook: Gradebook) {
        let active = gradebook.learners.indices.filter { learner in
            gradebook.cells(ofLearner: learner).contains { gradebook.statuses[$0] == .scored }
        }
        isWhole = active.count <= Self.sampleLimit
        let looked =
            isWhole ? active : (0..<Self.sampleLimit).map { active[$0 * active.count / Self.sampleLimit] }
        learners = looked.count
        columns = gradebook.items.map { _ in Column() }
        var sections: [String: Int] = [:]
        var sizes: [Int] = []
        let numbers = looked.map { learner in
            let name = gradebook.learners[learner].section
            let number = sections[name] ?? sizes.count
            if number == sizes.count {
                sections[name] = number
                sizes.append(0)
            }
            sizes[number] += 1
            return number
        }
        var seen = gradebook.items.map { _ in Set<Int>() }
        for (place, learner) in looked.enumerated() {
            for cell in gradebook.cells(ofLearner: learner) where gradebook.statuses[cell] == .scored {
                let item = Int(gradebook.columns[cell])
                columns[item].learners.append(place)
                columns[item].scores.append(gradebook.scores[cell])
                seen[item].insert(numbers[place])
            }
        }
        for item in columns.indices { columns[item].asked = seen[item].reduce(0) { $0 + sizes[$1] } }
    }
}
