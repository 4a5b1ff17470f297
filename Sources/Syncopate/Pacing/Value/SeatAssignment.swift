/// Who gets which mode so that the sum of values is largest, exactly, where some modes have few seats.
///
/// Seats are given one by one, each along the chain of moves that adds most (successive shortest paths: Ahuja, Magnanti &
/// Orlin 1993, section 9.7): with a handful of modes the chain runs over modes, and the best learner to move from one to
/// another is looked up.
package enum SeatAssignment {
    /// The column of each learner.
    ///
    /// - Parameters:
    ///   - values: learners by columns, row after row; every learner has a finite value in a column without a limit.
    ///   - seats: per column; `nil`: no limit.
    package static func best(values: [Double], columns: Int, seats: [Int?]) -> [Int] {
        guard columns > 0 else { return [] }
        let rows = values.count / columns
        let free = (0..<columns).filter { seats[$0] == nil }
        var chosen = [Int](repeating: free.first ?? 0, count: rows)
        for row in 0..<rows {
            for column in free where values[row * columns + column] > values[row * columns + chosen[row]] {
                chosen[row] = column
            }
        }
        let limited = (0..<columns).filter { seats[$0] != nil }
        var left = seats.map { max($0 ?? 0, 0) }
        // Node 0 is own time, of whatever kind; the others are the limited columns.
        let nodes = limited.count + 1
        func node(_ column: Int) -> Int { (limited.firstIndex(of: column) ?? -1) + 1 }
        while true {
            var gain = [Double](repeating: -.infinity, count: nodes * nodes)
            var mover = [Int](repeating: -1, count: nodes * nodes)
            for row in 0..<rows {
                let from = node(chosen[row])
                for (place, column) in limited.enumerated() where place + 1 != from {
                    let edge = from * nodes + place + 1
                    let added = values[row * columns + column] - values[row * columns + chosen[row]]
                    if added > gain[edge] { (gain[edge], mover[edge]) = (added, row) }
                }
            }
            // Longest chains from own time; there is no cycle that adds anything, so as many rounds as nodes do.
            var reach = [Double](repeating: -.infinity, count: nodes)
            var before = [Int](repeating: -1, count: nodes)
            reach[0] = 0
            for _ in 0..<nodes {
                for from in 0..<nodes where reach[from] > -.infinity {
                    for to in 1..<nodes where gain[from * nodes + to] > -.infinity {
                        let sum = reach[from] + gain[from * nodes + to]
                        if sum > reach[to] + 1e-12 { (reach[to], before[to]) = (sum, from) }
                    }
                }
            }
            var end: Int?
            for to in 1..<max(nodes, 1) where left[limited[to - 1]] > 0 && reach[to] > 1e-12 {
                if reach[to] > end.map({ reach[$0] }) ?? 0 { end = to }
            }
            guard let end else { return chosen }
            left[limited[end - 1]] -= 1
            var to = end
            var steps = 0
            while to != 0, steps < nodes {
                let from = before[to]
                chosen[mover[from * nodes + to]] = limited[to - 1]
                to = from
                steps += 1
            }
        }
    }
}
