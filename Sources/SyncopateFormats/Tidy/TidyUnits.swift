internal import Syncopate

/// What the scores of each item are out of, as its events say one after the other.
struct TidyUnits {
    /// Scores of an item that come without a maximum.
    private struct Bare {
        var count = 0
        /// Whether one of them is more than a share can be, or is known to be none.
        var arePoints = false
        /// The first of them, or the first that shows that they are points.
        var example: TidyEvent
    }

    /// By item; `nil` where every score so far has a maximum.
    private var bare: [Bare?] = []

    /// Turns an event's points into a share if it is known what they are out of.
    ///
    /// - Parameter stated: what points are out of where the file does not say.
    /// - Returns: the points, or the share, as the event stated it where that is more than there is to have.
    mutating func settle(_ event: inout TidyEvent, stated: Double?) -> Double? {
        guard event.status == .scored else { return nil }
        if event.isShare { return event.points > 1 ? event.points : nil }
        if event.maximum.isNaN {
            guard let stated else {
                add(event)
                return nil
            }
            event.maximum = stated
        }
        guard event.maximum > 0 else {
            event.status = .hidden
            return nil
        }
        let points = event.points
        event.points /= event.maximum
        event.isShare = true
        return points > event.maximum ? points : nil
    }

    private mutating func add(_ event: TidyEvent) {
        let item = Int(event.item)
        while bare.count <= item { bare.append(nil) }
        var scores = bare[item] ?? Bare(example: event)
        if !scores.arePoints, event.isPoints || event.points > 1 {
            scores.arePoints = true
            scores.example = event
        }
        scores.count += 1
        bare[item] = scores
    }

    /// Whether scores of an item without a maximum are points of nobody knows how many: one of them is above 1, say.
    func isUnknown(item: Int32) -> Bool { bare.indices.contains(Int(item)) && bare[Int(item)]?.arePoints == true }

    /// Of each item of which that is so an event that shows it, and how many of its events have no maximum.
    var unknown: [(item: Int, example: TidyEvent, count: Int)] {
        bare.enumerated().compactMap { item, scores in
            guard let scores, scores.arePoints else { return nil }
            return (item, scores.example, scores.count)
        }
    }
}
