/// Coefficients of some terms by case first and then by column, a set of skills or an item each.
struct RankingTable: Sendable {
    private struct Part: Sendable {
        var context: Int
        var covariate: Int
        var reach: RankingReach
        /// Where the part's cases start in ``rows``.
        var cases: Int
    }

    private let columns: Int
    private var parts: [Part] = []
    /// Where the row of each case of each part starts in ``coefficients``; -1 where all of it is zero.
    private var rows: [Int] = []
    private var coefficients: [Float] = []

    init(columns: Int) { self.columns = columns }

    /// Adds a term.
    ///
    /// - Parameters:
    ///   - reachable: the cases that can come.
    ///   - coefficient: by column and case.
    mutating func append(
        _ term: ContextTerm, cases: Int, reachable: Range<Int>, _ reach: RankingReach,
        _ coefficient: (Int, Int) -> Double
    ) {
        parts.append(
            Part(
                context: Int(term.context.rawValue), covariate: Int(term.covariate.rawValue), reach: reach,
                cases: rows.count))
        for place in 0..<cases {
            let row = reachable.contains(place) ? (0..<columns).map { Float(coefficient($0, place)) } : []
            let isEmpty = !row.contains { $0 != 0 }
            rows.append(isEmpty ? -1 : coefficients.count)
            if !isEmpty { coefficients += row }
        }
    }

    /// Whether a part depends on what happened on the set of skills.
    var dependsOnSets: Bool { parts.contains { $0.reach.isOfSet } }

    /// What the parts come to that are the same for everybody, by column.
    func stillSum(_ context: ResponseContext) -> [Float] {
        var sum = [Float](repeating: 0, count: columns)
        for part in parts where part.reach.isStill {
            let row = rows[part.cases + Int(context.cases[part.context])]
            guard row >= 0 else { continue }
            for column in 0..<columns {
                sum[column] += coefficients[row + column] * Float(context.values[part.covariate])
            }
        }
        return sum
    }

    /// What the parts come to in one column: all of them, or those that depend on what happened on the set of skills.
    func sum(column: Int, _ context: ResponseContext, ofSetOnly: Bool = false) -> Float {
        visit(context) { parts, rows, coefficients, cases, values in
            var sum: Float = 0
            for part in parts where !ofSetOnly || part.reach.isOfSet {
                let row = rows[part.cases + Int(cases[part.context])]
                if row >= 0 { sum += coefficients[row + column] * Float(values[part.covariate]) }
            }
            return sum
        }
    }

    /// Adds what the parts come to that are not the same for everybody.
    func addMoving(_ context: ResponseContext, into out: UnsafeMutableBufferPointer<Float>) {
        add(context, 0..<columns, sign: 1, into: out) { !$0.isStill }
    }

    /// Adds to some columns, or takes away with a `sign` of -1, what the parts come to that depend on what happened on
    /// the set of skills.
    func addOfSet(
        _ context: ResponseContext, _ columns: Range<Int>, sign: Float, into out: UnsafeMutableBufferPointer<Float>
    ) {
        add(context, columns, sign: sign, into: out) { $0.isOfSet }
    }

    @inline(__always)
    private func add(
        _ context: ResponseContext, _ columns: Range<Int>, sign: Float, into out: UnsafeMutableBufferPointer<Float>,
        where isWanted: (RankingReach) -> Bool
    ) {
        guard let out = out.baseAddress else { return }
        visit(context) { parts, rows, coefficients, cases, values in
            guard let coefficients = coefficients.baseAddress else { return }
            for part in parts where isWanted(part.reach) {
                let row = rows[part.cases + Int(cases[part.context])]
                guard row >= 0 else { continue }
                let value = sign * Float(values[part.covariate])
                let own = coefficients + row
                for column in columns { out[column] += value * own[column] }
            }
        }
    }

    private func visit<Result>(
        _ context: ResponseContext,
        _ body: (
            UnsafeBufferPointer<Part>, UnsafeBufferPointer<Int>, UnsafeBufferPointer<Float>,
            UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Double>
        ) -> Result
    ) -> Result {
        parts.withUnsafeBufferPointer { parts in
            rows.withUnsafeBufferPointer { rows in
                coefficients.withUnsafeBufferPointer { coefficients in
                    context.cases.withUnsafeBufferPointer { cases in
                        context.values.withUnsafeBufferPointer { body(parts, rows, coefficients, cases, $0) }
                    }
                }
            }
        }
    }
}
