/// Takes up what hosts tell of learners, into records and corrected at will, for one recommender.
///
/// ```swift
/// var keeper = RecordKeeper(recommender)
/// var record = keeper.newRecord(of: "ada")
/// keeper.apply(PracticeEvent(id: EventID("e1"), at: 1_700_000_000, score: 1, subject: subject), to: &record)
/// ```
public struct RecordKeeper: Sendable {
    public var recommender: Recommender {
        _read { yield shared.value }
    }
    let shared: Constant<Recommender>
    /// ``Catalogue/fingerprint`` of its catalogue.
    public var fingerprint: UInt64 { print.value }
    /// It takes a millisecond, which who starts and asks for advice need not wait for.
    private let print: Postponed<UInt64>
    /// What answers were on that are on no item of the catalogue.
    public internal(set) var subjects: EvidenceSubjects

    public init(_ recommender: Recommender) {
        let shared = Constant(recommender)
        self.shared = shared
        print = Postponed { shared.value.catalogue.fingerprint }
        subjects = EvidenceSubjects(recommender.catalogue)
    }

    /// The record of a learner of whom nothing has been told.
    public func newRecord(of learner: String) -> LearnerRecord {
        LearnerRecord(learner: learner, state: recommender.newLearner)
    }

    /// What an answer on an item of the catalogue is on, by its identity of today or before; `nil` where it has no such item.
    public func subject(ofItem id: String) -> EvidenceSubject? {
        recommender.catalogue.position(ofItem: id).map { EvidenceSubject(item: $0) }
    }

    /// What an answer is on that is on no item of the catalogue.
    ///
    /// - Parameter skills: identities of today or before, with weights above zero.
    /// - Throws: for no skill, one the catalogue does not know, a weight out of range, or too many different sets.
    public mutating func subject(of skills: [SkillWeight]) throws(SubjectFault) -> EvidenceSubject {
        try subjects.subject(of: skills)
    }

    /// Takes one event and works out the state.
    @discardableResult
    public func apply(_ event: PracticeEvent, to record: inout LearnerRecord) -> EventOutcome {
        let outcome = take(event, into: &record)
        catchUp(&record)
        return outcome
    }

    /// Takes events one after the other and works out the state once.
    ///
    /// - Returns: what came of each.
    public func apply(_ events: some Sequence<PracticeEvent>, to record: inout LearnerRecord) -> [EventOutcome] {
        let outcomes = events.map { take($0, into: &record) }
        catchUp(&record)
        return outcomes
    }

    /// Takes one event and leaves the state behind where it is not just one more answer at the end; for batches of events
    /// of several learners, with ``catchUp(_:)`` for each of them afterwards.
    ///
    /// Taking events one by one and catching up after each, or after all, comes to the same record.
    public func take(_ event: PracticeEvent, into record: inout LearnerRecord) -> EventOutcome {
        guard event.isValid, isAbout(event) else { return .invalid }
        let (outcome, change) = record.window.take(event)
        guard outcome.isAccepted else { return outcome }
        record.revision &+= 1
        switch change {
        case .none: break
        case .appended:
            if !record.isBehind, let answer = record.window.answers.last { observe(answer, &record.state) }
        case .rewritten: record.isBehind = true
        }
        if record.window.answers.count >= LearnerRecord.windowLimit { fold(&record) }
        return outcome
    }

    /// Works out the state where it is behind.
    public func catchUp(_ record: inout LearnerRecord) {
        guard record.isBehind else { return }
        record.state = before(record)
        for answer in record.window.answers { observe(answer, &record.state) }
        record.isBehind = false
    }

    /// What was believed before the window.
    private func before(_ record: LearnerRecord) -> PracticeState {
        record.base.flatMap { try? recommender.state(from: $0[...]) } ?? recommender.newLearner
    }

    /// Makes the older answers part of what was believed before.
    private func fold(_ record: inout LearnerRecord) {
        var state = before(record)
        for answer in record.window.older { observe(answer, &state) }
        let bytes = recommender.bytes(of: state)
        // Beliefs that could not be read again are no place for answers.
        guard (try? recommender.state(from: bytes[...])) != nil else { return }
        record.base = bytes
        record.window.dropOlder()
        record.isBehind = true
        catchUp(&record)
    }

    /// Whether there is what the event is about; a retraction is about nothing but an event.
    private func isAbout(_ event: PracticeEvent) -> Bool {
        if case .retracts = event.correction { return true }
        if let item = event.subject.item { return recommender.catalogue.items.indices.contains(item) }
        return event.subject.entry.map { subjects.edges.indices.contains($0) } ?? false
    }

    /// Learns from one answer.
    private func observe(_ answer: RecordedAnswer, _ state: inout PracticeState) {
        if let item = answer.subject.item {
            recommender.observe(
                item: item, score: answer.score, certainty: answer.certainty, at: answer.at, &state)
        } else if let entry = answer.subject.entry {
            recommender.observe(
                skills: subjects.edges[entry], difficulty: 0, score: answer.score, certainty: answer.certainty,
                at: answer.at, &state)
        }
    }
}
