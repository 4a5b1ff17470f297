internal import Syncopate

/// Reads the grades that nbgrader exports: a row for each learner and assignment, whether anything was handed in or
/// not.
///
/// What was not has 0.0 and no timestamp. The score before the penalty for being late is read: being late says
/// nothing about what somebody can do.
struct NbgraderReader {
    static let entry = FormatEntry(
        .nbgrader, "an nbgrader export", "nbgrader grades: a learner's assignment a row",
        example: "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,"
            + "late_submission_penalty,score,max_score",
        quirks: [
            "0 without a timestamp was not handed in: missing.",
            "The score before the late penalty is read.", "Times are in UTC, as nbgrader keeps them.",
            "It quotes nothing: a name with a comma breaks its row.",
        ],
        confidence: { $0.hasAll("student_id", "max_score", "assignment") ? 0.95 : 0 },
        read: { (content, options) throws(ReadError) in
            var reader = try NbgraderReader(content, options)
            return reader.read()
        })

    private var sheet: ScoreSheet
    private let learner: Int
    private let assignment: Int
    private let score: Int
    private let maximum: Int
    private var late = 0

    init(_ content: FileContent, _ options: ReadOptions) throws(ReadError) {
        var sheet = try ScoreSheet(
            content, options, Self.entry.name, example: Self.entry.example,
            headerRow: { $0.contains("student_id") && $0.contains("assignment") })
        try sheet.assembler.findings.refuseRepeats(
            sheet.headers, of: ["student_id", "assignment", "raw_score", "score", "max_score", "timestamp"],
            line: sheet.headerLine)
        guard let learner = sheet.column("student_id"), let assignment = sheet.column("assignment"),
            let score = sheet.column("raw_score", "score"), let maximum = sheet.column("max_score")
        else {
            throw sheet.assembler.findings.refusal(
                .missingColumn, line: sheet.headerLine, "an nbgrader export has score and max_score",
                remedy: "export again with nbgrader export")
        }
        (self.learner, self.assignment, self.score, self.maximum) = (learner, assignment, score, maximum)
        sheet.survey(score)
        sheet.survey(maximum)
        self.sheet = sheet
    }

    mutating func read() -> FileReading {
        for (number, row) in sheet.rows.enumerated() {
            do throws(ScoreSheet.Fault) {
                try read(row, Int32(clamping: number + 1))
            } catch {
                sheet.reject(row, error)
            }
        }
        if late > 0, let column = sheet.column("late_submission_penalty") {
            sheet.note(
                .notAnAnswer, header: column,
                "scores lowered for being late: \(late); the scores before that were read",
                remedy: "nothing to do")
        }
        return sheet.finish()
    }

    private mutating func read(_ row: CSVRow, _ record: Int32) throws(ScoreSheet.Fault) {
        try sheet.checkShape(row, needed: sheet.headers.count)
        let id = try sheet.learnerID(row, [learner])
        let title = sheet.text(row, assignment)
        guard !title.isEmpty else {
            throw ScoreSheet.Fault(
                rule: .unnamedItem, column: assignment, message: "there is no assignment", remedy: "fill it in")
        }
        var event = TidyEvent(learner: 0, item: 0, row: record, status: .unknownBlank, line: row.line)
        if let possible = ScoreCell(sheet.table, sheet.table.cell(row, maximum)).finiteNumber, possible.withPoint >= 0 {
            event.maximum = sheet.value(possible)
        } else if !sheet.text(row, maximum).isEmpty {
            throw ScoreSheet.Fault(
                rule: .badMaximum, column: maximum, message: "the points possible are a number from zero",
                remedy: "correct it, or leave it blank")
        }
        let scored = try sheet.score(row, score, maximum: event.maximum.isNaN ? nil : event.maximum)
        event.status = scored.status
        event.points = scored.points
        event.isShare = scored.isShare
        let stamp = sheet.column("timestamp")
        event.at = try moment(row, stamp)
        if stamp != nil, event.at.isNaN, scored.status == .unknownBlank || scored.points == 0 {
            event.status = .missing
        } else if scored.status == .unknownBlank {
            event.status = .notYetGraded
        }
        if let penalty = sheet.column("late_submission_penalty"), event.status == .scored,
            let number = ScoreCell(sheet.table, sheet.table.cell(row, penalty)).finiteNumber, number.withPoint > 0
        {
            late += 1
        }
        let due = try moment(row, sheet.column("duedate"))
        add(event, row, id, title, due)
    }

    private mutating func add(_ event: TidyEvent, _ row: CSVRow, _ id: String, _ title: String, _ due: Double) {
        var event = event
        let last = sheet.text(row, sheet.column("last_name"))
        let first = sheet.text(row, sheet.column("first_name"))
        let name = last.isEmpty ? first : first.isEmpty ? last : "\(last), \(first)"
        event.learner = sheet.assembler.log.intern(Learner(id: id, name: name))
        event.item = sheet.assembler.log.intern(
            Item(
                id: title, title: title, maximum: event.maximum.isNaN ? nil : event.maximum,
                kind: ItemKind(title: title), due: due.isNaN ? nil : due))
        // The database has one submission of a learner to an assignment.
        sheet.add(event, id: "\(event.learner) \(event.item)", column: score)
    }

    /// A moment as nbgrader writes it, in UTC; NaN for none.
    private func moment(_ row: CSVRow, _ column: Int?) throws(ScoreSheet.Fault) -> Double {
        let text = sheet.text(row, column)
        guard !text.isEmpty, text != "None" else { return .nan }
        guard case .seconds(let seconds) = LocalTimeColumn(zone: nil).read(text) else {
            throw ScoreSheet.Fault(
                rule: .badTime, column: column, message: "this is no time",
                remedy: "write it like 2021-06-02 08:28, or leave it blank")
        }
        return seconds
    }
}
