internal import Syncopate

/// Reads what the API of Canvas says of outcomes: `GET …/outcome_results`, a result for each piece of work, and
/// `GET …/outcome_rollups`, one score for each learner and outcome.
///
/// An outcome is an item and, since it is what is learnt, its own skill.
struct CanvasMasteryReader {
    static let example = "Student name,Student ID,Student SIS ID,Fractions result,Fractions mastery points"

    static let entry = FormatEntry(
        .canvasMastery, "Canvas outcomes",
        "Canvas Learning Mastery Gradebook (CSV), or outcome results or rollups (JSON)",
        example: example,
        quirks: [
            "Each outcome is an item and its own skill.",
            "In languages but English and German the CSV is read by its pairs of columns, where --format says what it is.",
            "The CSV says how many points mean mastery and not how many are possible: without --max, the best result is read as full.",
            "In JSON a result says its share; of a rollup the linked outcome says how many points are possible.",
        ],
        confidence: { preview in
            if preview.isJSON {
                if preview.head.contains("\"outcome_results\"") || preview.head.contains("\"rollups\"") { return 0.97 }
                if preview.hasNames("scores", "links") { return 0.9 }
                return preview.hasNames("links", "score", "submitted_or_assessed_at") ? 0.9 : 0
            }
            return CanvasMasteryColumns(preview.header, isStated: false) == nil ? 0 : 1
        },
        read: { (content, options) throws(ReadError) in
            let first = content.text.first { !$0.isBlankByte }
            guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
                return try CanvasMasteryGradebook.read(content, options)
            }
            var reader = CanvasMasteryReader(content.text, options: options, file: content.name)
            reader.read()
            return FileReading(&reader.assembler)
        })

    private let text: [UInt8]
    private(set) var assembler: TidyAssembler
    private var clock: EventClock
    /// What is linked: titles and points possible of outcomes, names of users.
    private var outcomes: [String: (title: String, maximum: Double)] = [:]
    private var users: [String: String] = [:]
    private var others = 0

    init(_ text: [UInt8], options: ReadOptions, file: String) {
        self.text = text
        assembler = TidyAssembler(file: file, options: options)
        assembler.maximumRemedy = "give the outcome ratings with points, or fetch it again with include[]=outcomes"
        clock = EventClock(options)
    }

    mutating func read() {
        // What is linked may stand behind what links to it.
        JSONRecords(text: text, nestsLists: true, limit: .max).visit { record in
            if let value = record.value { readLinked(value["linked"]) }
            return true
        }
        JSONRecords(
            text: text, wrappers: ["outcome_results", "rollups"], nestsLists: true, nestsWrappers: true, limit: .max
        ).visit { record in
            guard let value = record.value else {
                assembler.refuse(record, in: text)
                return true
            }
            do throws(TidyValues.Fault) {
                if value["scores"].isList {
                    try readRollup(value, record)
                } else {
                    try readResult(value, record)
                }
            } catch {
                assembler.refuse(record, error, Self.member(error.field), in: text)
            }
            return true
        }
        assembler.noteOthers(others, "are of a whole course, or have no score")
        assembler.noteNoAnswers()
    }

    private static func member(_ field: TidyField) -> String {
        switch field {
        case .learner: "links.user"
        case .item: "links.outcome"
        case .at: "submitted_at"
        case .max: "possible"
        default: field.rawValue
        }
    }

    private mutating func readLinked(_ linked: JSONView) {
        for outcome in linked["outcomes"].elements {
            guard let id = outcome["id"].identifier else { continue }
            let best = outcome["ratings"].elements.compactMap { $0["points"].number }.max()
            let possible = outcome["points_possible"].number ?? best ?? .nan
            outcomes[id] = (
                outcome.text("display_name", "title") ?? id, possible.isFinite && possible > 0 ? possible : .nan
            )
        }
        for user in linked["users"].elements {
            guard let id = user["id"].identifier else { continue }
            users[id] = user.text("sortable_name", "name", "display_name") ?? ""
        }
    }

    /// A score of every outcome of one learner.
    private mutating func readRollup(_ rollup: JSONView, _ record: JSONRecord) throws(TidyValues.Fault) {
        let links = rollup["links"]
        guard let user = links["user"].identifier else {
            others += 1
            return
        }
        var events: [(event: TidyEvent, outcome: String)] = []
        for score in rollup["scores"].elements {
            guard score["score"].exists else {
                others += 1
                continue
            }
            events.append(try event(score, score["links"]["outcome"], score["submitted_at"], record))
        }
        let learner = learner(user, name: rollup["name"].string, section: links["section"].identifier)
        for (event, outcome) in events {
            // Whoever is in two sections has a rollup in each, and they say the same.
            add(event, learner, outcome, id: event.at.isNaN ? "\(user)/\(outcome)" : nil)
        }
    }

    /// A score of one outcome for one piece of work.
    private mutating func readResult(_ result: JSONView, _ record: JSONRecord) throws(TidyValues.Fault) {
        let links = result["links"]
        guard let user = links["user"].identifier else {
            throw TidyValues.Fault(
                rule: .blankID, field: .learner, message: "there is no link to a user", remedy: "export it again")
        }
        guard result["score"].exists || result["percent"].exists else {
            others += 1
            return
        }
        let (event, outcome) = try event(
            result, links.first("learning_outcome", "outcome"),
            result.first("submitted_or_assessed_at", "submitted_at"),
            record)
        add(event, learner(user, name: nil, section: nil), outcome, id: result["id"].identifier)
    }

    private mutating func event(
        _ result: JSONView, _ link: JSONView, _ time: JSONView, _ record: JSONRecord
    ) throws(TidyValues.Fault) -> (TidyEvent, String) {
        guard let outcome = link.identifier else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "there is no link to an outcome", remedy: "export it again")
        }
        var event = TidyEvent(learner: 0, item: 0, row: record.number, status: .scored, line: record.line)
        // What a result is out of is the work it comes from, a quiz's questions say, and not the outcome: Canvas makes the
        // share of it (quiz_outcome_result_builder.rb, calculate_percent! of learning_outcome_result.rb).
        if let share = try result["percent"].finite(.score) {
            event.points = share
            event.isShare = true
        } else if let points = try result["score"].finite(.score) {
            event.points = points
            let possible = try result["possible"].finite(.max) ?? 0
            event.maximum = possible > 0 ? possible : outcomes[outcome]?.maximum ?? .nan
            event.isPoints = true
        }
        guard event.points >= 0 else {
            throw TidyValues.Fault(
                rule: .negativeScore, field: .score, message: "a score cannot be below zero",
                remedy: "correct it, or leave it out", found: event.points.shortText)
        }
        event.at = try clock.seconds(time.string, line: record.line, header: "submitted_at", &assembler.findings)
        return (event, outcome)
    }

    private mutating func learner(_ id: String, name: String?, section: String?) -> Int32 {
        assembler.log.intern(Learner(id: id, name: name ?? users[id] ?? "", section: section ?? ""))
    }

    private mutating func add(_ event: TidyEvent, _ learner: Int32, _ outcome: String, id: String?) {
        let known = outcomes[outcome]
        let title = known?.title ?? outcome
        var event = event
        event.learner = learner
        event.item = assembler.log.intern(
            Item(
                id: outcome, title: title, skills: [SkillWeight(skill: title)],
                maximum: known.flatMap { $0.maximum.isNaN ? nil : $0.maximum }))
        assembler.add(event, id: id)
    }
}
