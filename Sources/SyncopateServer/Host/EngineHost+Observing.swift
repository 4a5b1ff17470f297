internal import JSONText
internal import Syncopate

extension EngineHost {
    /// An event of a list that was understood.
    struct Told {
        /// Which event of the list, from 0.
        var index: Int
        /// Place of its learner.
        var place: Int
        var meaning: EventMeaning
    }

    /// Understands one event of a list. Its learner is held from then on: of somebody of whom nothing is known no event is
    /// refused that was understood.
    func told(_ event: Int, _ reader: ShapeReader, _ course: ActiveCourse, index: Int) throws(WireFault) -> Told {
        let slots: Slots
        do throws(WireFault) { slots = try reader.members(event, EventFields.shape) } catch {
            var fault = error
            fault.kind = .invalidEvent
            throw fault
        }
        let reading = try EventReading(slots, reader, course)
        let place = try place(of: slots[EventFields.learner], reader.tape)
        return Told(index: index, place: place, meaning: reading.meaning)
    }

    /// The place of the learner who is named there, who is taken up as new where nobody knows them.
    private func place(of name: Int?, _ tape: JSONTape) throws(WireFault) -> Int {
        guard let name else { return try place(of: "") }
        if let known = tape.withBytes(of: name, { learners.place(of: $0) }) { return known }
        return try place(of: tape.string(name))
    }

    /// Looks at the records that some events are about, so that they are at hand when the events are taken up.
    func touch(_ events: [Told], _ course: ActiveCourse) {
        let looks = course.keeper.pointee.looks
        var sum: UInt64 = 0
        // The records themselves first: where their lists are is only known then, and where their cases are after that.
        for told in events { sum &+= learners.touch(told.place) }
        for told in events {
            guard let event = told.meaning.evidence else { continue }
            sum &+= looks.touch(learners.pointer(to: told.place), event)
        }
        for told in events {
            guard let event = told.meaning.evidence else { continue }
            sum &+= looks.touchCases(learners.pointer(to: told.place), event)
        }
        touched &+= sum
    }

    /// Takes up one event of a list.
    ///
    /// Where it is not just one more answer at the end, the state is behind until ``catchUp(_:)``.
    ///
    /// - Parameter call: number of the call it belongs to.
    func observe(_ told: Told, _ keeper: RecordKeeper, call: Int) throws(WireFault) -> EventTally.Taken {
        let record = learners.pointer(to: told.place)
        let outcome = try take(told.meaning, keeper, into: &record.pointee)
        note(told.meaning.word, outcome, record.pointee)
        return EventTally.Taken(place: told.place, isFirst: learners.mark(told.place, in: call), outcome: outcome)
    }

    /// Takes up what an event comes to, but for what it says of a decision.
    ///
    /// - Returns: what came of it; `nil` where it was only noted.
    func take(
        _ meaning: EventMeaning, _ keeper: RecordKeeper, into record: inout LearnerRecord
    ) throws(WireFault) -> EventOutcome? {
        changes &+= 1
        guard let event = meaning.evidence else { return nil }
        let outcome = keeper.take(event, into: &record)
        switch outcome {
        case .needsReplay:
            throw WireFault(
                .needsReplay, "the event is older than what can still be corrected of the learner",
                path: meaning.placing.path,
                hint: "forget the learner and send their whole log in order")
        case .unknownEvent:
            throw WireFault(
                .invalidEvent, "too many corrections wait for the events they are about", path: meaning.placing.path,
                hint: "send the events themselves first")
        case .invalid:
            throw WireFault(
                .invalidEvent, "a number of the event is none, or its moment cannot be meant",
                path: meaning.placing.path, hint: "correct it")
        default: return outcome
        }
    }

    /// Brings the states of some learners up to what was told of them.
    func catchUp(_ places: [Int], _ keeper: RecordKeeper) {
        for place in places {
            let record = learners.pointer(to: place)
            if record.pointee.isBehind { keeper.catchUp(&record.pointee) }
        }
    }

    /// Notes what a host says of a decision, once the event it came with was taken up. What was told before says nothing new.
    ///
    /// - Parameters:
    ///   - outcome: what came of the event; `nil`: it was only noted.
    ///   - record: that knows the decision.
    func note(_ word: DecisionWord?, _ outcome: EventOutcome?, _ record: LearnerRecord) {
        if let word, outcome?.isAccepted ?? true { feedback(word, record) }
    }

    /// Joins what a host says of a decision with the decision.
    private func feedback(_ word: DecisionWord, _ record: LearnerRecord) {
        guard let activeCourse else { return }
        let feedback = activeCourse.keeper.pointee.feedback(
            on: word.decision, in: record, done: word.itemID, mode: word.mode, outcome: word.outcome, score: word.score)
        if let feedback { feedbackLog?.append(feedback) }
        switch feedback?.outcome ?? word.outcome {
        case .accepted: counters.accepted += 1
        case .skipped: counters.skipped += 1
        case .overridden: counters.overridden += 1
        case nil: break
        }
    }
}
