internal import Syncopate

/// Reads submissions as the API of Canvas lists them (`GET /api/v1/courses/:id/students/submissions` or
/// `…/assignments/:id/submissions`), also grouped by student and with assignments, users and history included.
///
/// A submission is one learner's state of one assignment, so that here each kind of blank has a field of its own.
struct CanvasSubmissionsReader {
    static let example =
        "[{\"id\":1,\"assignment_id\":2,\"user_id\":3,\"workflow_state\":\"graded\",\"score\":8,"
        + "\"assignment\":{\"name\":\"Essay\",\"points_possible\":10}}]"

    static let entry = FormatEntry(
        .canvasSubmissions, "Canvas submissions", "Canvas submissions as its API lists them (JSON)",
        example: example,
        quirks: [
            "Points possible stand in the assignment only: ask for include[]=assignment, or give --max.",
            "What is missing is missing, whatever a policy for missing work gave for it.",
            "An attempt that waits for review is not yet graded, whatever its score so far.",
            "Work handed in again and not graded again is not yet graded: the score is that of an earlier attempt.",
            "No skills.",
        ],
        confidence: { preview in
            guard preview.isJSON else { return 0 }
            if preview.hasNames("assignment_id", "user_id") { return preview.hasNames("workflow_state") ? 1 : 0.8 }
            return preview.hasNames("user_id", "submissions") || preview.hasNames("assignment_id", "anonymous_id")
                ? 0.9 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = CanvasSubmissionsReader(content.text, options: options, file: content.name)
            try reader.read()
            var reading = FileReading(&reader.assembler)
            reading.accounts = reader.accounts
            return reading
        })

    private let text: [UInt8]
    let options: ReadOptions
    var assembler: TidyAssembler
    var clock: EventClock
    /// What Canvas knows each learner of the log by.
    private(set) var accounts: [CanvasAccount] = []
    private var others = 0
    private var testStudents = 0
    /// Users whose login shows that they are Canvas's test student.
    private var generatedUsers: Set<String> = []
    /// Grades in words that no scale turns into numbers.
    var letters = 0

    init(_ text: [UInt8], options: ReadOptions, file: String) {
        self.text = text
        self.options = options
        assembler = TidyAssembler(file: file, options: options)
        assembler.maximumRemedy = "give the assignment points possible, or fetch it again with include[]=assignment"
        clock = EventClock(options)
    }

    mutating func read() throws(ReadError) {
        try assembler.checkObjects(text, "Canvas submissions", example: Self.example)
        generatedUsers = CanvasTestStudent.users(in: text)
        // Grouped by student, one record holds all that a student handed in.
        JSONRecords(text: text, nestsLists: true, limit: CSVScanner.cellLimit << 5).visit { record in
            guard let value = record.value else {
                assembler.refuse(record, in: text)
                return true
            }
            if value["submissions"].isList {
                for submission in value["submissions"].elements {
                    read(submission, group: value, inside(submission, of: record))
                }
            } else {
                read(value, group: value, record)
            }
            return true
        }
        assembler.noteOthers(others, "are deleted or of nobody's work")
        if testStudents > 0 {
            assembler.findings.add(
                .testStudent, line: nil, "\(testStudents) records are of Canvas's test student, and are not read",
                remedy: "nothing to do")
        }
        if letters > 0 {
            assembler.findings.add(
                .letterWithoutScale, line: nil, header: "grade",
                "\(letters) grades in words, and no scale to turn them into numbers", remedy: "give --scale")
        }
        assembler.noteNoAnswers()
    }

    /// A submission of a group as a record of its own.
    private func inside(_ submission: JSONView, of record: JSONRecord) -> JSONRecord {
        var inner = record
        let range = submission.range
        inner.range = (record.start + range.lowerBound)..<(record.start + range.upperBound)
        var place = record.range.lowerBound
        while place < min(inner.range.lowerBound, text.count) {
            if text[place] == 0x0A || (text[place] == 0x0D && !(place + 1 < text.count && text[place + 1] == 0x0A)) {
                inner.line += 1
            }
            place += 1
        }
        return inner
    }

    private mutating func read(_ submission: JSONView, group: JSONView, _ record: JSONRecord) {
        do throws(TidyValues.Fault) {
            try readSubmission(submission, group: group, record)
        } catch {
            assembler.refuse(record, error, Self.member(error.field), in: text)
        }
    }

    private static func member(_ field: TidyField) -> String {
        switch field {
        case .learner: "user_id"
        case .item: "assignment_id"
        case .status: "workflow_state"
        case .max: "points_possible"
        case .at: "submitted_at"
        default: field.rawValue
        }
    }

    private mutating func readSubmission(
        _ submission: JSONView, group: JSONView, _ record: JSONRecord
    ) throws(TidyValues.Fault) {
        let user = submission["user"].isObject ? submission["user"] : group["user"]
        let assignment = submission["assignment"]
        guard let learner = submission["user_id"].identifier ?? group["user_id"].identifier ?? user["id"].identifier
        else {
            throw TidyValues.Fault(
                rule: .blankID, field: .learner, message: "there is no user_id: the assignment is graded anonymously",
                remedy: "export it again when it is no longer anonymous")
        }
        guard let item = submission["assignment_id"].identifier ?? assignment["id"].identifier else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "there is no assignment_id", remedy: "export it again")
        }
        if CanvasTestStudent.isName(user["name"].string ?? "") || user["fake_student"].flag == true
            || generatedUsers.contains(learner)
        {
            testStudents += 1
            return
        }
        var maximum = Double.nan
        if assignment["points_possible"].exists {
            maximum = try TidyValues.maximum(assignment["points_possible"].number)
        }
        // Earlier attempts first, each once; the submission itself is the last.
        var states: [JSONView] = []
        var seen: Set<String> = [submission["attempt"].identifier ?? ""]
        for earlier in submission["submission_history"].elements {
            guard seen.insert(earlier["attempt"].identifier ?? "").inserted, earlier["score"].exists,
                !isOutdated(earlier)
            else { continue }
            states.append(earlier)
        }
        states.append(submission)
        var events: [(event: TidyEvent, id: String?)] = []
        for state in states {
            var event = TidyEvent(
                learner: 0, item: 0, row: record.number, status: .unknownBlank, line: record.line)
            event.maximum = maximum
            guard try readStatus(state, assignment, record, into: &event) else {
                others += 1
                return
            }
            if let attempt = try state["attempt"].finite(.attempt), attempt > 0 {
                event.attempt = try TidyValues.attempt(attempt)
            }
            event.at = try clock.seconds(
                state.first("submitted_at", "graded_at").string, line: record.line, header: "submitted_at",
                &assembler.findings)
            let id = submission["id"].identifier.map { "\($0)/\(event.attempt)" }
            events.append((event, id))
        }
        if events.count == 1, let last = events.first?.event,
            let earlier = try outdatedScore(submission, last, record)
        {
            events.insert((earlier, submission["id"].identifier.map { "\($0)/\(earlier.attempt)" }), at: 0)
        }
        let position = intern(learner, user, group)
        let itemPosition = try intern(item, assignment, maximum, record)
        for (pending, id) in events {
            var event = pending
            event.learner = position
            event.item = itemPosition
            assembler.add(event, id: id)
        }
    }

    private mutating func intern(_ learner: String, _ user: JSONView, _ group: JSONView) -> Int32 {
        let section = group["section_id"].identifier ?? ""
        let position = assembler.log.intern(
            Learner(id: learner, name: user.text("sortable_name", "name") ?? "", section: section))
        let account = CanvasAccount(
            canvasID: learner, sisID: user["sis_user_id"].identifier ?? group["sis_user_id"].identifier ?? "",
            login: user["login_id"].identifier ?? "")
        if Int(position) == accounts.count {
            accounts.append(account)
        } else if accounts.indices.contains(Int(position)) {
            accounts[Int(position)].fillIn(from: account)
        }
        return position
    }

    private mutating func intern(
        _ id: String, _ assignment: JSONView, _ maximum: Double, _ record: JSONRecord
    ) throws(TidyValues.Fault) -> Int32 {
        if let known = assembler.log.position(ofItem: id), assembler.log.items[Int(known)].title != id { return known }
        let title = assignment["name"].string ?? id
        var kind = ItemKind(title: title)
        if maximum == 0, kind == .work { kind = .administrative }
        let due = try clock.seconds(
            assignment["due_at"].string, line: record.line, header: "due_at", &assembler.findings)
        let item = Item(
            id: id, title: title, maximum: maximum.isNaN ? nil : maximum, kind: kind, due: due.isNaN ? nil : due)
        guard let known = assembler.log.position(ofItem: id) else { return assembler.log.intern(item) }
        assembler.log.update(itemAt: known) { $0 = item }
        return known
    }
}
