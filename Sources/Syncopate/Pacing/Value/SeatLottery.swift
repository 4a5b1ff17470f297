/// Exact probabilities of who gets which mode where seats are few, and a draw that keeps them.
///
/// The probabilities are the shares that maximise `sum p v - tie / 2 sum p^2`, with a row of a learner summing to 1 and a
/// column to no more than its seats: every seat has a price at which as much is asked for as there is, and a learner's
/// shares are what is nearest to their values less the prices, divided by `tie`, that is a distribution (the
/// sparsemax of Martins & Astudillo 2016). Whoever is more than `tie` away from the cut is certain; within it the
/// probability falls linearly; where values are equal it is the same.
package struct SeatLottery: Sendable {
    /// Learners by columns, row after row; rows sum to 1.
    package private(set) var probabilities: [Double]
    let columns: Int
    private let seats: [Int?]

    /// Value of what a learner cannot do.
    static let impossible = -1e9
    private static let sweeps = 200
    private static let tolerance = 1e-10

    /// - Parameters:
    ///   - values: learners by columns; every learner has a possible column without a limit.
    ///   - seats: per column; `nil`: no limit.
    ///   - tie: width of a near-tie, in the unit of the values; held to 1e-6 or more.
    ///   - least: no probability lies strictly between 0 and this, if seats can be filled that way.
    init(values: [Double], columns: Int, seats: [Int?], tie: Double, least: Double) {
        self.columns = columns
        self.seats = seats.map { $0.map { max($0, 0) } }
        let problem = Problem(values: values, columns: columns, seats: self.seats, tie: max(tie, 1e-6))
        var shares = problem.solve(support: nil, least: 0) ?? problem.fallback()
        let held = min(max(least, 0), 1 / Double(max(columns, 1)) - 1e-9)
        if held > 0, shares.contains(where: { $0 > 0 && $0 < held }) {
            let support = shares.map { $0 >= held }
            if let fewer = problem.solve(support: support, least: held), problem.fills(fewer, as: shares) {
                shares = fewer
            }
        }
        probabilities = problem.trimmed(shares)
    }

    /// The column of each learner, drawn so that each has it with exactly its probability and no column has more than its
    /// seats.
    package func draw(using generator: inout SeededGenerator) -> [Int] {
        var rounding = DependentRounding(probabilities, columns: columns)
        rounding.run(using: &generator)
        return rounding.chosen
    }

    /// The seats of a cohort as a problem in prices.
    private struct Problem {
        let values: [Double]
        let columns: Int
        let seats: [Int?]
        let tie: Double
        var rows: Int { columns > 0 ? values.count / columns : 0 }

        /// Shares at the prices that clear; `nil` where lower bounds leave none.
        func solve(support: [Bool]?, least: Double) -> [Double]? {
            var prices = [Double](repeating: 0, count: columns)
            let limited = seats.indices.filter { seats[$0] != nil }
            // Beyond this nobody wants the seat: what it adds over the best without a limit.
            var highest = prices
            for row in 0..<rows {
                var apart = SeatLottery.impossible
                for column in 0..<columns where seats[column] == nil {
                    apart = max(apart, values[row * columns + column])
                }
                for column in limited { highest[column] = max(highest[column], values[row * columns + column] - apart) }
            }
            for sweep in 0..<SeatLottery.sweeps {
                var isDone = true
                for column in limited {
                    let count = Double(seats[column] ?? 0)
                    let tolerance = SeatLottery.tolerance * max(1, count)
                    let now = asked(column, prices, support, least) - count
                    if abs(now) <= tolerance || (now < 0 && prices[column] == 0) { continue }
                    isDone = false
                    guard
                        let price = clear(
                            column, prices, upTo: highest[column] + 3 * tie, count, tolerance, support, least)
                    else { return nil }
                    prices[column] = price
                }
                if isDone || (limited.count == 1 && sweep > 0) { break }
            }
            var shares = [Double](repeating: 0, count: values.count)
            var row = [Double](repeating: 0, count: columns)
            for learner in 0..<rows {
                share(learner, prices, support, least, into: &row)
                for column in 0..<columns { shares[learner * columns + column] = row[column] }
            }
            return shares
        }

        /// The price at which as much of a column is asked for as there is (regula falsi, Illinois form).
        private func clear(
            _ column: Int, _ prices: [Double], upTo highest: Double, _ count: Double, _ tolerance: Double,
            _ support: [Bool]?, _ least: Double
        ) -> Double? {
            var prices = prices
            func excess(_ price: Double) -> Double {
                prices[column] = price
                return asked(column, prices, support, least) - count
            }
            var (low, high) = (0.0, highest)
            var (above, below) = (excess(low), excess(high))
            if above <= tolerance { return low }
            if below > tolerance { return nil }
            var side = 0
            for step in 0..<200 {
                // Halving now and then: the excess is straight in pieces only.
                let middle = step % 4 == 3 ? (low + high) / 2 : (low * below - high * above) / (below - above)
                let value = excess(middle)
                if abs(value) <= tolerance || high - low < 1e-15 { return middle }
                if value > 0 {
                    (low, above) = (middle, value)
                    if side == 1 { below /= 2 }
                    side = 1
                } else {
                    (high, below) = (middle, value)
                    if side == -1 { above /= 2 }
                    side = -1
                }
            }
            return high
        }

        private func asked(_ column: Int, _ prices: [Double], _ support: [Bool]?, _ least: Double) -> Double {
            var sum = 0.0
            var row = [Double](repeating: 0, count: columns)
            for learner in 0..<rows where values[learner * columns + column] > SeatLottery.impossible {
                share(learner, prices, support, least, into: &row)
                sum += row[column]
            }
            return sum
        }

        /// One learner's shares: the distribution nearest to values less prices, divided by the tie.
        private func share(
            _ learner: Int, _ prices: [Double], _ support: [Bool]?, _ least: Double, into row: inout [Double]
        ) {
            var total = 1.0
            var top = -Double.infinity
            for column in 0..<columns {
                let cell = learner * columns + column
                let isPossible = values[cell] > SeatLottery.impossible && (support?[cell] ?? true)
                row[column] = isPossible ? (values[cell] - prices[column]) / tie : -.infinity
                if isPossible { total -= least }
                top = max(top, row[column])
            }
            // The level that leaves `total` above it, found from the top down: at most as many steps as columns.
            var level = top - total
            for _ in 0..<columns {
                var (sum, count) = (0.0, 0.0)
                for column in 0..<columns where row[column] > level {
                    sum += row[column]
                    count += 1
                }
                let next = (sum - total) / count
                if next <= level { break }
                level = next
            }
            for column in 0..<columns {
                row[column] = row[column] == -.infinity ? 0 : max(row[column] - level, 0) + least
            }
        }

        /// Whether no column has fewer learners than another solution gives it.
        func fills(_ shares: [Double], as others: [Double]) -> Bool {
            seats.indices.allSatisfy { seats[$0] == nil || sum($0, shares) >= sum($0, others) - 1e-6 }
        }

        /// Nobody in a limited column.
        func fallback() -> [Double] {
            let closed = Problem(
                values: values.enumerated().map {
                    seats[$0.offset % columns] == nil ? $0.element : SeatLottery.impossible
                }, columns: columns, seats: seats.map { _ in nil }, tie: tie)
            return closed.solve(support: nil, least: 0) ?? values.map { _ in 0 }
        }

        private func sum(_ column: Int, _ shares: [Double]) -> Double {
            stride(from: column, to: shares.count, by: columns).reduce(0) { $0 + shares[$1] }
        }

        /// Shares without what rounding left: whole columns where they are full, rows that sum to 1.
        func trimmed(_ shares: [Double]) -> [Double] {
            var result = shares.map { $0 < 1e-9 ? 0 : $0 > 1 - 1e-9 ? 1 : $0 }
            for column in seats.indices {
                guard let seats = seats[column] else { continue }
                let total = sum(column, result)
                guard total > 0, total > Double(seats) || total > Double(seats) - 1e-6 else { continue }
                let factor = Double(seats) / total
                for cell in stride(from: column, to: result.count, by: columns) where result[cell] < 1 || factor < 1 {
                    result[cell] = min(result[cell] * factor, 1)
                }
            }
            for row in 0..<rows {
                var rest = 1.0
                var own: Int?
                for column in 0..<columns {
                    let cell = row * columns + column
                    rest -= result[cell]
                    if seats[column] == nil, values[cell] > SeatLottery.impossible,
                        own.map({ values[cell] > values[$0] || (result[cell] > 0 && result[$0] == 0) }) ?? true
                    {
                        own = cell
                    }
                }
                guard let own, rest != 0 else { continue }
                result[own] = min(max(result[own] + rest, 0), 1)
                if result[own] < 1e-9 { result[own] = 0 }
            }
            return result
        }
    }
}
