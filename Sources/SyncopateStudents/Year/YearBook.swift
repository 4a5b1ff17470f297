import Syncopate

/// The gradebook of a year as it grows.
struct YearBook: Sendable {
    /// What a cell says.
    enum Cell: Sendable, Hashable {
        case blank
        case excused
        /// Share of the questions.
        case score(Double)
    }

    let course: YearCourse
    /// `[learner][column]`.
    private(set) var cells: [[Cell]]

    init(_ course: YearCourse, learners: Int) {
        self.course = course
        cells = Array(repeating: Array(repeating: .blank, count: course.topics.count), count: learners)
    }

    /// Enters what came of work; of two scores the higher counts.
    mutating func enter(_ cell: Cell, learner: Int, column: Int) {
        if case .score(let new) = cell, case .score(let old) = cells[learner][column], new <= old { return }
        cells[learner][column] = cell
    }

    /// The score of a cell, a share; `nil` without one.
    func score(_ learner: Int, _ column: Int) -> Double? {
        guard case .score(let score) = cells[learner][column] else { return nil }
        return score
    }

    /// Columns up to this week in which there is something to do: without a score, or below the goal.
    func open(_ learner: Int, week: Int) -> [Int] {
        (0...week).filter { column in
            switch cells[learner][column] {
            case .blank: true
            case .excused: false
            case .score(let score): score < YearWorld.goal
            }
        }
    }

    /// Mean score of a learner over what is scored; `nil` of nothing.
    func mean(_ learner: Int) -> Double? {
        let scores = cells[learner].indices.compactMap { score(learner, $0) }
        return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }

    /// What is exported in a week: the columns so far, and the next ones, blank.
    func log(week: Int) -> EvidenceLog {
        var log = EvidenceLog()
        for learner in cells.indices { log.intern(Learner(id: String(learner), section: "1")) }
        let columns = 0..<min(week + 1 + YearWorld.ahead, course.topics.count)
        for column in columns { log.intern(course.item(column)) }
        for (learner, row) in cells.enumerated() {
            for column in columns {
                let (status, score): (Status, Double) =
                    switch row[column] {
                    case .blank: (.unknownBlank, .nan)
                    case .excused: (.excused, .nan)
                    case .score(let score): (.scored, score)
                    }
                log.append(
                    Event(learner: Int32(learner), item: Int32(column), status: status, score: score))
            }
        }
        return log
    }
}
