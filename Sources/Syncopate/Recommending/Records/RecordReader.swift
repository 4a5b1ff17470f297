/// What the bytes of a record say, checked, before it is looked up in a catalogue.
struct RecordReader {
    /// A decision by identities.
    struct NamedDecision {
        var id: DecisionID
        var isSkill: Bool
        var name: String
        var mode: Mode
        var propensity: Double
    }

    /// Fingerprint of the catalogue it was written with.
    let catalogue: UInt64
    let learner: String
    let revision: UInt64
    let entries: [EvidenceSubjects.Entry]
    /// In order; the subject's number is the position in ``entries``.
    let answers: [RecordedAnswer]
    let corrected: [CorrectedEvent]
    let folded: [UInt64]
    let floor: RecordedAnswer.Place?
    let beliefs: [UInt8]?
    let decisions: [NamedDecision]

    init(_ bytes: [UInt8]) throws(RecordFault) {
        let header = RecordBytes.magic.count + 1
        guard bytes.starts(with: RecordBytes.magic), bytes.count >= header else { throw .noRecord }
        guard bytes[header - 1] == RecordBytes.version else { throw .version(bytes[header - 1]) }
        let end = bytes.count - RecordBytes.checksumLength
        guard end >= header else { throw .damaged }
        var stated = StateBytes(Array(bytes[end...]))
        guard (try? stated.fixed()) == RecordBytes.checksum(bytes[..<end]) else { throw .damaged }
        var body = StateBytes(Array(bytes[header..<end]))
        do {
            catalogue = try body.fixed()
            learner = try body.identity()
            revision = try body.unsigned()
            entries = try Self.entries(&body)
            answers = try Self.answers(&body, subjects: entries.count)
            corrected = try Self.corrected(&body)
            folded = try Self.list(&body, most: LearnerRecord.correctable) { try $0.fixed() }
            (floor, beliefs) = try Self.before(&body)
            decisions = try Self.list(&body, most: LearnerRecord.decisionLimit, Self.decision)
            guard body.isAtEnd else { throw StateBytes.Malformed() }
        } catch {
            throw .contradictory
        }
        guard isConsistent else { throw .contradictory }
    }

    /// A count within bounds, then each.
    private static func list<Element>(
        _ body: inout StateBytes, most: Int, _ each: (inout StateBytes) throws -> Element
    ) throws -> [Element] {
        let count = try body.count()
        guard count <= most else { throw StateBytes.Malformed() }
        return try (0..<count).map { _ in try each(&body) }
    }

    private static func entries(_ body: inout StateBytes) throws -> [EvidenceSubjects.Entry] {
        let names = try list(&body, most: .max) { try $0.identity() }
        return try list(&body, most: LearnerRecord.windowLimit) { body in
            let kind = try body.byte()
            guard kind <= 1 else { throw StateBytes.Malformed() }
            let item = kind == 1 ? try body.identity() : nil
            let count = try body.count()
            var skills: [SkillWeight] = []
            for _ in 0..<count {
                let name = try body.unsigned()
                let weight = count > 1 ? try body.double() : 1
                guard name < UInt64(names.count), weight > 0, weight <= 1 else { throw StateBytes.Malformed() }
                skills.append(SkillWeight(skill: names[Int(name)], weight: weight))
            }
            guard Set(skills.map(\.skill)).count == count, item != nil || count > 0 else {
                throw StateBytes.Malformed()
            }
            return EvidenceSubjects.Entry(item: item, skills: skills)
        }
    }

    private static func answers(_ body: inout StateBytes, subjects: Int) throws -> [RecordedAnswer] {
        var second = 0.0
        return try list(&body, most: LearnerRecord.windowLimit - 1) { body in
            let flags = try body.byte()
            let id = flags & RecordBytes.AnswerFlag.named != 0 ? try body.fixed() : EventID.anonymous
            let at: Double
            if flags & RecordBytes.AnswerFlag.wholeSeconds != 0 {
                let (time, overflow) = Int64(second).addingReportingOverflow(try body.signed())
                at = Double(time)
                guard !overflow, RecordBytes.isWhole(at) else { throw StateBytes.Malformed() }
                second = at
            } else {
                at = try body.double()
            }
            let score = try share(flags >> RecordBytes.AnswerFlag.scoreShift, &body)
            let certainty = try share(flags >> RecordBytes.AnswerFlag.certaintyShift, &body)
            let subject = try body.unsigned()
            guard subject < UInt64(subjects), flags >> 6 == 0, PracticeEvent.moments.contains(at) else {
                throw StateBytes.Malformed()
            }
            return RecordedAnswer(
                id: id, at: at + 0, score: score, certainty: certainty, subject: EvidenceSubject(item: Int(subject)))
        }
    }

    /// - Parameter form: in the lowest two bits.
    private static func share(_ form: UInt8, _ body: inout StateBytes) throws -> Double {
        let value: Double
        switch RecordBytes.ShareForm(rawValue: form & 3) {
        case .zero, nil: value = 0
        case .one: value = 1
        case .float: value = Double(try body.float())
        case .double: value = try body.double()
        }
        guard value >= 0, value <= 1 else { throw StateBytes.Malformed() }
        return value + 0
    }

    private static func corrected(_ body: inout StateBytes) throws -> [CorrectedEvent] {
        try list(&body, most: LearnerRecord.correctionLimit + LearnerRecord.pendingLimit) { body in
            let flags = try body.byte()
            var event = CorrectedEvent(id: try body.fixed())
            if flags & RecordBytes.CorrectionFlag.succeeded != 0 { event.successor = try body.fixed() }
            event.lendsTime = flags & RecordBytes.CorrectionFlag.lendsTime != 0
            if flags & RecordBytes.CorrectionFlag.told != 0 {
                event.at = try body.double() + 0
                guard PracticeEvent.moments.contains(event.at) else { throw StateBytes.Malformed() }
            }
            guard flags < 8, event.id != EventID.anonymous else { throw StateBytes.Malformed() }
            return event
        }
    }

    private static func before(_ body: inout StateBytes) throws -> (RecordedAnswer.Place?, [UInt8]?) {
        switch try body.unsigned() {
        case 0: return (nil, nil)
        case 1:
            let floor = RecordedAnswer.Place(at: try body.double() + 0, id: try body.fixed())
            guard PracticeEvent.moments.contains(floor.at) else { throw StateBytes.Malformed() }
            return (floor, Array(try body.run()))
        default: throw StateBytes.Malformed()
        }
    }

    private static func decision(_ body: inout StateBytes) throws -> NamedDecision {
        let id = DecisionID(value: try body.fixed())
        let kind = try body.byte()
        let name = try body.identity()
        let mode = try body.unsigned()
        let propensity = try body.double()
        guard kind <= 1, mode < UInt64(Mode.allCases.count), propensity > 0, propensity <= 1 else {
            throw StateBytes.Malformed()
        }
        return NamedDecision(
            id: id, isSkill: kind == 1, name: name, mode: Mode.allCases[Int(mode)], propensity: propensity)
    }

    /// Whether the parts go together: answers in order and after what was folded, no event twice.
    private var isConsistent: Bool {
        for (before, after) in zip(answers, answers.dropFirst()) where after.place < before.place { return false }
        if let floor, let first = answers.first, first.place < floor { return false }
        if floor == nil, !folded.isEmpty { return false }
        let ids = answers.map(\.id).filter { $0 != EventID.anonymous } + corrected.map(\.id) + folded
        let pending = corrected.count { !$0.isTold }
        return Set(ids).count == ids.count && pending <= LearnerRecord.pendingLimit
            && corrected.count - pending <= LearnerRecord.correctionLimit && !folded.contains(EventID.anonymous)
    }
}
