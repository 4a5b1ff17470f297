internal import Syncopate

/// Reads the tracking log of Open edX: an event a line, each a JSON object, with or without what the server's log writes
/// before it.
///
/// One click is told by several events, of the browser and of the server. An answer is what the server's `problem_check`
/// says of a part of a problem. Where it is not there, `edx.problem.completed` or `edx.grades.problem.submitted` say how the
/// whole problem went.
struct OpenEdXReader {
    static let example =
        "{\"event_type\":\"problem_check\",\"event_source\":\"server\",\"context\":{\"user_id\":7},"
        + "\"event\":{\"problem_id\":\"p1\",\"attempts\":1,\"correct_map\":{\"p1_2_1\":{\"correctness\":\"correct\"}}},"
        + "\"time\":\"2026-09-01T08:30:00Z\"}"

    static let entry = FormatEntry(
        .openEdX, "an Open edX tracking log", "Open edX tracking log: an event a line",
        example: example,
        quirks: [
            "Only the server's problem_check counts, an event for each part of the problem; other events of the same click do not.",
            "Points of a part count before the word for it, out of an even share of the problem's.",
            "Hints and shown answers are counted as hints of the next answer to the problem.",
            "A problem worth no points says nothing of how it went.",
            "No skills.",
        ],
        confidence: { preview in
            if preview.isServerLog { return 0.95 }
            guard preview.isJSON else { return 0 }
            let hasEvent = preview.hasNames("event") || preview.hasNames("data")
            if hasEvent, preview.hasNames("context"),
                preview.hasNames("name") || preview.hasNames("event_type")
            {
                return 0.9
            }
            if preview.hasNames("event_source", "event_type") { return 0.9 }
            guard preview.names.isEmpty else { return 0 }
            return preview.head.contains("\"event_source\"")
                || (preview.head.contains("\"context\"") && preview.head.contains("\"course_id\"")) ? 0.8 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = OpenEdXReader(content.text, options: options, file: content.name)
            try reader.read()
            return FileReading(&reader.assembler)
        })

    private let text: [UInt8]
    private(set) var assembler: TidyAssembler
    private var clock: EventClock
    private var log = OpenEdXLog()
    private var others = 0
    private var regraded = 0

    /// Events of teachers who changed what was scored before.
    private static let regrades: Set<String> = [
        "edx.grades.problem.rescored", "edx.grades.problem.score_overridden", "problem_rescore",
        "edx.grades.problem.state_deleted",
    ]

    init(_ text: [UInt8], options: ReadOptions, file: String) {
        self.text = text
        assembler = TidyAssembler(file: file, options: options)
        clock = EventClock(options)
        assembler.maximumRemedy = "export events with max_grade"
    }

    mutating func read() throws(ReadError) {
        try assembler.checkObjects(text, "Open edX events", example: Self.example)
        JSONRecords(text: text, hasPrefixes: true).visit { record in
            guard let value = record.value else {
                assembler.refuse(record, in: text)
                return true
            }
            do throws(TidyValues.Fault) {
                try read(value, record)
            } catch {
                assembler.refuse(record, error, Self.member(error.field), in: text)
            }
            return true
        }
        if regraded > 0 {
            assembler.findings.add(
                .supersededEvent, .warning,
                regraded == 1
                    ? "an event changes a score given before, and is not read: the score is the one of before"
                    : "\(regraded) events change scores given before, and are not read: scores are those of before",
                remedy: "export grades from the gradebook if the changed scores matter")
        }
        let summed = log.settle(into: &assembler)
        assembler.noteOthers(others, "tell of other things than an answer")
        assembler.noteSummed(summed)
        assembler.noteNoAnswers()
    }

    private static func member(_ field: TidyField) -> String {
        switch field {
        case .learner: "user_id"
        case .item: "problem_id"
        case .score: "correct_map"
        case .max: "max_grade"
        case .at: "time"
        case .attempt: "attempts"
        default: field.rawValue
        }
    }

    /// What an event tells of.
    private enum Kind {
        case check, grade, hint
    }

    private func kind(_ record: JSONView) -> Kind? {
        let source = record["event_source"].string ?? record["context"]["event_source"].string
        // The browser tells of the click too, and knows nothing of how it went.
        let isServer = source.map { $0 == "server" } ?? true
        for name in [record["name"].string, record["event_type"].string].compactMap({ $0 }) {
            switch name {
            case "problem_check", "save_problem_check": if isServer { return .check }
            case "edx.problem.completed", "edx.grades.problem.submitted": return .grade
            case "edx.problem.hint.demandhint_displayed", "showanswer", "problem_show_answer":
                if isServer || name == "edx.problem.hint.demandhint_displayed" { return .hint }
            default: break
            }
        }
        return nil
    }

    private mutating func read(_ record: JSONView, _ place: JSONRecord) throws(TidyValues.Fault) {
        guard let kind = kind(record) else {
            if Self.regrades.contains(record["name"].string ?? record["event_type"].string ?? "") {
                regraded += 1
            } else {
                others += 1
            }
            return
        }
        let payload = record.first("event", "data")
        if let inner = payload.string {
            // Some servers write the event as text.
            var fault: TidyValues.Fault?
            var isObject = false
            let nested = Array(inner.utf8)
            JSONRecords(text: nested).visit { part in
                guard let value = part.value else { return true }
                isObject = true
                do throws(TidyValues.Fault) { try read(value, of: record, kind, place) } catch { fault = error }
                return false
            }
            if let fault { throw fault }
            guard isObject else {
                throw TidyValues.Fault(
                    rule: .brokenJSON, field: .score, message: "the event is a text that is no JSON object",
                    remedy: "export it whole")
            }
            return
        }
        try read(payload, of: record, kind, place)
    }

    private mutating func read(
        _ payload: JSONView, of record: JSONView, _ kind: Kind, _ place: JSONRecord
    ) throws(TidyValues.Fault) {
        let context = record["context"]
        guard
            let problem = payload.first("problem_id", "module_id", "problem").string
                ?? context["module"]["usage_key"].string
        else {
            if kind == .hint { return }
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "there is no problem_id", remedy: "export whole events")
        }
        let learner = try learner(record, payload, kind)
        let at = clock.secondsIfReadable(
            record.first("time", "timestamp").identifier, line: place.line, header: "time", &assembler.findings)
        let key = log.problems.intern(problem)
        switch kind {
        case .hint: log.hints.append(OpenEdXLog.Hint(learner: learner, problem: key, at: at, record: place.number))
        case .grade:
            var event = TidyEvent(learner: learner, item: 0, row: place.number, status: .scored, line: place.line)
            event.at = at
            try readGrade(
                payload.first("weighted_earned", "earned"), payload.first("weighted_possible", "possible"), &event)
            event.item = log.items.intern(problem, title: context["module"]["display_name"].string)
            log.grades.append(
                OpenEdXLog.Answer(
                    event: event, problem: key, transaction: payload["event_transaction_id"].string ?? ""))
        case .check:
            var event = TidyEvent(learner: learner, item: 0, row: place.number, status: .scored, line: place.line)
            event.at = at
            if let attempts = try payload["attempts"].finite(.attempt), attempts > 0 {
                event.attempt = try TidyValues.attempt(attempts)
            }
            try readCheck(payload, problem, key, context["module"]["display_name"].string, event)
        }
    }

    /// Reads points and points possible of a whole problem.
    private func readGrade(_ grade: JSONView, _ possible: JSONView, _ event: inout TidyEvent) throws(TidyValues.Fault) {
        guard let points = try grade.finite(.score) else {
            event.status = .unknownBlank
            return
        }
        guard points >= 0 else {
            throw TidyValues.Fault(
                rule: .negativeScore, field: .score, message: "a grade cannot be below zero",
                remedy: "correct it, or leave it out", found: points.shortText)
        }
        event.points = points
        if possible.exists { event.maximum = try TidyValues.maximum(possible.number) }
        event.isPoints = event.maximum.isNaN
    }

    private mutating func readCheck(
        _ payload: JSONView, _ problem: String, _ key: Int32, _ title: String?, _ event: TidyEvent
    ) throws(TidyValues.Fault) {
        let most = try payload["max_grade"].finite(.max)
        let grade = try payload["grade"].finite(.score)
        if let grade, grade < 0 {
            throw TidyValues.Fault(
                rule: .negativeScore, field: .score, message: "a grade cannot be below zero",
                remedy: "correct it, or leave it out", found: grade.shortText)
        }
        let map = OpenEdXParts(payload["correct_map"], problem: problem, grade: grade, most: most)
        var parts: [(id: String, event: TidyEvent)] = []
        for part in map.parts {
            var event = event
            map.judge(part, into: &event)
            note(part, line: event.line)
            parts.append((part.id, event))
        }
        if map.parts.isEmpty {
            var event = event
            try readGrade(payload["grade"], payload["max_grade"], &event)
            parts.append((problem, event))
        }
        for (number, part) in parts.enumerated() {
            var event = part.event
            let name = title.map { parts.count > 1 ? "\($0), part \(number + 1)" : $0 }
            event.item = log.items.intern(part.id, title: name, group: problem, isUngraded: most == 0)
            if most == 0 { event.status = .hidden }
            log.checks.append(OpenEdXLog.Answer(event: event, problem: key))
        }
    }

    /// Warns of a part that could not be read; the others of the click count all the same.
    private mutating func note(_ part: OpenEdXParts.Part, line: Int) {
        if let fault = part.fault {
            assembler.findings.add(
                .badValue, .warning, line: line, header: "npoints", excerpt: fault,
                "points are a number from zero, so how this part went is not known", remedy: "export whole events")
        } else if OpenEdXParts.isUnheardOf(part), part.points == nil {
            assembler.findings.add(
                .unknownStatus, .warning, line: line, header: "correctness", excerpt: part.word ?? "",
                "no such correctness, so how this part went is not known",
                remedy: "correct, incorrect or partially-correct")
        }
    }

    /// Whom an event is about. A grade names the learner itself: it may be a teacher who does something there (edx-platform,
    /// grades/signals/handlers.py).
    private mutating func learner(
        _ record: JSONView, _ payload: JSONView, _ kind: Kind
    ) throws(TidyValues.Fault) -> Int32 {
        let context = record["context"]
        let name = record["username"].string ?? context["username"].string ?? ""
        let doer = context["user_id"].identifier
        let named = payload["user_id"].identifier
        let id = (kind == .grade ? named ?? doer : doer ?? named) ?? record["user_id"].identifier
        if let id {
            guard id == doer || doer == nil else { return log.learners.intern(id, title: "") }
            log.name(id, name)
            return log.learners.intern(id, title: name)
        }
        guard !name.isEmpty else {
            throw TidyValues.Fault(
                rule: .blankID, field: .learner, message: "there is neither user_id nor username",
                remedy: "export whole events")
        }
        return log.named(name)
    }
}
