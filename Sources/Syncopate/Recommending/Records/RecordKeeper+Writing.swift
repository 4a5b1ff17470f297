extension RecordKeeper {
    /// A record as bytes, the same for equal records; ``record(from:)`` reads them.
    ///
    /// Where older answers can no longer be told apart they hold beliefs, and can be read with the same catalogue only.
    public func bytes(of record: LearnerRecord) -> [UInt8] {
        var out = StateBytes(RecordBytes.magic + [RecordBytes.version])
        out.bytes.reserveCapacity(256 + 16 * record.window.answers.count)
        out.put(fixed: recommender.catalogue.fingerprint)
        out.put(record.learner)
        out.put(record.revision)
        let places = putSubjects(of: record.window.answers, &out)
        out.put(UInt64(record.window.answers.count))
        var second = 0.0
        for answer in record.window.answers {
            put(answer, subject: places[answer.subject] ?? 0, after: &second, &out)
        }
        put(record.window.corrected, &out)
        out.put(UInt64(record.window.folded.count))
        for id in record.window.folded { out.put(fixed: id) }
        if let floor = record.window.floor, let base = record.base {
            out.put(UInt64(1))
            out.put(floor.at)
            out.put(fixed: floor.id)
            let beliefs = recommender.bytes(of: base)
            out.put(UInt64(beliefs.count))
            out.bytes += beliefs
        } else {
            out.put(UInt64(0))
        }
        put(record.decisions, &out)
        let checksum = RecordBytes.checksum(out.bytes[...])
        out.put(fixed: checksum)
        return out.bytes
    }

    /// The subjects of some answers in the order of their first, and where each stands among them.
    private func putSubjects(of answers: [RecordedAnswer], _ out: inout StateBytes) -> [EvidenceSubject: Int] {
        var places: [EvidenceSubject: Int] = [:]
        var entries: [EvidenceSubjects.Entry] = []
        for answer in answers where places[answer.subject] == nil {
            places[answer.subject] = entries.count
            entries.append(entry(of: answer.subject))
        }
        var names: [String: Int] = [:]
        var ordered: [String] = []
        for entry in entries {
            for weight in entry.skills where names[weight.skill] == nil {
                names[weight.skill] = ordered.count
                ordered.append(weight.skill)
            }
        }
        out.put(UInt64(ordered.count))
        for name in ordered { out.put(name) }
        out.put(UInt64(entries.count))
        for entry in entries {
            out.bytes.append(entry.item == nil ? 0 : 1)
            if let item = entry.item { out.put(item) }
            out.put(UInt64(entry.skills.count))
            for weight in entry.skills {
                out.put(UInt64(names[weight.skill] ?? 0))
                if entry.skills.count > 1 { out.put(weight.weight) }
            }
        }
        return places
    }

    /// What a subject is by identities.
    func entry(of subject: EvidenceSubject) -> EvidenceSubjects.Entry {
        if let item = subject.item, recommender.catalogue.items.indices.contains(item) {
            let item = recommender.catalogue.items[item]
            return EvidenceSubjects.Entry(
                item: item.id, skills: item.kind.measuresMastery ? EvidenceSubjects.canonical(item.skills) : [])
        }
        guard let entry = subject.entry, subjects.entries.indices.contains(entry) else {
            return EvidenceSubjects.Entry(item: nil, skills: [])
        }
        return subjects.entries[entry]
    }

    private func put(_ answer: RecordedAnswer, subject: Int, after second: inout Double, _ out: inout StateBytes) {
        let score = RecordBytes.ShareForm(answer.score)
        let certainty = RecordBytes.ShareForm(answer.certainty)
        var flags =
            score.rawValue << RecordBytes.AnswerFlag.scoreShift
            | certainty.rawValue << RecordBytes.AnswerFlag.certaintyShift
        if answer.id != EventID.anonymous { flags |= RecordBytes.AnswerFlag.named }
        let isWhole = RecordBytes.isWhole(answer.at)
        if isWhole { flags |= RecordBytes.AnswerFlag.wholeSeconds }
        out.bytes.append(flags)
        if answer.id != EventID.anonymous { out.put(fixed: answer.id) }
        if isWhole {
            out.put(signed: Int64(answer.at) - Int64(second))
            second = answer.at
        } else {
            out.put(answer.at)
        }
        for (share, form) in [(answer.score, score), (answer.certainty, certainty)] {
            switch form {
            case .zero, .one: break
            case .float: out.put(Float(share))
            case .double: out.put(share)
            }
        }
        out.put(UInt64(subject))
    }

    private func put(_ corrected: [CorrectedEvent], _ out: inout StateBytes) {
        out.put(UInt64(corrected.count))
        for event in corrected {
            var flags: UInt8 = 0
            if event.successor != EventID.anonymous { flags |= RecordBytes.CorrectionFlag.succeeded }
            if event.isTold { flags |= RecordBytes.CorrectionFlag.told }
            if event.lendsTime { flags |= RecordBytes.CorrectionFlag.lendsTime }
            out.bytes.append(flags)
            out.put(fixed: event.id)
            if event.successor != EventID.anonymous { out.put(fixed: event.successor) }
            if event.isTold { out.put(event.at) }
        }
    }

    private func put(_ decisions: [RecordedDecision], _ out: inout StateBytes) {
        out.put(UInt64(decisions.count))
        for decision in decisions {
            out.put(fixed: decision.id.value)
            switch decision.subject {
            case .item(let item):
                out.bytes.append(0)
                out.put(recommender.catalogue.items.indices.contains(item) ? recommender.catalogue.items[item].id : "")
            case .skill(let skill):
                out.bytes.append(1)
                out.put(
                    recommender.catalogue.skills.indices.contains(skill) ? recommender.catalogue.skills[skill].id : "")
            }
            out.put(UInt64(Mode.allCases.firstIndex(of: decision.mode) ?? 0))
            out.put(decision.propensity)
        }
    }
}
