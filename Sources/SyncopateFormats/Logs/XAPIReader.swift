internal import Syncopate

/// Reads statements of the Experience API (ADL, xAPI 1.0.3): who did what with which activity, and how it went.
///
/// A statement is an answer if its result has a score or says whether it was a success, or its verb says so (`passed`,
/// `failed`). Completing something is no score. Which statements say the same is settled by ``PendingAnswers``.
struct XAPIReader {
    static let example =
        "{\"actor\":{\"mbox\":\"mailto:a@example.org\"},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/answered\"},"
        + "\"object\":{\"id\":\"http://example.org/q1\"},\"result\":{\"success\":true}}"

    static let entry = FormatEntry(
        .xapi, "xAPI statements", "xAPI (Experience API) statements: a list, a page of a record store, or lines",
        example: example,
        quirks: [
            "A learner is an account's name, with its home page where there are several; else a mail address, its hash or an OpenID.",
            "An item is an activity; a result's score counts, else success as 1 or 0; completion is no score.",
            "Where the parts of an activity are answered, the statement that sums them up is left out, as are voided ones.",
            "No skills.",
        ],
        confidence: { preview in
            guard preview.isJSON else { return 0 }
            if preview.hasNames("actor", "verb", "object") { return 0.97 }
            if preview.hasNames("actor", "verb") || preview.hasNames("verb", "object") { return 0.9 }
            if preview.hasNames("actor", "object"), !preview.hasNames("action"), !preview.hasNames("type") {
                return 0.8
            }
            guard preview.names.isEmpty else { return 0 }
            return preview.head.contains("\"actor\"") && preview.head.contains("\"verb\"")
                || preview.head.contains("\"statements\"") ? 0.8 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = XAPIReader(content.text, options: options, file: content.name)
            try reader.read()
            return FileReading(&reader.assembler)
        })

    private let text: [UInt8]
    private(set) var assembler: TidyAssembler
    private var clock: EventClock
    private var answers = PendingAnswers()
    private var voided: Set<String> = []
    private var others = 0

    init(_ text: [UInt8], options: ReadOptions, file: String) {
        self.text = text
        assembler = TidyAssembler(file: file, options: options)
        clock = EventClock(options)
    }

    mutating func read() throws(ReadError) {
        try assembler.checkObjects(text, "xAPI statements", example: Self.example)
        JSONRecords(text: text, wrappers: ["statements"]).visit { record in
            guard let statement = record.value else {
                assembler.refuse(record, in: text)
                return true
            }
            do throws(TidyValues.Fault) {
                try read(statement, record)
            } catch {
                assembler.refuse(record, error, Self.member(error.field), in: text)
            }
            return true
        }
        let removed = answers.remove(ids: voided)
        answers.settle(into: &assembler)
        assembler.noteOthers(others, "say nothing of how an answer went")
        assembler.noteOthers(removed, "were voided")
        assembler.noteSummed(answers.summed)
        assembler.noteNoAnswers()
    }

    /// What a statement calls what a field was read from.
    private static func member(_ field: TidyField) -> String {
        switch field {
        case .learner: "actor"
        case .item: "object"
        case .score: "result.score"
        case .max: "result.score.max"
        case .at: "timestamp"
        case .mode: "verb"
        default: field.rawValue
        }
    }

    private mutating func read(_ statement: JSONView, _ record: JSONRecord) throws(TidyValues.Fault) {
        guard let verb = statement["verb"]["id"].string.map(Self.lastPart) else {
            throw TidyValues.Fault(
                rule: .badValue, field: .mode, message: "there is no verb, so this is no whole statement",
                remedy: "export whole statements")
        }
        let object = statement["object"]
        let actor = try Self.actor(statement["actor"])
        if verb == "voided" {
            if let id = object["id"].string { voided.insert(id.lowercased()) }
            return
        }
        guard object.exists else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "there is no object", remedy: "export whole statements")
        }
        let type = object["objectType"].string ?? "Activity"
        guard !["Agent", "Group", "SubStatement", "StatementRef"].contains(type) else {
            others += 1
            return
        }
        guard let item = object["id"].string else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "the activity has no id", remedy: "export whole statements")
        }
        var event = TidyEvent(
            learner: 0, item: 0, row: record.number, status: .scored, line: record.line)
        var answer = PendingAnswer(event: event)
        guard try readScore(statement["result"], verb, into: &event, &answer.hasScore) else {
            others += 1
            return
        }
        guard let actor else {
            throw TidyValues.Fault(
                rule: .unknownLearner, field: .learner, message: "the actor is a group, and a group is no learner",
                remedy: "record a statement for each of its members")
        }
        event.at = try clock.seconds(
            statement.first("timestamp", "stored").string, line: record.line, header: "timestamp",
            &assembler.findings)
        event.seconds = assembler.duration(statement["result"]["duration"], line: record.line, "result.duration")
        event.attempt = Self.attempt(statement)
        event.learner = answers.intern(actor, name: statement["actor"]["name"].string ?? "")
        let maximum = statement["result"]["score"]["max"].number.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
        event.item = answers.intern(
            item: item, title: Self.text(object["definition"]["name"]), maximum: maximum)
        answer.event = event
        answer.id = statement["id"].string ?? ""
        answer.kind = answers.intern(word: verb)
        answer.registration = answers.intern(word: statement["context"]["registration"].string ?? "")
        let activities = statement["context"]["contextActivities"]
        for activity in activities["parent"].elements + activities["grouping"].elements {
            guard let id = activity["id"].string, id != item else { continue }
            answer.ancestors.append(answers.intern(item: id))
        }
        // Grades of a section or a course, which are made of those of its parts.
        answer.isSummary = verb == "earned"
        answers.add(answer)
    }

    /// Verbs that tell of something else than an answer, even where the result says that it was a success.
    private static let otherVerbs: Set<String> = [
        "attended", "initialized", "launched", "registered", "experienced", "interacted", "progressed", "suspended",
        "resumed", "terminated", "exited", "abandoned", "waived", "satisfied", "viewed", "preferred", "shared",
        "commented",
    ]

    /// Reads how it went; `false` where the statement does not say.
    private func readScore(
        _ result: JSONView, _ verb: String, into event: inout TidyEvent, _ hasScore: inout Bool
    ) throws(TidyValues.Fault) -> Bool {
        let score = result["score"]
        let scaled = try score["scaled"].finite(.score)
        let raw = try score["raw"].finite(.score)
        let least = try score["min"].finite(.max) ?? 0
        let most = try score["max"].finite(.max)
        hasScore = scaled != nil || raw != nil
        if hasScore, !Self.otherVerbs.contains(verb) {
            if let most, most <= least {
                guard most == least else {
                    throw TidyValues.Fault(
                        rule: .badMaximum, field: .max, message: "the maximum is below the minimum",
                        remedy: "correct it, or leave it out")
                }
                // Nothing could be earned, so that nothing says how it went.
                event.status = .hidden
                return true
            }
            if let scaled {
                guard scaled >= -1, scaled <= 1 else {
                    throw TidyValues.Fault(
                        rule: .badValue, field: .score, message: "a scaled score is between -1 and 1",
                        remedy: "divide it by the maximum", found: scaled.shortText)
                }
                event.points = scaled
                event.isShare = true
            } else if let raw {
                event.points = raw - least
                if let most { event.maximum = most - least }
            }
            guard event.points >= 0 else {
                throw TidyValues.Fault(
                    rule: .negativeScore, field: .score, message: "a score cannot be below zero",
                    remedy: "correct it, or leave it out", found: (scaled ?? raw ?? event.points).shortText)
            }
            return true
        }
        guard !Self.otherVerbs.contains(verb) else { return false }
        let success = result["success"].flag ?? (verb == "passed" ? true : verb == "failed" ? false : nil)
        guard let success else { return false }
        event.points = success ? 1 : 0
        event.isShare = true
        return true
    }

    /// Who it is about; `nil` for a group.
    private static func actor(_ actor: JSONView) throws(TidyValues.Fault) -> PendingAnswers.Actor? {
        if actor["objectType"].string == "Group" || actor["member"].exists { return nil }
        let account = actor["account"]
        if let name = account["name"].identifier {
            return PendingAnswers.Actor(id: name, home: account["homePage"].string ?? "")
        }
        if let mail = actor["mbox"].string {
            return PendingAnswers.Actor(id: mail.hasPrefix("mailto:") ? String(mail.dropFirst(7)) : mail)
        }
        if let id = actor.first("mbox_sha1sum", "openid").string { return PendingAnswers.Actor(id: id) }
        throw TidyValues.Fault(
            rule: .blankID, field: .learner, message: "the actor has no account, mbox, mbox_sha1sum or openid",
            remedy: "export whole statements")
    }

    /// Which try it is, by an extension whose name says so; 0 where there is none.
    private static func attempt(_ statement: JSONView) -> Int32 {
        for place in [
            statement["object"]["definition"]["extensions"], statement["context"]["extensions"],
            statement["result"]["extensions"],
        ] {
            for (name, value) in place.members
            where ["attempt-id", "attempt", "attempt-number"].contains(lastPart(name)) {
                if let number = value.number, let attempt = Int32(exactly: number), attempt > 0 { return attempt }
            }
        }
        return 0
    }

    /// What an IRI ends in, lower case.
    static func lastPart(_ name: String) -> String {
        let end = name.split { $0 == "/" || $0 == "#" || $0 == ":" }.last.map(String.init) ?? name
        return end.lowercased().filter { $0 != " " }
    }

    /// A text in English where there is one, else in the first language.
    private static func text(_ languages: JSONView) -> String {
        if let text = languages.string { return text }
        return languages.first("en", "en-US", "en-GB").string ?? languages.members.first?.value.string ?? ""
    }
}
