internal import Syncopate

/// Reads the gradebook tables of OneRoster 1.1 and 1.2: line items and the results on them.
struct OneRosterReader {
    static let entry = FormatEntry(
        .oneRoster, "a OneRoster set", "OneRoster 1.1 or 1.2 CSV: a zip or a folder with lineItems and results",
        example: "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score",
        quirks: [
            "Needs lineItems.csv and results.csv together; what the manifest says is absent is not read.",
            "exempt is excused; not submitted is missing where it was due; submitted and partially graded wait.",
            "Of several results of a student on a line item the latest counts; points without resultValueMax are withheld.",
            "Inactive and deleted rows are left out; learning objectives are skills; passwords are not read.",
        ],
        confidence: { preview in
            if !preview.members.isEmpty {
                let names: Set = [
                    "manifest.csv", "lineitems.csv", "results.csv", "enrollments.csv", "academicsessions.csv",
                ]
                return names.isDisjoint(with: preview.members) ? 0 : 1
            }
            return preview.has("sourcedid") || preview.hasAll("propertyname", "value") ? 0.9 : 0
        },
        read: { (content, options) throws(ReadError) in
            guard !content.members.isEmpty else {
                throw OneRosterSet.refusal(ofTable: content.text, file: content.name)
            }
            var reader = try OneRosterReader(content, options: options)
            reader.read()
            var reading = FileReading(&reader.assembler, headerRows: reader.headerRows)
            reading.findings.merge(reader.roster.findings, reader.set.findings)
            return reading
        })

    private let set: OneRosterSet
    private let options: ReadOptions
    private(set) var headerRows: [[UInt8]] = []
    fileprivate(set) var assembler: TidyAssembler
    /// Line items, classes and people.
    private var roster: OneRosterRoster
    private var moments: LocalMoment
    /// Skills of results, by their ids.
    private var objectives: [String: [SkillWeight]] = [:]
    private var strangers = 0
    /// What was read so far, until it is known which results are of one student and line item.
    private var pending = OneRosterResults()
    /// The last moment at which anything was scored.
    private var last = -Double.infinity

    init(_ content: FileContent, options: ReadOptions) throws(ReadError) {
        set = try OneRosterSet(content.members, file: content.name)
        self.options = options
        assembler = TidyAssembler(file: set.results.file, options: options)
        moments = LocalMoment(options)
        assembler.maximumRemedy = "add resultValueMax to the line item"
        headerRows = [set.results.table.verbatim(set.results.header)]
        roster = OneRosterRoster(set, options: options)
        if let table = set.resultObjectives {
            objectives = OneRosterRoster.objectives(table, of: "resultsourcedid")
        }
    }

    mutating func read() {
        let results = set.results
        assembler.reserve(results.rows.count)
        for (_, row) in results.rows {
            var unheard = FindingCollector(file: "")
            var moments = moments
            if let at = moments.seconds(results.text(row, "scoredate"), line: nil, findings: &unheard) {
                last = max(last, at)
            }
        }
        for (record, row) in results.rows {
            do throws(TidyValues.Fault) {
                try read(row, record: record)
            } catch {
                let name = Self.column(error.field)
                // Of a row of the wrong length every cell may be another's.
                let found = error.rule == .raggedRow || error.field == .learner ? "" : results.text(row, name)
                assembler.findings.add(
                    error.rule, .error, line: row.line, column: results.column(name), header: results.headerText(name),
                    excerpt: found, error.message, remedy: error.remedy)
                assembler.findings.reject(line: row.line, rule: error.rule, bytes: results.table.verbatim(row))
            }
        }
        for result in pending.inOrder {
            // A student has one result on a line item, whatever it is called: of several the last counts.
            assembler.add(result, id: "\(result.learner) \(result.item)")
        }
        if strangers > 0 {
            assembler.findings.add(
                .unknownLearner, .warning, header: results.headerText("studentsourcedid"),
                strangers == 1
                    ? "1 result is of a student who is not in users.csv, and goes by the id"
                    : "\(strangers) results are of students who are not in users.csv, and go by their ids",
                remedy: "export users.csv again")
        }
        roster.addEnrolled(to: &assembler.log)
    }

    private static func column(_ field: TidyField) -> String {
        switch field {
        case .learner: "studentsourcedid"
        case .item: "lineitemsourcedid"
        case .status: "scorestatus"
        case .at: "scoredate"
        default: "score"
        }
    }

    private mutating func read(_ row: CSVRow, record: Int32) throws(TidyValues.Fault) {
        let results = set.results
        guard row.count <= results.header.count else {
            throw TidyValues.Fault(
                rule: .raggedRow, field: .score,
                message: "the row has \(row.cellCount) and the header \(results.header.count)",
                remedy: "quote what has a comma in it")
        }
        let student = results.text(row, "studentsourcedid")
        guard !student.isEmpty else {
            throw TidyValues.Fault(
                rule: .blankID, field: .learner, message: "there is no student", remedy: "fill in the id")
        }
        // Read all the same: a student may be called so.
        if DamagedID.isDamaged(student) {
            assembler.findings.add(
                .damagedID, .warning, line: row.line, column: results.column("studentsourcedid"),
                header: results.headerText("studentsourcedid"), excerpt: student,
                DamagedID.message(student) + ", which may stand for several students",
                remedy: DamagedID.remedy(student))
        }
        let itemID = results.text(row, "lineitemsourcedid")
        guard !itemID.isEmpty else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "there is no line item", remedy: "fill it in")
        }
        // What is gone takes its results with it.
        if roster.removedItems.contains(itemID) || roster.removedLearners.contains(student) { return }
        guard let item = roster.items[itemID] else {
            throw TidyValues.Fault(
                rule: .unknownItem, field: .item, message: "no such line item is in lineItems.csv",
                remedy: "export lineItems.csv again")
        }
        var event = TidyEvent(learner: 0, item: 0, row: record, status: .unknownBlank, line: row.line)
        let date = results.text(row, "scoredate")
        if !date.isEmpty {
            guard
                let at = moments.seconds(
                    date, line: row.line, column: results.column("scoredate"), header: results.headerText("scoredate"),
                    findings: &assembler.findings)
            else {
                throw TidyValues.Fault(
                    rule: .badTime, field: .at, message: "this is no date", remedy: "write it like 2026-09-01")
            }
            event.at = at
        }
        try judge(row, item, into: &event)
        if roster.hasUsers, roster.names[student] == nil { strangers += 1 }
        event.learner = assembler.log.intern(
            Learner(id: student, name: roster.names[student] ?? "", section: roster.section(of: item)))
        let isNew = assembler.log.position(ofItem: itemID) == nil
        event.item = assembler.log.intern(item.item)
        if isNew { assembler.settleSkills(ofItem: event.item, set: assembler.skillSets.number(item.skills)) }
        let id = results.text(row, "sourcedid")
        assembler.settleSkills(of: &event, set: assembler.skillSets.number(objectives[id] ?? []))
        let modified = results.text(row, "datelastmodified")
        var unheard = FindingCollector(file: "")
        var moments = moments
        pending.add(
            event, modified: moments.seconds(modified, line: nil, findings: &unheard) ?? -.infinity)
    }

    /// Sets status, points and maximum.
    private mutating func judge(
        _ row: CSVRow, _ item: OneRosterRoster.LineItem, into event: inout TidyEvent
    ) throws(TidyValues.Fault) {
        let results = set.results
        let score = results.text(row, "score")
        let number = Double(decimal: score)
        let word = String(results.text(row, "scorestatus").lowercased().filter { !" _-".contains($0) })
        switch word {
        case "fullygraded": event.status = .scored
        case "exempt": event.status = .excused
        case "submitted", "partiallygraded": event.status = .notYetGraded
        case "notsubmitted":
            if results.text(row, "inprogress").lowercased() == "true" {
                event.status = .inProgress
            } else {
                // Not handed in and not yet due says nothing, unless the results of 1.2 say that it is missing.
                let isMissing = results.text(row, "missing").lowercased() == "true"
                event.status = !isMissing && (item.item.due ?? -.infinity) > last ? .unknownBlank : .missing
            }
        default:
            throw TidyValues.Fault(
                rule: .unknownStatus, field: .status, message: "no such scoreStatus",
                remedy: "one of exempt, fully graded, not submitted, partially graded, submitted")
        }
        guard event.status == .scored else {
            if let number, number > 0, word != "partiallygraded" {
                assembler.findings.add(
                    .statusAgainstScore, line: row.line, column: results.column("scorestatus"),
                    header: results.headerText("scorestatus"), excerpt: results.text(row, "scorestatus"),
                    "there is a score too; the status counts", remedy: "leave the score blank")
            }
            return
        }
        let text = score.isEmpty ? results.text(row, "textscore") : score
        guard !text.isEmpty else {
            throw TidyValues.Fault(
                rule: .statusAgainstScore, field: .score, message: "the status says fully graded and there is no score",
                remedy: "give the score, or another status")
        }
        if let share = options.scale?.share(text) {
            event.points = share
            event.isShare = true
            return
        }
        guard let points = Double(decimal: text) else {
            guard case .letter = ScoreCell(text: Array(text.utf8)) else {
                throw TidyValues.Fault(
                    rule: .notANumber, field: .score, message: "this is no score",
                    remedy: "write a number with a point, or another status")
            }
            event.status = .hidden
            let name = score.isEmpty ? "textscore" : "score"
            assembler.findings.add(
                .letterWithoutScale, line: row.line, column: results.column(name),
                header: results.headerText(name), excerpt: text,
                "a grade in words, and no scale to turn it into a number",
                remedy: "say what the words are worth with --scale, or write it as a number")
            return
        }
        guard points.isFinite else {
            throw TidyValues.Fault(
                rule: .notFinite, field: .score, message: "this is no finite number",
                remedy: "write the score, or another status")
        }
        guard points >= item.minimum else {
            throw TidyValues.Fault(
                rule: .negativeScore, field: .score,
                message: item.minimum == 0
                    ? "a score cannot be below zero" : "the score is below the least that its line item allows",
                remedy: "correct it, or give another status")
        }
        event.points = points - item.minimum
        event.maximum = item.range
        event.isPoints = item.range.isNaN
    }
}
