internal import Syncopate

/// Reads events of Caliper Analytics (1EdTech), alone, in lists or in the envelopes of a sensor, of version 1.0, where an
/// `OutcomeEvent` generates a `Result`, and of 1.1 and 1.2, where a `GradeEvent` generates a `Score`.
///
/// Who graded is no learner: the learner is whose attempt it was.
struct CaliperReader {
    static let example =
        "{\"@context\":\"http://purl.imsglobal.org/ctx/caliper/v1p2\",\"type\":\"GradeEvent\",\"action\":\"Graded\","
        + "\"actor\":{\"id\":\"a\"},\"object\":{\"assignee\":\"s\",\"assignable\":\"q\"},"
        + "\"generated\":{\"scoreGiven\":4,\"maxScore\":5},\"eventTime\":\"2026-09-01T08:30:00Z\"}"

    static let entry = FormatEntry(
        .caliper, "Caliper events", "Caliper Analytics events, of versions 1.0 to 1.2",
        example: example,
        quirks: [
            "Grades count (GradeEvent, OutcomeEvent), and other events that say whether an answer was right; nothing else does.",
            "The learner is the assignee of the attempt, since the actor may be who graded.",
            "Of several grades of one attempt the latest counts; one without maxScore is withheld.",
            "Where items of an assessment are graded, the grade of the assessment that sums them up is left out.",
            "No skills.",
        ],
        confidence: { preview in
            guard preview.isJSON else { return 0 }
            if preview.hasNames("action", "actor", "object"), !preview.hasNames("verb") {
                return preview.hasNames("eventtime") || preview.hasNames("@context") || preview.hasNames("@type")
                    || preview.hasNames("startedattime") ? 0.98 : 0.7
            }
            if preview.hasNames("sensor", "data") { return 0.95 }
            return preview.head.contains("purl.imsglobal.org/ctx/caliper") ? 0.95 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = CaliperReader(content.text, options: options, file: content.name)
            try reader.read()
            return FileReading(&reader.assembler)
        })

    private let text: [UInt8]
    private(set) var assembler: TidyAssembler
    private var clock: EventClock
    private var answers = PendingAnswers()
    private var others = 0
    private let statedMaximum: Double?

    init(_ text: [UInt8], options: ReadOptions, file: String) {
        self.text = text
        assembler = TidyAssembler(file: file, options: options)
        clock = EventClock(options)
        statedMaximum = options.usableMaximum
        assembler.maximumRemedy = "add maxScore beside the score"
    }

    mutating func read() throws(ReadError) {
        try assembler.checkObjects(text, "Caliper events", example: Self.example)
        JSONRecords(text: text, wrappers: ["data"]).visit { record in
            guard let event = record.value else {
                assembler.refuse(record, in: text)
                return true
            }
            do throws(TidyValues.Fault) {
                try read(event, record)
            } catch {
                assembler.refuse(record, error, Self.member(error.field), in: text)
            }
            return true
        }
        answers.settle(into: &assembler)
        assembler.noteOthers(others, "say nothing of how an answer went")
        assembler.noteSummed(answers.summed)
        assembler.noteNoAnswers()
    }

    private static func member(_ field: TidyField) -> String {
        switch field {
        case .learner: "object.assignee"
        case .item: "object.assignable"
        case .score: "generated.scoreGiven"
        case .max: "generated.maxScore"
        case .at: "eventTime"
        case .attempt: "object.count"
        default: field.rawValue
        }
    }

    /// The id of an entity, which may stand for it alone.
    private static func id(_ entity: JSONView) -> String? { entity.string ?? entity.first("id", "@id").string }

    /// What kind of entity it is, without the vocabulary's address.
    private static func type(_ entity: JSONView) -> String {
        XAPIReader.lastPart(entity.first("type", "@type").string ?? "")
    }

    private mutating func read(_ event: JSONView, _ record: JSONRecord) throws(TidyValues.Fault) {
        let object = event["object"]
        let generated = event["generated"]
        var tidy = TidyEvent(learner: 0, item: 0, row: record.number, status: .scored, line: record.line)
        let attempt = Self.attempt(object, generated)
        let assignable = Self.assignable(object, generated, attempt)
        var answer = PendingAnswer(event: tidy)
        guard try readScore(event, assignable, into: &tidy, &answer.hasScore) else {
            others += 1
            return
        }
        guard let item = Self.id(assignable) else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "it does not say what was graded",
                remedy: "export whole events")
        }
        guard let learner = Self.learner(event, attempt, generated), let id = Self.id(learner) else {
            throw TidyValues.Fault(
                rule: .blankID, field: .learner, message: "it does not say whose attempt was graded",
                remedy: "export events with the assignee of the attempt")
        }
        tidy.at = clock.secondsIfReadable(
            event.first("eventTime", "startedAtTime").identifier, line: record.line, header: "eventTime",
            &assembler.findings)
        if let count = try Self.count(attempt, generated).finite(.attempt), count > 0 {
            tidy.attempt = try TidyValues.attempt(count)
        }
        tidy.seconds = assembler.duration(attempt["duration"], line: record.line, "object.duration")
        tidy.learner = answers.intern(PendingAnswers.Actor(id: id), name: learner["name"].string ?? "")
        tidy.item = answers.intern(
            item: item, title: assignable["name"].string ?? "", maximum: tidy.maximum.isNaN ? nil : tidy.maximum)
        answer.event = tidy
        answer.id = event.first("id", "@id", "uuid").string ?? ""
        answer.kind = answers.intern(word: Self.type(event))
        answer.registration = answers.intern(word: Self.wholeAttempt(attempt))
        answer.attemptName = answers.intern(word: Self.name(attempt))
        for whole in [assignable["isPartOf"], assignable["extensions"]["isPartOf"]] {
            guard let id = Self.id(whole), id != item else { continue }
            answer.ancestors.append(answers.intern(item: id))
        }
        answers.add(answer)
    }

    /// The attempt that was graded; where there is none, the object, which may say the same itself.
    private static func attempt(_ object: JSONView, _ generated: JSONView) -> JSONView {
        if type(object) == "attempt" || object["assignee"].exists || object["assignable"].exists { return object }
        let other = generated["attempt"]
        return other.isObject ? other : object
    }

    /// What the attempt is called wherever it is told of; empty for an id that holds within its event alone (a blank node).
    private static func name(_ attempt: JSONView) -> String {
        guard type(attempt) == "attempt", let id = id(attempt), !id.hasPrefix("_:") else { return "" }
        return id
    }

    /// Which try it is. Open edX has it among the extensions, or beside the score (event-routing-backends).
    private static func count(_ attempt: JSONView, _ generated: JSONView) -> JSONView {
        for place in [attempt["count"], attempt["extensions"]["count"], generated["score"]["attempts"]]
        where place.exists {
            return place
        }
        return attempt["count"]
    }

    /// The attempt at the whole that this one is part of, by which parts and wholes belong together; itself if it is none.
    private static func wholeAttempt(_ attempt: JSONView) -> String {
        id(attempt["isPartOf"]) ?? (type(attempt) == "attempt" ? id(attempt) ?? "" : "")
    }

    /// What was graded.
    private static func assignable(_ object: JSONView, _ generated: JSONView, _ attempt: JSONView) -> JSONView {
        for candidate in [
            attempt["assignable"], object["assignable"], attempt["extensions"]["assignable"],
            generated["attempt"]["assignable"], generated["assignable"],
        ]
        where id(candidate) != nil {
            return candidate
        }
        // An attempt without one is at what it is part of.
        if type(object).hasPrefix("attempt"), id(object["isPartOf"]) != nil { return object["isPartOf"] }
        return object
    }

    /// Whose attempt it was.
    private static func learner(_ event: JSONView, _ attempt: JSONView, _ generated: JSONView) -> JSONView? {
        let actor = event["actor"]
        // Somebody was assessed, and it is not said who: not the actor.
        guard !attempt["assignee"].exists || id(attempt["assignee"]) != nil else { return nil }
        for candidate in [
            attempt["assignee"], attempt["extensions"]["assignee"], attempt["actor"], generated["attempt"]["assignee"],
            generated["assignee"],
            generated["attempt"]["actor"],
        ] where id(candidate) != nil {
            // An id alone has a name where the actor is the same.
            return id(candidate) == id(actor) ? actor : candidate
        }
        let roles = event["membership"]["roles"].elements.compactMap { $0.string.map { XAPIReader.lastPart($0) } }
        let isTeacher = roles.contains { ["instructor", "teachingassistant", "administrator", "grader"].contains($0) }
        let isGrader = id(generated["scoredBy"]) != nil && id(generated["scoredBy"]) == id(actor)
        guard id(actor) != nil, type(actor) != "softwareapplication", !isTeacher, !isGrader else { return nil }
        return actor
    }

    /// Reads how it went; `false` where the event does not say.
    private func readScore(
        _ event: JSONView, _ assignable: JSONView, into tidy: inout TidyEvent, _ hasScore: inout Bool
    ) throws(TidyValues.Fault) -> Bool {
        let generated = event["generated"]
        let places = [
            generated, generated["score"], generated["score"]["extensions"], generated["extensions"],
            event["extensions"], event["object"]["extensions"],
            generated["attempt"]["extensions"],
        ]
        let kind = Self.type(event)
        let isGrade = kind == "gradeevent" || kind == "outcomeevent"
        let success = places.lazy.compactMap { $0.first("success", "correct", "isCorrect").flag }.first
        for place in places {
            let score = place.first("scoreGiven", "totalScore", "resultScore", "normalScore")
            guard let points = try score.finite(.score) else { continue }
            guard points >= 0 else {
                throw TidyValues.Fault(
                    rule: .negativeScore, field: .score, message: "a score cannot be below zero",
                    remedy: "correct it, or leave it out", found: points.shortText)
            }
            hasScore = true
            tidy.points = points
            let stated = try place.first("maxScore", "maxResultScore").finite(.max)
            let ofItem = try assignable["maxScore"].finite(.max)
            // Blackboard writes a maximum of 0 beside the score, and the right one at the item.
            if let most = stated.flatMap({ $0 > 0 ? $0 : nil }) ?? ofItem ?? stated {
                tidy.maximum = try TidyValues.maximum(most)
            } else if statedMaximum == nil {
                guard success == nil else { break }
                tidy.isPoints = true
            }
            return true
        }
        if let success {
            hasScore = false
            tidy.points = success ? 1 : 0
            tidy.isShare = true
            return true
        }
        guard isGrade, generated.exists else { return false }
        // Graded, and the grade was taken back or is not told.
        tidy.status = .hidden
        return true
    }
}
