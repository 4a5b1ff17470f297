/// Lists of edges, one a row, in one piece of memory.
struct EdgeRows: Sendable {
    /// Where each row starts, and the end of the last: one more than rows.
    private let starts: [Int]
    private let edges: [PrerequisiteGraph.Edge]

    init(_ rows: [[PrerequisiteGraph.Edge]]) {
        var starts = [0]
        starts.reserveCapacity(rows.count + 1)
        var edges: [PrerequisiteGraph.Edge] = []
        for row in rows {
            edges += row
            starts.append(edges.count)
        }
        self.starts = starts
        self.edges = edges
    }

    /// Places of a row's edges.
    func places(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

    /// An edge by place.
    subscript(place: Int) -> PrerequisiteGraph.Edge { edges[place] }

    /// Opens both by address, for going through many rows.
    @inline(__always)
    func withBuffers<Result>(
        _ body: (_ starts: UnsafeBufferPointer<Int>, _ edges: UnsafeBufferPointer<PrerequisiteGraph.Edge>) -> Result
    ) -> Result {
        starts.withUnsafeBufferPointer { starts in edges.withUnsafeBufferPointer { body(starts, $0) } }
    }
}
