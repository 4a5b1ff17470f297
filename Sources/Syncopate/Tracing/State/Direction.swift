/// Weights on a belief's coordinates: the shared factors first, then a few touched skills.
package struct Direction: Sendable, Equatable {
    private struct Entry: Sendable, Equatable {
        var place: Int
        var weight: Double
    }

    /// In one piece, since a learner has one of these for every set of skills.
    private var entries: [Entry]

    /// No weight on any of the factors, and room for skills.
    package init(factors: Int, skills: Int) {
        entries = []
        entries.reserveCapacity(factors + skills)
        for factor in 0..<factors { entries.append(Entry(place: factor, weight: 0)) }
    }

    /// Adds to the weight of a factor.
    package mutating func load(_ factor: Int, _ weight: Double) { entries[factor].weight += weight }

    /// Adds a touched skill by its coordinate.
    package mutating func append(_ place: Int, _ weight: Double) {
        entries.append(Entry(place: place, weight: weight))
    }

    /// Calls `body` with each coordinate that has a weight.
    @inline(__always)
    func visit(_ body: (Int, Double) -> Void) { for entry in entries { body(entry.place, entry.weight) } }
}
