/// Each learner's events in order.
extension TidyAssembler {
    /// Whether each learner's events stand in order already, as most logs have them.
    private func isSorted() -> Bool {
        // What supersedes an event has its time; only ids could make it another.
        if !hasOwnOrder, repeats.isOrdered { return true }
        var times = Array(repeating: -Double.infinity, count: log.learners.count)
        var ranks = times
        var untimedRanks = times
        for event in events {
            let learner = Int(event.learner)
            if !event.at.isNaN {
                let isLater = event.at > times[learner]
                guard isLater || (event.at == times[learner] && event.rank >= ranks[learner]) else { return false }
                times[learner] = event.at
                ranks[learner] = event.rank
            } else if !event.order.isNaN {
                guard event.order >= untimedRanks[learner] else { return false }
                untimedRanks[learner] = event.order
            }
        }
        return true
    }

    /// Sorts each learner's events among the places they hold.
    mutating func sort() {
        guard !isSorted() else { return }
        var timed: [[Int]] = Array(repeating: [], count: log.learners.count)
        var ordered = timed
        for (index, event) in events.enumerated() {
            if !event.at.isNaN {
                timed[Int(event.learner)].append(index)
            } else if !event.order.isNaN {
                ordered[Int(event.learner)].append(index)
            }
        }
        let (source, ids) = (events, loggedIDs)
        for places in timed + ordered {
            let sorted = places.sorted { left, right in
                let (a, b) = (source[left], source[right])
                if !a.at.isNaN, a.at != b.at { return a.at < b.at }
                if a.rank != b.rank { return a.rank < b.rank }
                return left < right
            }
            for (place, index) in zip(places, sorted) {
                events[place] = source[index]
                if !ids.isEmpty { loggedIDs[place] = ids[index] }
            }
        }
    }
}
