extension RecordKeeper {
    /// A record from bytes of ``bytes(of:)``, with the state they come to.
    ///
    /// Without beliefs from before the window the catalogue may be another one: answers count for the item they name, under
    /// its name of today or one it had before, and where that is gone for its skills. Answers that then say nothing of
    /// any skill stay in the record.
    ///
    /// - Throws: for bytes that are no record, of a later version, damaged or contradictory; for beliefs about another
    ///   catalogue; and for more different sets of skills than there is room for.
    public mutating func record(from bytes: [UInt8]) throws(RecordFault) -> LearnerRecord {
        let reader = try RecordReader(bytes)
        if reader.beliefs != nil, reader.catalogue != fingerprint { throw .incompatible }
        var record = newRecord(of: reader.learner)
        record.revision = reader.revision
        if let beliefs = reader.beliefs {
            // What was believed cannot be later than the last answer it is about.
            guard let floor = reader.floor, let state = try? recommender.state(from: beliefs[...]),
                state.last <= floor.at
            else { throw .contradictory }
            record.base = beliefs
        }
        var answers = reader.answers
        let subjects = try subjects(for: reader.entries)
        for place in answers.indices { answers[place].subject = subjects[Int(answers[place].subject.raw)] }
        record.window = RecordWindow(
            answers: answers, corrected: reader.corrected, folded: reader.folded, floor: reader.floor)
        record.decisions = reader.decisions.compactMap { decision in
            let subject: RecordedDecision.Subject? =
                decision.isSkill
                ? recommender.catalogue.position(ofSkill: decision.name).map { .skill($0) }
                : recommender.catalogue.position(ofItem: decision.name).map { .item($0) }
            return subject.map {
                RecordedDecision(
                    id: decision.id, subject: $0, mode: decision.mode, propensity: decision.propensity)
            }
        }
        record.isBehind = true
        catchUp(&record)
        return record
    }

    /// A record of another keeper, read against this one's catalogue as its bytes would be.
    ///
    /// - Throws: ``RecordFault/incompatible`` where it holds beliefs and the catalogues differ, and where there are too many
    ///   different sets of skills.
    public mutating func reread(
        _ record: LearnerRecord, from other: RecordKeeper
    ) throws(RecordFault) -> LearnerRecord {
        // The way of the bytes is the one way: what would differ in memory would differ after a restart.
        try self.record(from: other.bytes(of: record))
    }

    private mutating func subjects(
        for entries: [EvidenceSubjects.Entry]
    ) throws(RecordFault) -> [EvidenceSubject] {
        var all: [EvidenceSubject] = []
        all.reserveCapacity(entries.count)
        for entry in entries {
            if let id = entry.item, let item = subject(ofItem: id) {
                all.append(item)
                continue
            }
            do {
                all.append(try subjects.subject(of: entry))
            } catch {
                throw .tableFull
            }
        }
        return all
    }
}
