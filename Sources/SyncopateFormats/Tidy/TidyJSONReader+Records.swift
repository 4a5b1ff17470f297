internal import Syncopate

/// One object, name by name.
extension TidyJSONReader {
    mutating func read(_ members: [JSONValue.Member], _ line: Int) throws(TidyValues.Fault) {
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
        leaveOutNested(&fields, line)
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
        Array(learner.section.utf8).withUnsafeBufferPointer {
            assembler.doubtSection(of: event.learner, $0, line: line)
        }
        event.item =
            assembler.log.position(ofItem: itemID)
            ?? assembler.log.intern(item(itemID, fields, event.maximum, line))
        assembler.fillIn(event.maximum, item: event.item)
        assembler.settleSkills(of: &event, set: assembler.skillSets.number(skills))
        let id = fields[.eventID]?.identifier ?? ""
        assembler.add(event, id: id.isEmpty ? nil : id)
    }

    /// Refuses an object that has all events, column by column.
    private static func refuseColumns(_ learner: JSONValue?) throws(TidyValues.Fault) {
        switch learner {
        // Of pandas' columns each value has its row's number.
        case .object(let members)
        where members.isEmpty || members.contains(where: { !$0.name.utf8.allSatisfy(\.isDigit) }):
            throw TidyValues.Fault(
                rule: .blankID, field: .learner, message: "the learner is an object, and an id is needed",
                remedy: "write the id itself, a string or a number")
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

    /// What is a text that nothing else depends on.
    private static let texts: [TidyField] = [.learnerName, .section, .title, .kind, .mode, .eventID]

    /// Leaves out lists, objects and flags where such a text is expected.
    private mutating func leaveOutNested(_ fields: inout [TidyField: JSONValue], _ line: Int) {
        for field in Self.texts {
            guard let value = fields[field], value.identifier == nil else { continue }
            fields[field] = nil
            let fault = TidyValues.Fault(
                rule: .badValue, field: field, message: "not a text", remedy: "write it as a text, or leave it out")
            leaveOut(value, fault, line, .warning)
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

    func number(_ value: JSONValue) -> Double? {
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
        case .bool(let flag): return TidyTruth.score(flag)
        case .number(_, let text): return ScoreCell(text: Array(text.utf8))
        case .string(let text):
            let score = ScoreCell(text: Array(text.utf8)).graded(options.scale, text)
            if case .status(.notAssigned) = score { return .status(.unknownBlank) }
            guard case .text = score else { return score }
            if let fraction = ScoreFraction(text) {
                return try TidyValues.take(
                    fraction, mark: options.decimal, isStated: options.decimal != nil, into: &event)
            }
            return TidyTruth.score(ofWord: text) ?? score
        case .array, .object, .null: return .text
        }
    }

    private mutating func readScore(
        _ fields: [TidyField: JSONValue], _ line: Int, into event: inout TidyEvent
    ) throws(TidyValues.Fault) {
        let score = try scoreCell(fields[.score], &event)
        let status = fields[.status].map { $0.identifier ?? TidyJSONReader.excerpt($0) } ?? ""
        let isNumber = if case .number = fields[.score] { true } else { false }
        var doubts = TidyValues.Doubts()
        try TidyValues.combine(
            score, status: status, mark: isNumber ? .point : options.decimal,
            isStated: isNumber || options.decimal != nil, maximum: event.maximum, into: &event, doubts: &doubts)
        if isTruth, event.status == .scored, !event.isShare {
            if event.points > 1, pointsLine == nil { pointsLine = line }
            event.isShare = true
        }
        if doubts.conflict {
            assembler.findings.add(
                .statusAgainstScore, line: line, header: TidyField.status.rawValue,
                "there is a score too; the status counts", remedy: "leave the score out")
        }
        if doubts.isForeignStatus {
            assembler.findings.add(
                .unknownStatus, .warning, line: line, header: TidyField.status.rawValue,
                excerpt: status, "no such status; the score counts",
                remedy: "nothing to do, unless the score is none")
        }
        if doubts.isHiddenLetter {
            assembler.findings.add(
                .letterWithoutScale, line: line, header: TidyField.score.rawValue,
                "a grade in words, and no scale to turn it into a number", remedy: "write it as a number")
        }
    }
}
