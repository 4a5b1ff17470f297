internal import Syncopate

/// What came of the events of one call.
struct EventTally {
    var applied = 0
    var noted = 0
    var duplicates = 0
    var rejections: [(index: Int, fault: WireFault)] = []
    /// Places of the learners whose events were taken up, each once, in their order.
    private(set) var places: [Int] = []

    /// One event that was understood.
    struct Taken {
        var place: Int
        /// Whether it is the first of its learner in the call.
        var isFirst: Bool
        /// `nil`: it was only noted.
        var outcome: EventOutcome?
    }

    mutating func take(_ taken: Taken) {
        if taken.isFirst { places.append(taken.place) }
        switch taken.outcome {
        case .applied: applied += 1
        case .duplicate: duplicates += 1
        default: noted += 1
        }
    }
}

extension Counters {
    mutating func add(_ tally: EventTally) {
        applied += tally.applied
        noted += tally.noted
        duplicates += tally.duplicates
        rejected += tally.rejections.count
    }

    /// Notes one event; `nil`: it was only noted.
    mutating func note(_ outcome: EventOutcome?) {
        switch outcome {
        case .applied: applied += 1
        case .duplicate: duplicates += 1
        default: noted += 1
        }
    }
}
