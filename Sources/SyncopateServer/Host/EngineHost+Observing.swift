internal import JSONText
internal import Syncopate

extension EngineHost {
    /// An event of a list that was understood.
    struct Told {
        /// Which event of the list, from 0.
        var index: Int
        var reading: EventReading
        /// Place of its learner.
        var place: Int
    }

    /// Understands one event of a list. Its learner is held from then on.
    func told(_ event: Int, _ reader: ShapeReader, _ course: ActiveCourse, index: Int) throws(WireFault) -> Told {
        let slots: Slots
        do throws(WireFault) { slots = try reader.members(event, EventFields.shape) } catch {
            var fault = error
            fault.kind = .invalidEvent
            throw fault
        }
        let reading = try EventReading(slots, reader, course)
        return Told(index: index, reading: reading, place: try place(of: reading.learner))
    }

    /// Looks at the records that some events are about, so that they are at hand when the events are taken up.
    func touch(_ events: [Told]) throws(WireFault) {
        let course = try course()
        // The records themselves first: where their lists are is only known then.
        for told in events { touched &+= learners.touch(told.place) }
        for told in events {
            guard case .evidence(let event) = told.reading.meaning else { continue }
            learners.withRecord(told.place) { touched &+= course.keeper.pointee.touch($0, event) }
        }
    }

    /// Takes up one event of a list.
    ///
    /// Where it is not just one more answer at the end, the state is behind until ``catchUp(_:)``.
    ///
    /// - Parameter call: number of the call it belongs to.
    func observe(_ told: Told, call: Int) throws(WireFault) -> EventTally.Taken {
        let outcome = try take(told.reading) { body in learners.change(told.place, body) }
        return EventTally.Taken(place: told.place, isFirst: learners.mark(told.place, in: call), outcome: outcome)
    }

    func read(_ slots: Slots, _ reader: ShapeReader, isStep: Bool = false) throws(WireFault) -> EventReading {
        try EventReading(slots, reader, course(), isStep: isStep)
    }

    /// Takes up what an event comes to.
    ///
    /// - Parameter change: changes the learner's record.
    /// - Returns: what came of it; `nil` where it was only noted.
    func take(
        _ reading: EventReading, _ change: ((inout LearnerRecord) -> EventOutcome?) -> EventOutcome?
    ) throws(WireFault) -> EventOutcome? {
        let course = try course()
        changes &+= 1
        let outcome = change { record in
            guard case .evidence(let event) = reading.meaning else {
                feedback(reading, record)
                return nil
            }
            let outcome = course.keeper.pointee.take(event, into: &record)
            // What was told before, or is refused, says nothing new of its decision.
            if outcome.isAccepted { feedback(reading, record) }
            return outcome
        }
        switch outcome {
        case .needsReplay:
            throw WireFault(
                .needsReplay, "the event is older than what can still be corrected of the learner",
                path: reading.placedBy,
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
        guard let activeCourse else { return }
        for place in places {
            learners.change(place) { record in
                if record.isBehind { activeCourse.keeper.pointee.catchUp(&record) }
            }
        }
    }

    /// Joins what a host says of a decision with the decision.
    private func feedback(_ reading: EventReading, _ record: LearnerRecord) {
        guard let decision = reading.decision, let activeCourse else { return }
        let feedback = activeCourse.keeper.pointee.feedback(
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
