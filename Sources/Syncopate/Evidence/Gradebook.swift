/// What every learner has on every item now: the log folded to one cell per learner and item.
///
/// Stored by rows without the empty places, so that a long log over many items takes memory in proportion to what
/// happened. Cells of a learner stand in item order.
public struct Gradebook: Sendable {
    /// Everybody in the log, scored or not.
    public let learners: [Learner]
    /// Every item of the log, in the order of the file, which stands for time where there are no dates.
    public let items: [Item]
    /// Cells of learner `i` are `starts[i]..<starts[i + 1]` in the buffers below.
    public let starts: [Int]
    /// Position of each cell's item.
    public let columns: [Int32]
    /// Status of each cell.
    public let statuses: [Status]
    /// Score of each cell as a share of the maximum; NaN unless `scored`.
    public let scores: [Double]
    /// When each cell's event happened, seconds since 1970; NaN where unknown.
    public let times: [Double]
    /// Record of the input that each cell is from (``Event/row``), 0 where there is none; empty where no cell has one.
    public let rows: [Int32]
    /// How probably each cell holds a score and not what stands for missing work; empty where nothing is in doubt.
    let weights: [Double]

    /// Folds a log. Of several events on one cell the latest counts, by time, then attempt, then place in the input;
    /// a score outweighs a blank, because a resubmission in progress does not undo a grade.
    public init(_ log: EvidenceLog) {
        learners = log.learners
        items = log.items
        let events = log.events
        // Counting sort by learner keeps input order within a learner, without comparing a million times.
        var counts = [Int](repeating: 0, count: learners.count + 1)
        for event in events { counts[Int(event.learner) + 1] += 1 }
        for i in learners.indices { counts[i + 1] += counts[i] }
        var order = [Int](repeating: 0, count: events.count)
        var next = counts
        for (position, event) in events.enumerated() {
            let learner = Int(event.learner)
            order[next[learner]] = position
            next[learner] += 1
        }

        var starts: [Int] = [0]
        var columns: [Int32] = []
        var statuses: [Status] = []
        var scores: [Double] = []
        var times: [Double] = []
        let isNumbered = events.contains { $0.row > 0 }
        var rows: [Int32] = []
        starts.reserveCapacity(learners.count + 1)
        columns.reserveCapacity(events.count)
        statuses.reserveCapacity(events.count)
        scores.reserveCapacity(events.count)
        times.reserveCapacity(events.count)
        // For each item, the event of the current learner that counts so far, and whose it was.
        var holder = [Int](repeating: -1, count: items.count)
        var owner = [Int32](repeating: -1, count: items.count)
        var touched: [Int32] = []
        for i in learners.indices {
            touched.removeAll(keepingCapacity: true)
            for position in order[counts[i]..<counts[i + 1]] {
                let event = events[position]
                let item = Int(event.item)
                if owner[item] != Int32(i) {
                    owner[item] = Int32(i)
                    holder[item] = position
                    touched.append(event.item)
                } else if Gradebook.supersedes(event, events[holder[item]]) {
                    holder[item] = position
                }
            }
            touched.sort()
            for item in touched {
                let event = events[holder[Int(item)]]
                columns.append(item)
                statuses.append(event.status)
                scores.append(event.status == .scored ? event.score : .nan)
                times.append(event.at)
                if isNumbered { rows.append(event.row) }
            }
            starts.append(columns.count)
        }
        self.starts = starts
        self.columns = columns
        self.statuses = statuses
        self.scores = scores
        self.times = times
        self.rows = rows
        weights = []
    }

    /// Whether `new`, which stands later in the input, counts instead of `old`.
    static func supersedes(_ new: Event, _ old: Event) -> Bool {
        if (new.status == .scored) != (old.status == .scored) { return new.status == .scored }
        if new.at.isFinite, old.at.isFinite, new.at != old.at { return new.at > old.at }
        if new.attempt != old.attempt, new.attempt > 0, old.attempt > 0 { return new.attempt > old.attempt }
        return true
    }

    /// The cells of one learner as positions into the buffers; empty for a position outside.
    public func cells(ofLearner learner: Int) -> Range<Int> {
        learners.indices.contains(learner) ? starts[learner]..<starts[learner + 1] : 0..<0
    }

    /// How much a cell's score counts as evidence of mastery, 0...1: the probability that it is one.
    func weight(ofCell cell: Int) -> Double { weights.isEmpty ? 1 : weights[cell] }

    /// A gradebook with the same people and items that keeps only some cells: what a back-test learns from.
    ///
    /// - Parameter keep: called once per cell with its learner and its position in the buffers.
    public func keeping(_ keep: (_ learner: Int, _ cell: Int) -> Bool) -> Gradebook {
        var starts: [Int] = [0]
        var columns: [Int32] = []
        var statuses: [Status] = []
        var scores: [Double] = []
        var times: [Double] = []
        var rows: [Int32] = []
        var weights: [Double] = []
        for i in learners.indices {
            for cell in cells(ofLearner: i) where keep(i, cell) {
                columns.append(self.columns[cell])
                statuses.append(self.statuses[cell])
                scores.append(self.scores[cell])
                times.append(self.times[cell])
                if !self.rows.isEmpty { rows.append(self.rows[cell]) }
                if !self.weights.isEmpty { weights.append(self.weights[cell]) }
            }
            starts.append(columns.count)
        }
        return Gradebook(
            learners: learners, items: items, starts: starts, columns: columns, statuses: statuses, scores: scores,
            times: times, rows: rows, weights: weights)
    }

    /// The same items with only some of the learners, in the given order; positions outside are ignored.
    public func selecting(_ positions: [Int]) -> Gradebook {
        var people: [Learner] = []
        var starts: [Int] = [0]
        var columns: [Int32] = []
        var statuses: [Status] = []
        var scores: [Double] = []
        var times: [Double] = []
        var rows: [Int32] = []
        var weights: [Double] = []
        for learner in positions where learners.indices.contains(learner) {
            people.append(learners[learner])
            let range = cells(ofLearner: learner)
            columns.append(contentsOf: self.columns[range])
            statuses.append(contentsOf: self.statuses[range])
            scores.append(contentsOf: self.scores[range])
            times.append(contentsOf: self.times[range])
            if !self.rows.isEmpty { rows.append(contentsOf: self.rows[range]) }
            if !self.weights.isEmpty { weights.append(contentsOf: self.weights[range]) }
            starts.append(columns.count)
        }
        return Gradebook(
            learners: people, items: items, starts: starts, columns: columns, statuses: statuses, scores: scores,
            times: times, rows: rows, weights: weights)
    }

    /// The same cells with other things known about the items, which must be as many and in the same order.
    func with(items: [Item]) -> Gradebook {
        guard items.count == self.items.count else { return self }
        return Gradebook(
            learners: learners, items: items, starts: starts, columns: columns, statuses: statuses, scores: scores,
            times: times,
            rows: rows, weights: weights)
    }

    init(
        learners: [Learner], items: [Item], starts: [Int], columns: [Int32], statuses: [Status], scores: [Double],
        times: [Double], rows: [Int32] = [], weights: [Double] = []
    ) {
        self.learners = learners
        self.items = items
        self.starts = starts
        self.columns = columns
        self.statuses = statuses
        self.scores = scores
        self.times = times
        self.rows = rows
        self.weights = weights
    }
}
