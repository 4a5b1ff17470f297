internal import JSONText
internal import Syncopate

extension EngineHost {
    /// Takes up one event of a list, for a learner who is held here.
    ///
    /// Where it is not just one more answer at the end, the state is behind until ``catchUp(_:)``.
    func observe(_ event: Int, _ reader: ShapeReader) throws(WireFault) -> EventTally.Taken {
        let slots: Slots
        do throws(WireFault) { slots = try reader.members(event, EventFields.shape) } catch {
            var fault = error
            fault.kind = .invalidEvent
            throw fault
        }
        let reading = try read(slots, reader)
        let place = try place(of: reading.learner)
        let outcome = try take(reading) { body in learners.change(place, body) }
        return EventTally.Taken(place: place, outcome: outcome)
    }

    func read(_ slots: Slots, _ reader: ShapeReader, isStep: Bool = false) throws(WireFault) -> EventReading {
        guard keeper != nil else { throw Self.noCatalogue }
        return try withKeeper { (keeper) throws(WireFault) in
            try EventReading(slots, reader, &keeper, isStep: isStep)
        }
    }

    /// Takes up what an event comes to.
    ///
    /// - Parameter change: changes the learner's record.
    /// - Returns: what came of it; `nil` where it was only noted.
    func take(
        _ reading: EventReading, _ change: ((inout LearnerRecord) -> EventOutcome?) -> EventOutcome?
    ) throws(WireFault) -> EventOutcome? {
        guard let keeper else { throw Self.noCatalogue }
        let outcome = change { record in
            if reading.decision != nil { feedback(reading, record) }
            guard case .evidence(let event) = reading.meaning else { return nil }
            return keeper.take(event, into: &record)
        }
        switch outcome {
        case .needsReplay:
            throw WireFault(
                .needsReplay, "the event is older than what can still be corrected of the learner", path: reading.placedBy,
                hint: "forget the learner and send their whole log in order")
        case .unknownEvent:
            throw WireFault(
                .invalidEvent, "too many corrections wait for the events they are about", path: reading.placedBy,
                hint: "send the events themselves first")
        case .invalid:
            throw WireFault(
                .invalidEvent, "the event supersedes itself, or a number of it is none", path: reading.placedBy,
                hint: "correct its numbers; an event that replaces another has an event_id of its own")
        default: return outcome
        }
    }

    /// Brings the states of some learners up to what was told of them.
    func catchUp(_ places: [Int]) {
        guard let keeper else { return }
        for place in places where learners.records[place].isBehind {
            learners.change(place) { keeper.catchUp(&$0) }
        }
    }

    /// Joins what a host says of a decision with the decision.
    private func feedback(_ reading: EventReading, _ record: LearnerRecord) {
        guard let decision = reading.decision, let keeper else { return }
        let feedback = keeper.feedback(
            on: decision, in: record, done: reading.itemID, mode: reading.mode, outcome: reading.outcome,
            score: reading.score)
        if let feedback { feedbackLog?.append(feedback) }
        switch feedback?.outcome ?? reading.outcome {
        case .accepted: counters.accepted += 1
        case .skipped: counters.skipped += 1
        case .overridden: counters.overridden += 1
        case nil: break
        }
    }
}
