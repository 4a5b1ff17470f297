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
            var reader = TidyJSONReader(
                TextSource(content.text), head: content.text, options: options, file: content.name)
            if isLines(content.text) { try reader.read() } else { reader.readRecords(content.text) }
            return FileReading(&reader.assembler)
        })

    private var windows: LineWindows
    /// The lines at hand.
    private var text: [UInt8] = []
    private var parser = JSONParser()
    private let options: ReadOptions
    fileprivate(set) var assembler: TidyAssembler
    private var ignored: Set<String> = []
    /// Names that stand for others.
    private let aliases: TidyAliases
    /// What an outer object may list the events as.
    static let wrappers = ["data", "events", "records", "responses", "rows"]
    /// Lines so far that are not blank.
    private var records = 0

    /// - Parameter head: the beginning of the file; in memory, all of it.
    init(_ source: TextSource, head: [UInt8], options: ReadOptions, file: String) {
        windows = LineWindows(source, file: file)
        self.options = options
        assembler = TidyAssembler(file: file, options: options)
        aliases = TidyAliases(FilePreview(text: head, table: nil).names.sorted())
        for (name, field) in aliases.fields.sorted(by: { $0.key < $1.key }) {
            let note = TidyAliases.note(field)
            assembler.findings.add(
                .columnTakenAs, field == .max ? .warning : nil, line: 1, header: name, note.message, remedy: note.remedy
            )
        }
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
    mutating func readRecords(_ whole: [UInt8]) {
        text = whole
        JSONRecords(text: whole, wrappers: Self.wrappers, isRecord: TidyAliases.areOfAnEvent).visit { record in
            if record.fault != nil {
                assembler.refuse(record, in: whole)
            } else {
                read(record.start..<record.range.upperBound, record.line)
            }
            return true
        }
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

    private static func excerpt(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .number(_, let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null: "null"
        case .array: "[…]"
        case .object: "{…}"
        }
    }

    private mutating func read(_ members: [JSONValue.Member], _ line: Int) throws(TidyValues.Fault) {
        var fields: [TidyField: JSONValue] = [:]
        let hasScore = members.contains { $0.name.lowercased() == TidyField.score.rawValue && $0.value != .null }
        for member in members {
            guard let field = TidyField(header: member.name) ?? aliases[member.name] else {
                note(unknown: member.name, line)
                continue
            }
            if field == .score, hasScore, member.name.lowercased() != TidyField.score.rawValue { continue }
            guard fields[field] == nil else {
                throw TidyValues.Fault(
                    rule: .duplicateColumn, field: field, message: "two names mean the same", remedy: "keep one of them"
                )
            }
            if member.value != .null, !Self.standsForNothing(member.value, field) { fields[field] = member.value }
        }
        try Self.refuseColumns(fields[.learner])
        var event = TidyEvent(learner: 0, item: 0, row: Int32(clamping: records), status: .unknownBlank, line: line)
        if let value = fields[.max] { event.maximum = try TidyValues.maximum(number(value)) }
        if let value = fields[.attempt] { event.attempt = try TidyValues.attempt(number(value)) }
        if let value = fields[.order] { event.order = try TidyValues.number(number(value), .order) }
        if let value = fields[.hints] { event.hints = try TidyValues.hints(number(value)) }
        if let value = fields[.seconds] { event.seconds = try TidyValues.seconds(number(value)) }
        readMode(fields[.mode], line, into: &event)
        readTime(fields[.at], line, into: &event)
        try readScore(fields, line, into: &event)
        let learner = try learner(fields)
        guard let itemID = fields[.item]?.identifier, !itemID.isEmpty else {
            throw TidyValues.Fault(rule: .unnamedItem, field: .item, message: "there is no item", remedy: "fill it in")
        }
        let skills = try skills(fields[.skills])
        assembler.doubtSkills(skills, line: line, column: nil)
        event.learner = assembler.log.intern(learner)
        if let known = assembler.log.position(ofItem: itemID) {
            event.item = known
            fillIn(known, event.maximum)
        } else {
            event.item = assembler.log.intern(item(itemID, fields, event.maximum, line))
        }
        assembler.settleSkills(of: &event, set: assembler.skillSets.number(skills))
        let id = fields[.eventID]?.identifier ?? ""
        assembler.add(event, id: id.isEmpty ? nil : id)
    }

    /// Refuses an object that has all events, column by column.
    private static func refuseColumns(_ learner: JSONValue?) throws(TidyValues.Fault) {
        switch learner {
        case .array, .object:
            throw TidyValues.Fault(
                rule: .brokenJSON, field: .learner,
                message: "values of several learners stand together, column by column",
                remedy: "write an object for each event; in pandas, to_json(orient=\"records\", lines=True)")
        default: return
        }
    }

    /// Whether a text of a number or a time is what programs write where nothing is known. An id may be called so.
    private static func standsForNothing(_ value: JSONValue, _ field: TidyField) -> Bool {
        guard case .string(let text) = value else { return false }
        switch field {
        case .max, .at, .attempt, .order, .hints, .seconds, .mode, .status: return MissingWord.isOne(text)
        case .learner, .item, .score, .learnerName, .section, .title, .kind, .skills, .eventID: return false
        }
    }

    /// How it was done. A word of others leaves the score as it is.
    private mutating func readMode(_ value: JSONValue?, _ line: Int, into event: inout TidyEvent) {
        guard let value else { return }
        do throws(TidyValues.Fault) {
            event.mode = try TidyValues.mode(value.identifier ?? "")
        } catch {
            leaveOut(value, error, line, .warning)
        }
    }

    /// When it was. What cannot be read leaves the score as it is.
    private mutating func readTime(_ value: JSONValue?, _ line: Int, into event: inout TidyEvent) {
        guard let value else { return }
        do throws(TidyValues.Fault) {
            let text = value.identifier ?? ""
            let reading = try TidyValues.moment(text, zone: options.zone)
            assembler.findings.note(reading, line: line, header: TidyField.at.rawValue)
            event.at = reading.seconds
            // Only numbers can be in doubt, and those have no exponent in the lines we write.
            Array(text.utf8).withUnsafeBufferPointer {
                assembler.doubtTime(reading.seconds, $0, line: line, column: nil)
            }
        } catch {
            leaveOut(value, error, line, .error)
        }
    }

    /// Says that a value was left out of a line that is read all the same.
    private mutating func leaveOut(_ value: JSONValue, _ fault: TidyValues.Fault, _ line: Int, _ severity: Severity) {
        assembler.findings.add(
            fault.rule, severity, line: line, header: fault.field.rawValue, excerpt: TidyJSONReader.excerpt(value),
            fault.message + "; left out, and the score kept", remedy: fault.remedy)
    }

    private mutating func note(unknown name: String, _ line: Int) {
        guard ignored.count < FindingCollector.limit, ignored.insert(name).inserted else { return }
        assembler.findings.add(
            .ignoredColumn, line: line, header: name, "not a name that is used, so not read",
            remedy: "nothing to do, unless it is misspelt")
    }

    private func number(_ value: JSONValue) -> Double? {
        switch value {
        case .number(let number, _): return number
        case .string(let text):
            let bytes = Array(text.utf8)
            let number = NumericCell(bytes, Blanks.trimmed(0..<bytes.count, in: bytes))
            return number?.value(mark: options.decimal, isStated: options.decimal != nil, maximum: nil)
        default: return nil
        }
    }

    /// What a score says, by the scale, in words, and out of how many.
    private func scoreCell(_ value: JSONValue?, _ event: inout TidyEvent) throws(TidyValues.Fault) -> ScoreCell {
        switch value {
        case nil: return .status(.unknownBlank)
        case .bool(let flag): return TidyCSVReader.truth(flag ? "true" : "false") ?? .text
        case .number(_, let text): return ScoreCell(text: Array(text.utf8))
        case .string(let text):
            let score = ScoreCell(text: Array(text.utf8)).graded(options.scale, text)
            guard case .text = score else { return score }
            if let fraction = ScoreFraction(text) {
                return try TidyValues.take(
                    fraction, mark: options.decimal, isStated: options.decimal != nil, into: &event)
            }
            return TidyCSVReader.truth(text) ?? score
        case .array, .object, .null: return .text
        }
    }

    private mutating func readScore(
        _ fields: [TidyField: JSONValue], _ line: Int, into event: inout TidyEvent
    ) throws(TidyValues.Fault) {
        let score = try scoreCell(fields[.score], &event)
        let isNumber = if case .number = fields[.score] { true } else { false }
        var doubts = TidyValues.Doubts()
        try TidyValues.combine(
            score, status: fields[.status]?.identifier ?? "", mark: isNumber ? .point : options.decimal,
            isStated: isNumber || options.decimal != nil, maximum: event.maximum, into: &event, doubts: &doubts)
        if doubts.conflict {
            assembler.findings.add(
                .statusAgainstScore, line: line, header: TidyField.status.rawValue,
                "there is a score too; the status counts", remedy: "leave the score out")
        }
        if doubts.isForeignStatus {
            assembler.findings.add(
                .unknownStatus, .warning, line: line, header: TidyField.status.rawValue,
                excerpt: fields[.status]?.identifier ?? "", "no such status; the score counts",
                remedy: "nothing to do, unless the score is none")
        }
        if doubts.isHiddenLetter {
            assembler.findings.add(
                .letterWithoutScale, line: line, header: TidyField.score.rawValue,
                "a grade in words, and no scale to turn it into a number", remedy: "write it as a number")
        }
    }
}

extension TidyJSONReader {
    private func learner(_ fields: [TidyField: JSONValue]) throws(TidyValues.Fault) -> Learner {
        guard let id = fields[.learner].flatMap(Self.learnerID), !id.isEmpty else {
            throw TidyValues.Fault(
                rule: .blankID, field: .learner, message: "there is no learner", remedy: "fill in the id")
        }
        return Learner(
            id: id, name: fields[.learnerName]?.identifier ?? "", section: fields[.section]?.identifier ?? "")
    }

    /// A number that a column with a gap made of an id is the id; a text is what it is.
    private static func learnerID(_ value: JSONValue) -> String? {
        if case .number(_, let text) = value { return DamagedID.repaired(text) }
        return value.identifier
    }

    private mutating func item(
        _ id: String, _ fields: [TidyField: JSONValue], _ maximum: Double, _ line: Int
    ) -> Item {
        let title = fields[.title]?.identifier ?? id
        let word = fields[.kind]?.identifier?.lowercased() ?? ""
        let stated = ItemKind(rawValue: word)
        if stated == nil, !word.isEmpty {
            assembler.findings.add(
                .unknownKind, line: line, header: TidyField.kind.rawValue, excerpt: word,
                "no such kind of item; read off the title instead",
                remedy: "one of " + ItemKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        assembler.doubtItem(title, line: line, column: nil)
        return Item(
            id: id, title: title, maximum: maximum.isNaN ? nil : maximum,
            kind: stated ?? ItemKind(title: title), kindIsStated: stated != nil)
    }

    /// A string as in CSV, a list of names or of `{"skill": …, "weight": …}`, or an object of weights by name.
    private func skills(_ value: JSONValue?) throws(TidyValues.Fault) -> [SkillWeight] {
        let fault = TidyValues.Fault(
            rule: .badWeight, field: .skills, message: "skills are names with weights above zero",
            remedy: "write a list of names, or of {\"skill\": name, \"weight\": number}")
        var skills: [SkillWeight] = []
        func add(_ name: String?, _ weight: Double?) throws(TidyValues.Fault) {
            guard let name, !name.isEmpty, let weight, weight > 0, weight.isFinite else { throw fault }
            SkillList.add(SkillWeight(skill: name, weight: weight), to: &skills)
        }
        switch value {
        case nil: break
        case .string(let text):
            guard let parsed = SkillList.parse(text) else { throw fault }
            skills = parsed
        case .array(let values):
            for value in values {
                guard case .object(let members) = value else {
                    try add(value.identifier, 1)
                    continue
                }
                let weight = members.first { $0.name == "weight" }
                try add(members.first { $0.name == "skill" }?.value.identifier, weight.map { number($0.value) } ?? 1)
            }
        case .object(let members):
            for member in members { try add(member.name, number(member.value)) }
        default: throw fault
        }
        return skills
    }

    /// Adds what earlier lines did not say about an item.
    private mutating func fillIn(_ position: Int32, _ maximum: Double) {
        guard !maximum.isNaN, assembler.log.items[Int(position)].maximum == nil else { return }
        assembler.log.update(itemAt: position) { $0.maximum = maximum }
    }
}
