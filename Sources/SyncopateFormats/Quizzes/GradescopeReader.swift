internal import Syncopate

/// Reads the exports of Gradescope: the grades of a course, and the scores of an assignment with its questions.
///
/// What was not handed in has the status `Missing`, or in a course's grades no time: there 0.0 is no score. Where
/// questions have no points possible in their headers the total is read instead.
struct GradescopeReader {
    static let entry = FormatEntry(
        .gradescope, "a Gradescope export", "Gradescope scores of a course or of an assignment: a learner a row",
        example: "First Name,Last Name,SID,Email,Total Score,Max Points,Status,Submission ID,Submission Time,"
            + "Lateness (H:M:S),View Count,Submission Count,1: Roots (5.0 pts)",
        quirks: [
            "An item is a question whose header says its points, else the assignment, which the file's name names.",
            "0 or nothing without a submission is missing; lateness changes no score.",
            "Points possible may differ from learner to learner.",
        ],
        confidence: { GradescopeColumns($0.header) == nil ? 0 : 0.95 },
        read: { (content, options) throws(ReadError) in
            var reader = try GradescopeReader(content, options)
            return reader.read()
        })

    private struct Scored {
        var column: GradescopeColumns.Scored
        var item: Item
    }

    private var sheet: ScoreSheet
    private let columns: GradescopeColumns
    private var scored: [Scored] = []

    init(_ content: FileContent, _ options: ReadOptions) throws(ReadError) {
        var sheet = try ScoreSheet(
            content, options, Self.entry.name, example: Self.entry.example,
            headerRow: { GradescopeColumns($0) != nil })
        guard let columns = GradescopeColumns(sheet.headers) else {
            throw sheet.assembler.findings.refusal(
                .notAKnownFormat, line: sheet.headerLine, "the header is not that of \(Self.entry.name)",
                remedy: "export it again; its header looks like \(Self.entry.example)")
        }
        self.columns = columns
        let assignment =
            columns.isCourse ? "" : FileTitle.title(content.name, endings: ["_scores", "-scores", " scores"])
        var read = columns.scored
        let isWithoutMaximum = !read.contains { $0.maximum != nil } && options.usableMaximum == nil
        if let total = columns.total, isWithoutMaximum {
            for question in read {
                sheet.note(
                    .ignoredColumn, header: question.column,
                    "the header does not say how many points are possible, so the total was read and not the question",
                    remedy: "export again, or read with --max", severity: .warning)
            }
            read = [total]
        }
        let companions = read.map { ($0.column, [$0.maximumColumn, $0.submitted]) }
        let distinct = sheet.distinct(
            read.map { ($0.column, $0.title) }, companions: Dictionary(companions) { first, _ in first })
        for column in read where distinct.contains(column.column) {
            sheet.survey(column.column)
            if let maximum = column.maximumColumn { sheet.survey(maximum) }
            let isTotal = column.column == columns.total?.column
            let title =
                assignment.isEmpty ? column.title : isTotal ? assignment : "\(assignment): \(column.title)"
            var kind = ItemKind(title: title)
            // What cannot be scored is no work, whatever it is called.
            if column.maximum == 0, kind == .work { kind = .administrative }
            scored.append(
                Scored(
                    column: column, item: Item(id: title, title: title, maximum: column.maximum, kind: kind)))
        }
        self.sheet = sheet
    }

    mutating func read() -> FileReading {
        let times = sheet.times(scored.compactMap(\.column.submitted))
        for (number, row) in sheet.rows.enumerated() {
            do throws(ScoreSheet.Fault) {
                try read(row, Int32(clamping: number + 1), times)
            } catch {
                sheet.reject(row, error)
            }
        }
        return sheet.finish()
    }

    private mutating func read(
        _ row: CSVRow, _ record: Int32, _ times: [Int: LocalTimeColumn]
    ) throws(ScoreSheet.Fault) {
        try sheet.checkShape(row, needed: (scored.map(\.column.column).max() ?? 0) + 1)
        let name = name(row)
        let isNamed = columns.ids.allSatisfy { sheet.text(row, $0).isEmpty } && !name.isEmpty
        if isNamed { try sheet.checkIsLearner(name, row) }
        let id = isNamed ? name : try sheet.learnerID(row, columns.ids)
        var events: [TidyEvent] = []
        for scored in scored { events.append(try event(row, record, scored, times)) }
        if isNamed {
            sheet.note(
                .blankID, row, columns.ids.first ?? 0, "there is no id, so the row is known by its name",
                remedy: "fill in the id", severity: .warning)
        }
        let learner = sheet.assembler.log.intern(Learner(id: id, name: name, section: sheet.text(row, columns.section)))
        for (scored, var event) in zip(scored, events) {
            event.learner = learner
            event.item = sheet.assembler.log.intern(scored.item)
            if !event.maximum.isNaN, sheet.assembler.log.items[Int(event.item)].maximum == nil {
                let maximum = event.maximum
                sheet.assembler.log.update(itemAt: event.item) { $0.maximum = maximum }
            }
            // A learner has one row: another is the same submission told again.
            sheet.add(event, id: "\(event.learner) \(event.item)", column: scored.column.column)
        }
    }

    private func name(_ row: CSVRow) -> String {
        let last = sheet.text(row, columns.lastName)
        let first = sheet.text(row, columns.firstName)
        return first.isEmpty ? last : last.isEmpty ? first : "\(last), \(first)"
    }

    private mutating func event(
        _ row: CSVRow, _ record: Int32, _ scored: Scored, _ times: [Int: LocalTimeColumn]
    ) throws(ScoreSheet.Fault) -> TidyEvent {
        let column = scored.column
        var event = TidyEvent(learner: 0, item: 0, row: record, status: .unknownBlank, line: row.line)
        event.maximum = try maximum(row, column)
        if let submitted = column.submitted, let times = times[submitted] {
            event.at = sheet.moment(row, submitted, times)
        }
        var score = try sheet.score(row, column.column, maximum: event.maximum.isNaN ? nil : event.maximum)
        let word = columns.isCourse ? "" : sheet.text(row, columns.status).lowercased()
        let isHandedIn = column.submitted.map { !sheet.text(row, $0).isEmpty }
        let isTotal = column.column == columns.total?.column
        switch word {
        case "missing":
            if score.status == .scored, score.points > 0 { conflict(row, column.column) }
            score.status = .missing
        case "excused": score.status = .excused
        case "ungraded":
            // Part of a total is none.
            if score.status == .unknownBlank || isTotal { score.status = .notYetGraded }
        default:
            let isKnown = ["", "graded", "submitted"].contains(word)
            if !isKnown, isTotal || column.column == self.scored.first?.column.column {
                sheet.note(
                    .unknownStatus, row, columns.status ?? 0, "no known status; the score alone was read",
                    remedy: "check the row", severity: .warning)
            }
            if score.status == .unknownBlank {
                score.status = isHandedIn == true && (isTotal || columns.isCourse) ? .notYetGraded : .unknownBlank
                if isHandedIn == false, columns.isCourse { score.status = .missing }
            } else if columns.isCourse, score.status == .scored, score.points == 0, isHandedIn == false {
                score.status = .missing
            }
        }
        event.status = score.status
        event.points = score.status == .scored ? score.points : .nan
        event.isShare = score.isShare
        return event
    }

    private mutating func conflict(_ row: CSVRow, _ column: Int) {
        sheet.note(
            .statusAgainstScore, row, column, "there are points and the status says missing; the status counts",
            remedy: "check the row")
    }

    /// Points possible of a row: of its header, else of their column; NaN where neither says.
    private func maximum(_ row: CSVRow, _ column: GradescopeColumns.Scored) throws(ScoreSheet.Fault) -> Double {
        if let maximum = column.maximum { return maximum }
        guard let position = column.maximumColumn else { return .nan }
        let text = sheet.text(row, position)
        guard !text.isEmpty else { return .nan }
        guard let number = sheet.headerNumber(text) else {
            throw ScoreSheet.Fault(
                rule: .badMaximum, column: position, message: "the points possible are a number from zero",
                remedy: "correct it, or leave it blank")
        }
        return sheet.value(number)
    }
}
