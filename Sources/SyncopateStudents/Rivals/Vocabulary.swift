/// Ids with the positions they had in the log a rival was fitted on.
struct Vocabulary: Sendable {
    private var positions: [String: Int32] = [:]

    init(_ ids: [String]) {
        positions.reserveCapacity(ids.count)
        for (position, id) in ids.enumerated() where positions[id] == nil { positions[id] = Int32(position) }
    }

    /// Number of different ids.
    var count: Int { positions.count }

    /// The position of each of the ids of another log; -1 where it is new.
    func positions(of ids: [String]) -> [Int32] { ids.map { positions[$0] ?? -1 } }
}
