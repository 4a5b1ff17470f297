/// Rounds a table of probabilities to one column per row so that every cell is chosen with exactly its probability and
/// columns keep their sums, up to the next whole number (dependent rounding: Gandhi, Khuller, Parthasarathy &
/// Srinivasan 2006).
///
/// Probability is moved round a cycle of fractional cells, to and fro, until one of them is 0 or 1; the two directions are
/// taken with such probabilities that no cell's expectation moves.
struct DependentRounding {
    private var cells: [Double]
    private let columns: Int
    /// Rows that are not decided, the next to look at last.
    private var open: [Int]

    /// Below this a cell is 0; it is what sums of doubles leave.
    private static let dust = 1e-10

    /// - Parameter cells: rows by columns; rows sum to 1.
    init(_ cells: [Double], columns: Int) {
        self.cells = cells
        self.columns = columns
        open = []
        let rows = columns > 0 ? cells.count / columns : 0
        for row in (0..<rows).reversed() where isOpen(row) { open.append(row) }
    }

    /// The column of each row, once ``run(using:)`` is through.
    var chosen: [Int] {
        guard columns > 0 else { return [] }
        return (0..<(cells.count / columns)).map { row in
            var best = 0
            for column in 1..<max(columns, 1) where cells[row * columns + column] > cells[row * columns + best] {
                best = column
            }
            return best
        }
    }

    private func isOpen(_ row: Int) -> Bool { fractional(row).count > 1 }

    private func fractional(_ row: Int) -> [Int] {
        (0..<columns).filter {
            let value = cells[row * columns + $0]
            return value > Self.dust && value < 1 - Self.dust
        }
    }

    mutating func run(using generator: inout SeededGenerator) {
        while !open.isEmpty {
            let moves = cycleOrPath()
            move(moves, using: &generator)
            // Only rows that were moved can have been decided, and they stand near the end.
            for move in moves where !isOpen(move.row) {
                if let place = open.lastIndex(of: move.row) { open.remove(at: place) }
            }
        }
    }

    /// Rows and the columns between which they move probability: a cycle of columns if there is one, else a path between
    /// two that end there.
    private func cycleOrPath() -> [(row: Int, from: Int, to: Int)] {
        // Columns are the nodes of a graph, a row joins its fractional columns; as many edges as nodes make a cycle.
        var edges: [[(row: Int, to: Int)]] = Array(repeating: [], count: columns)
        for row in open.reversed() {
            let places = fractional(row)
            for (from, to) in zip(places, places.dropFirst()) {
                if let path = path(from: to, to: from, edges) { return path + [(row, from, to)] }
                edges[from].append((row, to))
                edges[to].append((row, from))
            }
        }
        // A forest: from one leaf to another.
        guard let leaf = edges.indices.first(where: { edges[$0].count == 1 }) else { return [] }
        for end in edges.indices where end != leaf && edges[end].count == 1 {
            if let path = path(from: leaf, to: end, edges) { return path }
        }
        return []
    }

    private func path(
        from start: Int, to end: Int, _ edges: [[(row: Int, to: Int)]]
    ) -> [(row: Int, from: Int, to: Int)]? {
        var before = [(row: Int, from: Int)?](repeating: nil, count: columns)
        var queue = [start]
        var isSeen = [Bool](repeating: false, count: columns)
        isSeen[start] = true
        while let column = queue.popLast() {
            if column == end {
                var path: [(row: Int, from: Int, to: Int)] = []
                var place = end
                while let step = before[place] {
                    path.append((step.row, step.from, place))
                    place = step.from
                }
                return path.reversed()
            }
            for edge in edges[column] where !isSeen[edge.to] {
                isSeen[edge.to] = true
                before[edge.to] = (edge.row, column)
                queue.append(edge.to)
            }
        }
        return nil
    }

    private mutating func move(_ moves: [(row: Int, from: Int, to: Int)], using generator: inout SeededGenerator) {
        guard !moves.isEmpty else {
            // Nothing can be moved: only dust is left.
            open.removeAll()
            return
        }
        // A row met twice in a row takes from a column what it just gave it.
        var changes: [Int: Int] = [:]
        for move in moves {
            changes[move.row * columns + move.from, default: 0] -= 1
            changes[move.row * columns + move.to, default: 0] += 1
        }
        let moved = changes.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        var (forth, back) = (Double.infinity, Double.infinity)
        for (cell, sign) in moved {
            forth = min(forth, sign > 0 ? 1 - cells[cell] : cells[cell])
            back = min(back, sign > 0 ? cells[cell] : 1 - cells[cell])
        }
        let step = generator.uniform() * (forth + back) < back ? forth : -back
        for (cell, sign) in moved {
            let value = cells[cell] + Double(sign) * step
            cells[cell] = value < Self.dust ? 0 : value > 1 - Self.dust ? 1 : value
        }
    }
}
