internal import Syncopate

/// The members of an event: what a learner did, or a correction of it.
enum EventFields: Int, WireField {
    case eventID, learner, item, skills, variantOf, score, max, status, at, mode, attempt, hints, seconds, grader,
        certainty, decision, outcome, supersedes, retract

    static let shape = ObjectShape("Event", EventFields.self)

    var field: Field {
        switch self {
        case .eventID:
            Field("event_id", .id, "Identity of the event: told again, it changes nothing.")
        case .learner: Field("learner", .id, required: true, "Identity of the learner.")
        case .item: Field("item", .id, "Identity of what was answered: of the catalogue, or with skills any other.")
        case .skills:
            Field(
                "skills", .list(.textOrObject(1...200, SkillWeightFields.shape), 1...EvidenceSubjects.mostSkills),
                "Skills it exercises, where the item is not in the catalogue.")
        case .variantOf: Field("variant_of", .id, "Item of the catalogue that this one counts as.")
        case .score:
            Field("score", .number(.init(low: 0, high: 1e6)), "Points; 1 for right and 0 for wrong where max is 1.")
        case .max: Field("max", .number(.init(low: 1e-3, high: 1e6)), "Points possible; 1 if absent.")
        case .status:
            Field(
                "status", .word(Self.statuses),
                "What became of the work; anything but scored is noted and is no evidence. scored if absent.")
        case .at: Field("at", .time, "When: Unix seconds or RFC 3339; if absent, at the learner's last event.")
        case .mode: Field("mode", .word(Mode.allCases.map(\.rawValue)), "How it was done.")
        case .attempt: Field("attempt", .integer(1...1_000_000), "Which attempt at the item it was; for your log.")
        case .hints: Field("hints", .integer(0...1_000_000), "Hints taken; for your log.")
        case .seconds: Field("seconds", .number(.init(low: 0, high: 1e9)), "How long it took; for your log.")
        case .grader: Field("grader", .id, "Who or what gave the score; for your log.")
        case .certainty:
            Field("certainty", .number(.share), "How sure the grader is: 1 counts fully, 0 says nothing. 1 if absent.")
        case .decision: Field("decision", .text(16...16), "The decision that led to it, as it was returned.")
        case .outcome:
            Field("outcome", .word(DecisionOutcome.allCases.map(\.rawValue)), "What became of that decision.")
        case .supersedes: Field("supersedes", .id, "event_id of an event that this one replaces.")
        case .retract: Field("retract", .id, "event_id of an event that no longer counts.")
        }
    }

    /// What may become of work. Words of the gradebook formats.
    static let statuses = [
        "scored", "excused", "not_assigned", "missing", "not_submitted", "not_graded", "dropped",
    ]
}

/// A skill with its share of an item.
enum SkillWeightFields: Int, WireField {
    case skill, weight

    static let shape = ObjectShape("SkillWeight", SkillWeightFields.self)

    var field: Field {
        switch self {
        case .skill: Field("skill", .id, required: true, "Identity of the skill.")
        case .weight: Field("weight", .number(.init(low: 1e-6, high: 1e6)), "Its weight; 1 if absent.")
        }
    }
}
