internal import Syncopate

/// Reads our own events as JSON: an object a line, or a list of objects, with the names of ``TidyField``.
///
/// Ids may be strings or numbers; 1 and "1" are the same learner. Blank lines are skipped. `null`
/// is the same as a name that is not there.
struct TidyJSONReader {
    static let entry = FormatEntry(
        .tidyJSONLines, "JSON lines", "one JSON object a line with learner, item and score",
        example: "{\"learner\":\"a\",\"item\":\"q1\",\"score\":1}",
        quirks: [
            "The names of the tidy CSV.",
            "A list of such objects is read too, by itself or as data, events, records, responses or rows of another object.",
        ],
        confidence: { preview in
            guard preview.isJSON else { return 0 }
            if preview.hasNames("learner", "item") { return 1 }
            if TidyAliases(preview.names).isComplete { return 0.6 }
            return preview.names.isEmpty && preview.head.contains("\"learner\"") && preview.head.contains("\"item\"")
                ? 1 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = try TidyJSONReader(
                TextSource(content.text), head: content.text, options: options, file: content.name)
            if isLines(content.text) { try reader.read() } else { try reader.readRecords(content.text) }
            return FileReading(&reader.assembler)
        })

    private var windows: LineWindows
    /// The lines at hand.
    private var text: [UInt8] = []
    private var parser = JSONParser()
    let options: ReadOptions
    var assembler: TidyAssembler
    /// Names that were said not to be used.
    var ignored: Set<String> = []
    /// Names that stand for others.
    let aliases: TidyAliases
    /// What an outer object may list the events as.
    static let wrappers = ["data", "events", "records", "responses", "rows"]
    /// Lines so far that are not blank.
    private(set) var records = 0
    /// Whether scores are right and wrong, and not points out of what the records say.
    private(set) var isTruth = false
    /// The first line whose score is more than right.
    var pointsLine: Int?
    /// What the scores are called.
    private var scoreHeader = ""

    /// - Parameter head: the beginning of the file; in memory, all of it.
    init(_ source: TextSource, head: [UInt8], options: ReadOptions, file: String) throws(ReadError) {
        windows = LineWindows(source, file: file)
        self.options = options
        assembler = TidyAssembler(file: file, options: options)
        let names = FilePreview(text: head, table: nil).names.sorted()
        aliases = TidyAliases(names)
        for (name, field) in aliases.fields.sorted(by: { $0.key < $1.key }) {
            let note = TidyAliases.note(field)
            assembler.findings.add(
                .columnTakenAs, field == .max ? .warning : nil, line: 1, header: name, note.message, remedy: note.remedy
            )
        }
        try look(at: TidyHead(names, aliases), in: head)
    }

    /// Looks at the first records of a file whose names are not ours.
    private mutating func look(at first: TidyHead, in text: [UInt8]) throws(ReadError) {
        guard first.isNeeded else { return }
        var head = first
        var left = TidyHead.limit
        JSONRecords(text: text, wrappers: Self.wrappers, isRecord: TidyAliases.areOfAnEvent).visit { record in
            let members = record.value?.members ?? []
            head.observe { name in
                members.first { $0.name.lowercased() == name }?.value.identifier ?? ""
            }
            left -= 1
            return left > 0
        }
        if let undecided = head.undecidedItem {
            throw assembler.findings.refusal(.missingColumn, undecided.message, remedy: undecided.remedy)
        }
        isTruth = head.isTruth
        scoreHeader = head.scoreHeader
        guard isTruth else { return }
        assembler.findings.add(
            .mixedUnits, .warning, line: 1, header: head.scoreHeader, TidyHead.truthMessage,
            remedy: TidyHead.truthRemedy)
    }

    /// Whether each line is an object by itself, so that the file can be read line by line: its first line is one, and no
    /// outer object that lists the events.
    static func isLines(_ text: [UInt8]) -> Bool {
        guard let start = text.firstIndex(where: { !$0.isBlankByte && $0 != 0x0A && $0 != 0x0D }),
            text[start] == UInt8(ascii: "{")
        else { return false }
        let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
        let line = Blanks.trimmed(start..<end, in: text)
        var parser = JSONParser()
        guard line.count <= CSVScanner.cellLimit, case .object(let members)? = try? parser.parse(text, line) else {
            // A line that is broken ends as the others do.
            return text[line].last == UInt8(ascii: "}")
        }
        return TidyAliases.areOfAnEvent(Set(members.map(\.name)))
            || !members.contains { member in
                if case .array = member.value { wrappers.contains(member.name) } else { false }
            }
    }

    /// Reads every line; those with a fault go to the rejects.
    mutating func read() throws(ReadError) { try read { (_, _) throws(ReadError) in } }

    /// Reads every object of a list, or of objects that go over several lines.
    mutating func readRecords(_ whole: [UInt8]) throws(ReadError) {
        text = whole
        JSONRecords(text: whole, wrappers: Self.wrappers, isRecord: TidyAliases.areOfAnEvent).visit { record in
            if record.fault != nil {
                assembler.refuse(record, in: whole)
            } else {
                read(record.start..<record.range.upperBound, record.line)
            }
            return true
        }
        if let pointsLine { throw TidyHead.refusal(pointsLine, scoreHeader, assembler.findings) }
    }

    /// Reads every line, and gives each event away as it is stated.
    mutating func pass(
        _ drain: (inout TidyAssembler, [[UInt8]]) throws(ReadError) -> Void
    ) throws(ReadError) {
        assembler.passesOn = true
        try read(drain)
    }

    /// - Parameter drain: called after some lines each.
    private mutating func read(
        _ drain: (inout TidyAssembler, [[UInt8]]) throws(ReadError) -> Void
    ) throws(ReadError) {
        while let window = try windows.next() {
            text = window.bytes
            var position = 0
            var line = window.line
            while position < text.count {
                var end = position
                while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
                read(position..<end, line)
                position = end + (end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A ? 2 : 1)
                line += 1
            }
            try drain(&assembler, [])
        }
        if let pointsLine { throw TidyHead.refusal(pointsLine, scoreHeader, assembler.findings) }
    }

    private mutating func read(_ range: Range<Int>, _ line: Int) {
        let trimmed = Blanks.trimmed(range, in: text)
        guard !trimmed.isEmpty else { return }
        records += 1
        guard range.count <= CSVScanner.cellLimit else {
            reject(
                .cellTooLarge, range, line, column: nil, "", "",
                "the line is longer than \(CSVScanner.cellLimit) bytes", "split it")
            return
        }
        let value: JSONValue
        do throws(JSONParser.Fault) {
            value = try parser.parse(text, trimmed)
        } catch {
            reject(
                .brokenJSON, range, line, column: error.offset - range.lowerBound + 1, "", "", error.message,
                "write one whole JSON object a line")
            return
        }
        guard case .object(let members) = value else {
            reject(
                .brokenJSON, range, line, column: 1, "", "", "this is no JSON object",
                "write one whole JSON object a line")
            return
        }
        do throws(TidyValues.Fault) {
            try read(members, line)
        } catch {
            let isPrivate = error.field == .learner && error.rule != .damagedID
            let found = members.first { (TidyField(header: $0.name) ?? aliases[$0.name]) == error.field }
            reject(
                error.rule, range, line, column: nil, error.field.rawValue,
                isPrivate ? "" : found.map { TidyJSONReader.excerpt($0.value) } ?? "", error.message, error.remedy)
        }
    }

    private mutating func reject(
        _ rule: FindingRule, _ range: Range<Int>, _ line: Int, column: Int?, _ header: String, _ excerpt: String,
        _ message: String, _ remedy: String
    ) {
        assembler.findings.add(
            rule, .error, line: line, column: column, header: header, excerpt: excerpt, message, remedy: remedy)
        assembler.findings.reject(line: line, rule: rule, bytes: Array(text[range]))
    }

    static func excerpt(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .number(_, let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null: "null"
        case .array: "[…]"
        case .object: "{…}"
        }
    }
}
