internal import JSONText
internal import Syncopate

/// An event of the wire as what the core takes.
struct EventReading {
    let meaning: EventMeaning

    /// Largest score that is taken for one with extra points, as a share of the maximum.
    private static let mostShare = 2.0

    /// - Parameters:
    ///   - slots: where the members stand, by ``EventFields``.
    ///   - isStep: whether an event without anything done is none at all, rather than a faulty one.
    init(
        _ slots: Slots, _ reader: ShapeReader, _ course: ActiveCourse, isStep: Bool = false
    ) throws(WireFault) {
        let score = Self.score(slots, reader.tape)
        let word = try Self.word(slots, reader.tape, score: score)
        let evidence = try Self.evidence(slots, reader, course, score, isWord: word != nil, isStep: isStep)
        let placing: EventMeaning.Placing =
            slots[EventFields.retract] != nil ? .retract : slots[EventFields.supersedes] != nil ? .supersedes : .at
        meaning = EventMeaning(evidence: evidence, word: word, placing: placing)
    }

    /// Share of the maximum; `nil` without a score.
    private static func score(_ slots: Slots, _ tape: JSONTape) -> Double? {
        guard let score = slots[EventFields.score].flatMap({ tape.number($0) }) else { return nil }
        return score / (slots[EventFields.max].flatMap { tape.number($0) } ?? 1)
    }

    /// What the host says of a decision; `nil`: nothing.
    private static func word(_ slots: Slots, _ tape: JSONTape, score: Double?) throws(WireFault) -> DecisionWord? {
        guard let place = slots[EventFields.decision] else { return nil }
        guard let decision = DecisionID(tape.string(place)) else {
            throw WireFault(
                .invalidEvent, "this is no decision", path: "/decision", hint: "give it as it was returned: 16 digits")
        }
        func text(_ field: EventFields) -> String? { slots[field].map { tape.string($0) } }
        return DecisionWord(
            decision, outcome: text(.outcome).flatMap { DecisionOutcome(rawValue: $0) },
            mode: text(.mode).flatMap { Mode(rawValue: $0) }, itemID: text(.item), score: score)
    }

    /// The answer or the correction it is; `nil` where it says nothing of mastery.
    private static func evidence(
        _ slots: Slots, _ reader: ShapeReader, _ course: ActiveCourse, _ score: Double?, isWord: Bool, isStep: Bool
    ) throws(WireFault) -> PracticeEvent? {
        let supersedes = slots[EventFields.supersedes].map { id($0, reader.tape) }
        if let retract = slots[EventFields.retract] {
            if supersedes != nil {
                throw WireFault(
                    .invalidEvent, "an event either supersedes another or retracts it", path: "/retract",
                    hint: "leave one of them out")
            }
            return PracticeEvent(retracting: id(retract, reader.tape))
        }
        if let status = slots[EventFields.status], !reader.tape.isEqual(status, "scored") {
            // A score that turns out to be none: what it replaces is taken back.
            return supersedes.map { PracticeEvent(retracting: $0) }
        }
        guard let score else {
            let isSaid = isWord && (slots[EventFields.outcome] != nil || slots[EventFields.mode] != nil)
            if isSaid || isStep && slots[EventFields.item] == nil && slots[EventFields.skills] == nil { return nil }
            throw WireFault(
                .invalidEvent, "score is missing", path: "/score",
                hint: "add it, or a status that says why there is none")
        }
        // Extra points are full marks; far more is another scale.
        guard score <= mostShare else {
            throw WireFault(
                .invalidEvent, "the score is more than twice the points possible", path: "/score",
                hint: "give the points possible as max")
        }
        var at: Double?
        if let place = slots[EventFields.at] {
            do throws(WireFault) { at = try reader.time(place) } catch { throw error.under("at") }
        }
        let own = slots[EventFields.eventID].map { id($0, reader.tape) }
        // Seen before anything of the event is taken up: its learner, its set of skills.
        if own != nil, own == supersedes {
            throw WireFault(
                .invalidEvent, "the event supersedes itself", path: "/supersedes",
                hint: "an event that replaces another has an event_id of its own")
        }
        return PracticeEvent(
            id: own, at: at, score: score,
            certainty: slots[EventFields.certainty].flatMap { reader.tape.number($0) } ?? 1,
            subject: try subject(slots, reader, course), supersedes: supersedes)
    }

    /// The identity of an event without making a string of it.
    private static func id(_ place: Int, _ tape: JSONTape) -> EventID {
        tape.withBytes(of: place) { EventID(bytes: $0) }
    }

    private static func subject(
        _ slots: Slots, _ reader: ShapeReader, _ course: ActiveCourse
    ) throws(WireFault) -> EvidenceSubject {
        let tape = reader.tape
        let named = slots[EventFields.item].flatMap { tape.withBytes(of: $0) { course.position(ofItem: $0) } }
        if let named { return EvidenceSubject(item: named) }
        if let variant = slots[EventFields.variantOf] {
            guard let subject = course.keeper.pointee.subject(ofItem: tape.string(variant)) else {
                throw WireFault(
                    .unknownItem, "the catalogue has no such item", path: "/variant_of",
                    hint: "name an item of the catalogue, or the skills instead")
            }
            return subject
        }
        guard let list = slots[EventFields.skills] else {
            let isNamed = slots[EventFields.item] != nil
            throw WireFault(
                isNamed ? .unknownItem : .invalidEvent,
                isNamed ? "the catalogue has no such item" : "the event does not say what it is on", path: "/item",
                hint: isNamed
                    ? "add skills or variant_of, or the item to the catalogue" : "add item, or skills")
        }
        var skills: [SkillWeight] = []
        for element in tape.elements(list) {
            guard tape.kind(element) == .object else {
                skills.append(SkillWeight(skill: tape.string(element)))
                continue
            }
            let weight = tape.member(element, "weight").flatMap { tape.number($0) } ?? 1
            skills.append(
                SkillWeight(skill: tape.member(element, "skill").map { tape.string($0) } ?? "", weight: weight))
        }
        do throws(SubjectFault) {
            return try course.keeper.pointee.subject(of: skills)
        } catch {
            let kind: ErrorKind = error == .tableFull ? .busy : .invalidEvent
            throw WireFault(kind, error.description, path: "/skills", hint: error.remedy)
        }
    }
}
