extension RecordKeeper {
    /// A record as bytes, the same for equal records; ``record(from:)`` reads them.
    ///
    /// Where older answers can no longer be told apart they hold beliefs, and can be read with the same catalogue only.
    public func bytes(of record: LearnerRecord) -> [UInt8] {
        var out = StateBytes(RecordBytes.magic + [RecordBytes.version])
        out.bytes.reserveCapacity(256 + 16 * record.window.answers.count)
        out.put(fixed: fingerprint)
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
            out.put(UInt64(base.count))
            out.bytes += base
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
        var ordered: [EvidenceSubject] = []
        var names = SkillNames(recommender.catalogue)
        for answer in answers where places[answer.subject] == nil {
            places[answer.subject] = ordered.count
            ordered.append(answer.subject)
            names.add(answer.subject, self)
        }
        out.put(UInt64(names.ordered.count))
        for name in names.ordered { out.put(name) }
        out.put(UInt64(ordered.count))
        var next = 0
        for subject in ordered {
            let (item, weights) = parts(of: subject)
            out.bytes.append(item == nil ? 0 : 1)
            if let item { out.put(item) }
            out.put(UInt64(weights.count))
            for weight in weights {
                out.put(UInt64(names.places[next]))
                next += 1
                if weights.count > 1 { out.put(weight) }
            }
        }
        return places
    }

    /// Identity of the item, if a subject has one, and weights of its skills.
    private func parts(of subject: EvidenceSubject) -> (item: String?, weights: [Double]) {
        if let item = subject.item, recommender.catalogue.items.indices.contains(item) {
            let measures = recommender.catalogue.items[item].kind.measuresMastery
            return (
                recommender.catalogue.items[item].id,
                measures ? recommender.catalogue.itemSkills[item].map(\.weight) : []
            )
        }
        guard let entry = subject.entry, subjects.entries.indices.contains(entry) else { return (nil, []) }
        return (subjects.entries[entry].item, subjects.entries[entry].skills.map(\.weight))
    }

    /// Names of skills in the order of their first use.
    private struct SkillNames {
        private let catalogue: Catalogue
        private(set) var ordered: [String] = []
        /// Where each name told so far stands, in the order of telling.
        private(set) var places: [Int] = []
        /// Of the catalogue's skills, by position; -1 for those not told.
        private var ofSkills: [Int]
        /// Of names that no skill of the catalogue has.
        private var ofOthers: [String: Int] = [:]

        init(_ catalogue: Catalogue) {
            self.catalogue = catalogue
            ofSkills = [Int](repeating: -1, count: catalogue.skills.count)
        }

        mutating func add(_ subject: EvidenceSubject, _ keeper: RecordKeeper) {
            if let item = subject.item, catalogue.items.indices.contains(item) {
                guard catalogue.items[item].kind.measuresMastery else { return }
                for edge in catalogue.itemSkills[item] { add(skill: edge.skill) }
            } else if let entry = subject.entry, keeper.subjects.entries.indices.contains(entry) {
                for weight in keeper.subjects.entries[entry].skills {
                    if let skill = catalogue.position(ofSkill: weight.skill), catalogue.skills[skill].id == weight.skill
                    {
                        add(skill: skill)
                    } else {
                        let place = ofOthers[weight.skill] ?? ordered.count
                        if place == ordered.count { ordered.append(weight.skill) }
                        ofOthers[weight.skill] = place
                        places.append(place)
                    }
                }
            }
        }

        private mutating func add(skill: Int) {
            if ofSkills[skill] < 0 {
                ofSkills[skill] = ordered.count
                ordered.append(catalogue.skills[skill].id)
            }
            places.append(ofSkills[skill])
        }
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
