internal import Syncopate

/// Reads the scores of an assignment as PowerTeacher (PowerSchool) exports them, and takes them back: some lines that
/// say what the assignment is, then `Student Num,Student Name,Score` and a row a learner.
struct PowerSchoolReader {
    static let entry = FormatEntry(
        .powerSchool, "a PowerTeacher scores file",
        "PowerTeacher (PowerSchool) scores of an assignment: a learner a row",
        example: "Student Num,Student Name,Score",
        quirks: [
            "Above the header stand Assignment Name, Points Possible, Due Date and Score Type.",
            "A blank score says nothing, nor does ABS (absent); a letter needs a scale.",
            "One assignment a file; no skills and no times.",
        ],
        confidence: { preview in
            let isTemplate =
                preview.header.first == "teacher name:"
                || preview.labels.contains("points possible:")
                || preview.labels.contains("points possible")
                    && preview.labels.contains { $0 == "student num" || $0 == "student number" }
            return isTemplate || preview.hasAll("student num", "student name", "score") ? 0.95 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = try PowerSchoolReader(content, options)
            return reader.read()
        })

    private var sheet: ScoreSheet
    private let item: Item
    private let isPercent: Bool
    private let ids: [Int]
    private let name: Int?
    private let score: Int

    init(_ content: FileContent, _ options: ReadOptions) throws(ReadError) {
        var sheet = try ScoreSheet(
            content, options, Self.entry.name, example: Self.entry.example,
            headerRow: { ($0.contains("student num") || $0.contains("student number")) && $0.contains("score") })
        try sheet.assembler.findings.refuseRepeats(
            sheet.headers, of: ["student num", "student number", "score"], line: sheet.headerLine)
        score = sheet.column("score") ?? 0
        ids = [sheet.column("student num", "student number")].compactMap { $0 }
        name = sheet.column("student name")
        var said: [String: (text: String, row: CSVRow)] = [:]
        for row in sheet.table.rows.prefix(sheet.headerRow) {
            var label = sheet.text(row, 0).lowercased()
            if label.hasSuffix(":") { label.removeLast() }
            said[label] = (sheet.text(row, 1), row)
        }
        var maximum: Double?
        if let (text, row) = said["points possible"], !text.isEmpty {
            if let number = sheet.headerNumber(text) {
                maximum = sheet.value(number)
            } else {
                sheet.note(
                    .badMaximum, row, 1, "the points possible are a number from zero",
                    remedy: "correct it, or read with --max")
            }
        }
        let type = said["score type"]?.text.lowercased() ?? ""
        isPercent = type.hasPrefix("percent")
        var due: Double?
        if let (text, row) = said["due date"], !text.isEmpty {
            var times = LocalTimeColumn(zone: options.zone)
            times.observe(text)
            switch times.read(text) {
            case .seconds(let seconds): due = seconds
            case .changing(let reading): due = reading.seconds
            case .undecided, .unknownZone, .none:
                sheet.note(
                    .badTime, row, 1, "the due date was not read", remedy: "write it like 2021-06-02",
                    severity: .warning)
            }
        }
        var title = said["assignment name"]?.text ?? ""
        if title.isEmpty { title = FileTitle.title(content.name) }
        if title.isEmpty { title = "Score" }
        item = Item(id: title, title: title, maximum: maximum, kind: ItemKind(title: title), due: due)
        sheet.survey(score)
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
        return sheet.finish(needsPreamble: true)
    }

    private mutating func read(_ row: CSVRow, _ record: Int32) throws(ScoreSheet.Fault) {
        try sheet.checkShape(row, needed: max(ids.first ?? 0, score) + 1)
        let id = try sheet.learnerID(row, ids)
        var event = TidyEvent(learner: 0, item: 0, row: record, status: .unknownBlank, line: row.line)
        event.maximum = item.maximum ?? .nan
        switch sheet.text(row, score).lowercased() {
        case "exempt": event.status = .excused
        case "abs", "absent": event.status = .unknownBlank
        default:
            let read = try sheet.score(row, score, maximum: isPercent ? 100 : item.maximum)
            event.status = read.status
            event.isShare = read.isShare && !isPercent
            event.points = read.isShare && isPercent ? read.points * 100 : read.points
            // A percentage is out of a hundred, whatever the assignment's points are.
            if isPercent { event.maximum = 100 }
        }
        event.learner = sheet.assembler.log.intern(Learner(id: id, name: sheet.text(row, name)))
        event.item = sheet.assembler.log.intern(item)
        sheet.add(event, id: "\(event.learner)", column: score)
    }
}
