internal import JSONText

extension TidyAssembler {
    /// Notes a record that is no JSON object, and keeps it for the rejects; of lines of comments says once that there are some.
    mutating func refuse(_ record: JSONRecord, in text: [UInt8]) {
        guard !record.isComment else {
            if !hasNotedComments {
                findings.add(
                    .notAnAnswer, line: record.line, "lines that begin with # are comments, and are passed over",
                    remedy: "nothing to do")
            }
            hasNotedComments = true
            return
        }
        let fault = record.fault ?? JSONFault(offset: record.start, message: "this is no JSON object")
        let offset = min(max(fault.offset, record.range.lowerBound), text.count)
        var line = record.line
        var lineStart = record.range.lowerBound
        for place in record.range.lowerBound..<offset where text[place] == 0x0A || text[place] == 0x0D {
            if text[place] == 0x0A, place > record.range.lowerBound, text[place - 1] == 0x0D {
                lineStart = place + 1
                continue
            }
            line += 1
            lineStart = place + 1
        }
        while lineStart == record.range.lowerBound, lineStart > 0, text[lineStart - 1] != 0x0A,
            text[lineStart - 1] != 0x0D
        {
            lineStart -= 1
            if lineStart == 0 || text[lineStart - 1] == 0x0A || text[lineStart - 1] == 0x0D { break }
        }
        findings.add(
            .brokenJSON, .error, line: line, column: offset - lineStart + 1, fault.message,
            remedy: "correct it, or export again")
        guard !record.range.isEmpty else { return }
        findings.reject(line: record.line, rule: .brokenJSON, bytes: Array(text[record.range]))
    }

    /// Notes a record with a fault in one of its members, and keeps it for the rejects.
    ///
    /// - Parameter header: the member, as the record calls it.
    mutating func refuse(_ record: JSONRecord, _ fault: TidyValues.Fault, _ header: String, in text: [UInt8]) {
        findings.add(
            fault.rule, .error, line: record.line, header: header, excerpt: fault.found, fault.message,
            remedy: fault.remedy)
        findings.reject(line: record.line, rule: fault.rule, bytes: Array(text[record.range]))
    }
}

extension TidyAssembler {
    /// - Throws: `not-a-known-format` where nothing in the text can be an object.
    func checkObjects(_ text: [UInt8], _ name: String, example: String) throws(ReadError) {
        guard text.contains(UInt8(ascii: "{")) else {
            throw findings.refusal(
                .notAKnownFormat, line: 1, "these are not \(name)",
                remedy: "export them again; a record looks like \(example)")
        }
    }

    /// Seconds that an ISO 8601 duration stands for; -1 where there is none, with a warning where it cannot be read.
    mutating func duration(_ value: JSONView, line: Int, _ header: String) -> Float {
        guard let text = value.string else { return -1 }
        guard let seconds = ISODuration.seconds(text), seconds <= 1e9 else {
            findings.add(
                .badValue, .warning, line: line, header: header, excerpt: text,
                "this is no duration, so it is not read",
                remedy: "write it like PT1M30S")
            return -1
        }
        return Float(seconds)
    }

    /// Says how many records are no answers.
    mutating func noteOthers(_ count: Int, _ what: String) {
        guard count > 0 else { return }
        findings.add(
            .notAnAnswer, line: nil, "\(count) records \(what), and are no answers", remedy: "nothing to do")
    }

    /// Says how many records tell what others tell.
    mutating func noteSummed(_ count: Int) {
        guard count > 0 else { return }
        findings.add(
            .mergedRows, line: nil, "\(count) records sum up or repeat what others say, and are not counted again",
            remedy: "nothing to do")
    }

    /// Warns of a file without a single answer.
    mutating func noteNoAnswers() {
        guard log.learners.isEmpty else { return }
        findings.add(
            .noLearners, line: nil, "nothing in the file says how anybody did",
            remedy: "export the events of answers, with their results")
    }
}
