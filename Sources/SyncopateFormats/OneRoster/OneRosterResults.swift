/// The results of a OneRoster set, before it is settled which of several a student has on a line item.
struct OneRosterResults {
    private struct Owner: Hashable {
        var learner: Int32
        var item: Int32
    }

    private var results: [(event: TidyEvent, modified: Double)] = []
    /// Places of the results of each student and line item that has more than one.
    private var several: [Owner: [Int]] = [:]
    private var first: [Owner: Int] = [:]

    /// Adds the next row of the table.
    ///
    /// - Parameter modified: when it was last changed; the beginning of time where the table does not say.
    mutating func add(_ event: TidyEvent, modified: Double) {
        let owner = Owner(learner: event.learner, item: event.item)
        if let place = first[owner] {
            several[owner, default: [place]].append(results.count)
        } else {
            first[owner] = results.count
        }
        results.append((event, modified))
    }

    /// All results as the table has them, but those of one student and line item the latest last: by when they were changed,
    /// then by when they were scored, then as they stand.
    var inOrder: [TidyEvent] {
        var sorted = results
        for places in several.values {
            let group = places.sorted { left, right in
                let (a, b) = (results[left], results[right])
                if a.modified != b.modified { return a.modified < b.modified }
                let (one, other) = (Self.moment(a.event), Self.moment(b.event))
                return one != other ? one < other : left < right
            }
            for (place, index) in zip(places, group) { sorted[place] = results[index] }
        }
        return sorted.map(\.event)
    }

    private static func moment(_ event: TidyEvent) -> Double { event.at.isNaN ? -.infinity : event.at }
}
