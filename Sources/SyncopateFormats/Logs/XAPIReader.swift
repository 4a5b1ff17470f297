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
            "raw out of min to max counts before scaled; raw without max is withheld, unless success is there.",
            "Where an activity is an attempt at a quiz, or a slot of its review (Moodle), the item is the quiz, or the slot.",
            "Where the parts of an activity are answered, the statement that sums them up is left out, as are voided ones.",
            "No skills.",
        ],
        confidence: { preview in
            guard preview.isJSON else { return 0 }
            if preview.hasNames("actor", "verb", "object") { return 0.97 }
            if preview.hasNames("actor", "verb") || preview.hasNames("verb", "object") { return 0.9 }
            // What Learning Locker keeps of a statement, as its database is exported.
            if preview.hasNames("statement"), preview.head.contains("\"actor\"") { return 0.9 }
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
    /// Documents of statements that say themselves that they were voided.
    private var voidedDocuments = 0
    /// Statements whose scaled score says otherwise than their points, and the first of them.
    private var otherScaled = (count: 0, line: 0, excerpt: "")
    private var otherRaw = (count: 0, line: 0, excerpt: "")
    /// Statements with points of an unknown maximum beside right or wrong, and the line of the first.
    private var barePoints = (count: 0, line: 0)
    private let stated: Double?

    init(_ text: [UInt8], options: ReadOptions, file: String) {
        self.text = text
        assembler = TidyAssembler(file: file, options: options)
        clock = EventClock(options)
        stated = options.usableMaximum
        assembler.maximumRemedy = "add max to result.score"
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
        let removed = answers.remove(ids: voided) + voidedDocuments
        noteScores()
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

    /// Says which of several figures counted.
    private mutating func noteScores() {
        if otherRaw.count > 0 {
            assembler.findings.add(
                .badValue, .warning, line: otherRaw.line, header: "result.score.raw", excerpt: otherRaw.excerpt,
                "raw is outside of min and max (in \(otherRaw.count) of the scores), so that scaled counts there",
                remedy: "nothing to do, unless scaled is wrong")
        }
        if otherScaled.count > 0 {
            assembler.findings.add(
                .badValue, .warning, line: otherScaled.line, header: "result.score.scaled",
                excerpt: otherScaled.excerpt,
                "scaled says otherwise than raw, min and max beside it (in \(otherScaled.count) of the scores); these count",
                remedy: "nothing to do, unless raw or max is wrong")
        }
        if barePoints.count > 0 {
            assembler.findings.add(
                .maximumMissing, .note, line: barePoints.line, header: "result.score.raw",
                "raw has no max beside it (in \(barePoints.count) of the scores), so that success counts, as 1 or 0",
                remedy: "add max to result.score, or read with --max")
        }
    }

    private mutating func read(_ document: JSONView, _ record: JSONRecord) throws(TidyValues.Fault) {
        let inner = document["statement"]
        let statement = inner.isObject && !document["verb"].exists ? inner : document
        if inner.isObject, document["voided"].flag == true {
            voidedDocuments += 1
            return
        }
        // Version 0.9 has the word alone.
        let named = statement["verb"]["id"].string ?? statement["verb"].string
        guard let verb = named.map(Self.lastPart) else {
            throw TidyValues.Fault(
                rule: .badValue, field: .mode, message: "there is no verb, so this is no whole statement",
                remedy: "export whole statements")
        }
        let object = statement["object"]
        let actor = try XAPIActor.read(statement["actor"])
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
        guard let id = object["id"].string else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "the activity has no id", remedy: "export whole statements")
        }
        var event = TidyEvent(
            learner: 0, item: 0, row: record.number, status: .scored, line: record.line)
        var answer = PendingAnswer(event: event)
        guard let score = try XAPIScore(statement["result"], verb: verb, stated: stated) else {
            others += 1
            return
        }
        guard let actor else {
            throw TidyValues.Fault(
                rule: .unknownLearner, field: .learner, message: "the actor is a group, and a group is no learner",
                remedy: "record a statement for each of its members")
        }
        answer.hasScore = score.isScore
        take(score, into: &event)
        event.at = clock.secondsIfReadable(
            statement.first("timestamp", "stored").string, line: record.line, header: "timestamp",
            &assembler.findings)
        event.seconds = assembler.duration(statement["result"]["duration"], line: record.line, "result.duration")
        event.attempt = Self.attempt(statement)
        event.learner = answers.intern(actor, name: statement["actor"]["name"].elements.first?.string ?? "")
        let item = XAPIItem(object, id: id, context: statement["context"])
        let title = Self.text(item.name)
        event.item = answers.intern(
            item: item.id, title: title.isEmpty ? "" : title + item.part, maximum: score.maximumOfItem)
        answer.event = event
        answer.id = statement["id"].string ?? ""
        answer.kind = answers.intern(word: verb)
        answer.registration = answers.intern(word: statement["context"]["registration"].string ?? item.attempt)
        let activities = statement["context"]["contextActivities"]
        for activity in activities["parent"].elements + activities["grouping"].elements {
            guard let id = activity["id"].string, id != item.id else { continue }
            answer.ancestors.append(answers.intern(item: id))
        }
        // Grades of a section or a course, which are made of those of its parts.
        answer.isSummary = verb == "earned"
        answers.add(answer)
    }

    /// Sets what an event says of how it went, and counts what has to be said about it.
    private mutating func take(_ score: XAPIScore, into event: inout TidyEvent) {
        if score.points.isNaN { event.status = .hidden }
        event.points = score.points
        event.isShare = score.isShare
        event.isPoints = score.isPoints
        event.maximum = score.maximum
        if let raw = score.otherRaw {
            if otherRaw.count == 0 { (otherRaw.line, otherRaw.excerpt) = (event.line, raw.shortText) }
            otherRaw.count += 1
        }
        if let scaled = score.otherScaled {
            if otherScaled.count == 0 { (otherScaled.line, otherScaled.excerpt) = (event.line, scaled.shortText) }
            otherScaled.count += 1
        }
        if score.hasBarePoints {
            if barePoints.count == 0 { barePoints.line = event.line }
            barePoints.count += 1
        }
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
