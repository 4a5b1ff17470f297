/// A log laid out for fitting: for every response its contexts, its covariates, and the row of each term's coefficients.
///
/// Contexts depend on the log alone, so they are worked out once. Only cells that occur get a coefficient.
package struct TracingDesign: Sendable {
    package let log: ResponseLog
    /// Values of the covariates, response by response.
    let values: [Float]
    /// For each key of ``keys``, the coefficient's place per response.
    let places: [[Int32]]
    /// The cells of each key, in the order of first appearance: entity's row times cases plus case.
    let cells: [[Int64]]
    /// The distinct pairs of entity and context among the terms.
    let keys: [ContextTerm.Key]
    /// Days since the set of skills was last met; NaN where unknown or never.
    let days: [Float]

    static let covariates = Covariate.allCases.count

    /// - Parameter terms: the terms that will be fitted.
    package init(_ log: ResponseLog, terms: [ContextTerm], workers: Workers = .one) {
        self.log = log
        let keys = terms.reduce(into: [ContextTerm.Key]()) { keys, term in
            if term.entity != .skill, !keys.contains(term.key) { keys.append(term.key) }
        }
        self.keys = keys

        let count = log.count
        let kinds = ContextKind.allCases.count
        let width = Self.covariates
        var cases = [Int32](repeating: 0, count: count * kinds)
        var values = [Float](repeating: 0, count: count * width)
        var days = [Float](repeating: .nan, count: count)
        cases.withUnsafeMutableBufferPointer { cases in
            values.withUnsafeMutableBufferPointer { values in
                days.withUnsafeMutableBufferPointer { days in
                    let (cases, values, days) = (Shared(cases), Shared(values), Shared(days))
                    Self.inPieces(log, workers) { learners in
                        var context = ResponseContext()
                        for learner in learners {
                            var follower = HistoryFollower(log: log, learner: learner)
                            while let index = follower.next(&context) {
                                for kind in 0..<kinds { cases[index * kinds + kind] = context.cases[kind] }
                                for place in 0..<width { values[index * width + place] = Float(context.values[place]) }
                                days[index] = Float(follower.days)
                            }
                        }
                    }
                }
            }
        }
        self.values = values
        self.days = days

        let sets = log.skillSets.count
        var places = [[Int32]](repeating: [], count: keys.count)
        var cells = [[Int64]](repeating: [], count: keys.count)
        places.withUnsafeMutableBufferPointer { places in
            cells.withUnsafeMutableBufferPointer { cells in
                let (places, cells, cases) = (Shared(places), Shared(cells), cases)
                workers.forEach(keys.count) { index in
                    var number = CellNumbering(
                        cells: Self.rows(keys[index].entity, log) * keys[index].context.cases(sets: sets))
                    let width = Int64(keys[index].context.cases(sets: sets))
                    let kind = Int(keys[index].context.rawValue)
                    var column = [Int32](repeating: 0, count: count)
                    for response in 0..<count {
                        let row: Int64 =
                            switch keys[index].entity {
                            case .all, .skill: 0
                            case .skillSet: Int64(log.skillSet[response])
                            case .item: Int64(log.item[response])
                            }
                        column[response] = number.place(of: row * width + Int64(cases[response * kinds + kind]))
                    }
                    places[index] = column
                    cells[index] = number.cells
                }
            }
        }
        self.places = places
        self.cells = cells
    }

    static func rows(_ entity: ContextEntity, _ log: ResponseLog) -> Int {
        entity.rows(items: log.items.count, skills: log.skills.count, sets: log.skillSets.count)
    }

    /// Number of pieces that logs are cut into, however many workers there are.
    static let pieces = 32

    /// Runs `body` on ranges of learners that hold about the same number of responses.
    static func inPieces(_ log: ResponseLog, _ workers: Workers, _ body: @Sendable (Range<Int>) -> Void) {
        let ranges = learnerRanges(log)
        workers.forEach(ranges.count) { body(ranges[$0]) }
    }

    static func learnerRanges(_ log: ResponseLog) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for piece in 1...pieces {
            let target = log.count * piece / pieces
            var end = start
            while end < log.learners.count, log.starts[end] < target || piece == pieces { end += 1 }
            if end > start { ranges.append(start..<end) }
            start = end
        }
        return ranges
    }
}
