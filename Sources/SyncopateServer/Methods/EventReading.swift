internal import JSONText
internal import Syncopate

/// An event of the wire as what the core takes.
struct EventReading {
    /// What it comes to.
    enum Meaning {
        /// An answer, or a correction of one.
        case evidence(PracticeEvent)
        /// Nothing that says something of mastery.
        case note
    }

    let learner: String
    let meaning: Meaning
    /// What the host says of a decision.
    let decision: DecisionID?
    let outcome: DecisionOutcome?
    let mode: Mode?
    /// Identity of the item that was done; `nil` where none is named.
    let itemID: String?
    /// Share of the maximum; `nil` without a score.
    let score: Double?
    /// The member that decides where in the learner's past the event stands.
    let placedBy: String

    /// Largest score that is taken for one with extra points, as a share of the maximum.
    private static let mostShare = 2.0

    /// - Parameters:
    ///   - slots: where the members stand, by ``EventFields``.
    ///   - isStep: whether an event without anything done is none at all, rather than a faulty one.
    init(
        _ slots: Slots, _ reader: ShapeReader, _ course: ActiveCourse, isStep: Bool = false
    ) throws(WireFault) {
        let tape = reader.tape
        func text(_ field: EventFields) -> String? { slots[field].map { tape.string($0) } }
        learner = text(.learner) ?? ""
        decision = text(.decision).flatMap { DecisionID($0) }
        outcome = text(.outcome).flatMap { DecisionOutcome(rawValue: $0) }
        mode = text(.mode).flatMap { Mode(rawValue: $0) }
        if slots[EventFields.decision] != nil, decision == nil {
            throw WireFault(
                .invalidEvent, "this is no decision", path: "/decision", hint: "give it as it was returned: 16 digits")
        }
        let maximum = slots[EventFields.max].flatMap { tape.number($0) } ?? 1
        score = slots[EventFields.score].flatMap { tape.number($0) }.map { $0 / maximum }
        let named = text(.item)
        itemID = named
        let item = named.flatMap { course.recommender.catalogue.position(ofItem: $0) }
        placedBy =
            slots[EventFields.retract] != nil
            ? "/retract" : slots[EventFields.supersedes] != nil ? "/supersedes" : "/at"
        let supersedes = text(.supersedes).map { EventID($0) }
        if let retract = text(.retract) {
            if supersedes != nil {
                throw WireFault(
                    .invalidEvent, "an event either supersedes another or retracts it", path: "/retract",
                    hint: "leave one of them out")
            }
            meaning = .evidence(PracticeEvent(retracting: EventID(retract)))
            return
        }
        if let status = slots[EventFields.status], !tape.isEqual(status, "scored") {
            // A score that turns out to be none: what it replaces is taken back.
            meaning = supersedes.map { .evidence(PracticeEvent(retracting: $0)) } ?? .note
            return
        }
        guard let score else {
            if decision != nil, outcome != nil || mode != nil {
                meaning = .note
                return
            }
            if isStep, named == nil, slots[EventFields.skills] == nil {
                meaning = .note
                return
            }
            throw WireFault(
                .invalidEvent, "score is missing", path: "/score",
                hint: "add it, or a status that says why there is none")
        }
        // Extra points are full marks; far more is another scale.
        guard score <= Self.mostShare else {
            throw WireFault(
                .invalidEvent, "the score is more than twice the points possible", path: "/score",
                hint: "give the points possible as max")
        }
        var at: Double?
        if let place = slots[EventFields.at] {
            do throws(WireFault) { at = try reader.time(place) } catch { throw error.under("at") }
        }
        meaning = .evidence(
            PracticeEvent(
                id: slots[EventFields.eventID].map { Self.id($0, tape) }, at: at, score: score,
                certainty: slots[EventFields.certainty].flatMap { tape.number($0) } ?? 1,
                subject: try Self.subject(item, slots, reader, course), supersedes: supersedes))
    }

    /// The identity of an event without making a string of it.
    private static func id(_ place: Int, _ tape: JSONTape) -> EventID {
        tape.isWrittenPlainly(place) ? EventID(bytes: tape.plain(place)) : EventID(tape.string(place))
    }

    private static func subject(
        _ item: Int?, _ slots: Slots, _ reader: ShapeReader, _ course: ActiveCourse
    ) throws(WireFault) -> EvidenceSubject {
        if let item { return EvidenceSubject(item: item) }
        let tape = reader.tape
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
