internal import Syncopate
internal import SyncopateFormats

/// Whether a log that is converted as it comes is the same evidence as the log read as a whole.
enum ConversionCheck {
    static let outcome: @Sendable (FuzzInput) -> FuzzOutcome = { input in
        let bytes = input.bytes
        let isLineEnd: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D }
        let head = SourceFile(
            name: "file", bytes: Array(bytes.prefix(bytes.firstIndex(where: isLineEnd).map { $0 + 1 } ?? bytes.count)))
        guard let format = TidyConverter.format(of: head, options: input.options)?.format else {
            return FuzzOutcome(isRefused: true)
        }
        var options = input.options
        options.format = format
        // A decimal mark is decided from the beginning alone where a log is converted, so it is stated here.
        if options.decimal == nil { options.decimal = head.bytes.contains(UInt8(ascii: ";")) ? .comma : .point }
        let whole: ImportedEvidence?
        do throws(ReadError) { whole = try EvidenceReader.read(input.file, options: options) } catch { whole = nil }
        for form in [TidyForm.csv, .jsonLines] {
            guard let (written, summary) = convert(bytes, head, format, options, form) else {
                if whole == nil { return FuzzOutcome(isRefused: true) }
                return FuzzOutcome(misreadings: ["a log is refused only when it is converted"])
            }
            guard whole?.log.events.isEmpty != true else { return FuzzOutcome() }
            guard let whole else { return FuzzOutcome(misreadings: ["a log is refused only when it is read whole"]) }
            var stated = ReadOptions(format: form == .csv ? .tidyCSV : .tidyJSONLines)
            stated.maximum = options.maximum
            let again: ImportedEvidence
            do throws(ReadError) {
                again = try EvidenceReader.read(SourceFile(name: "again", bytes: written), options: stated)
            } catch {
                return FuzzOutcome(misreadings: ["what was converted is refused: \(error)"])
            }
            var faults: [String] = []
            if !again.rejects.isEmpty {
                faults.append(
                    "rows that were converted are refused: \(again.findings.filter { $0.severity == .error })")
            }
            if summary.counts.rejectedRows != whole.rejects.count {
                faults.append("\(summary.counts.rejectedRows) rows are refused, and \(whole.rejects.count) read whole")
            }
            // A table has no NUL, and has its sign instead.
            let hasSkills = keepsSkills(whole.log, form)
            let hasNames = keepsNames(whole.log, form)
            if let difference = difference(
                evidence(again.log, hasSkills: hasSkills, hasNames: hasNames),
                evidence(whole.log, hasSkills: hasSkills, hasNames: hasNames).map {
                    form == .csv ? $0.replacing("\0", with: "\u{2400}") : $0
                })
            {
                faults.append("converted to \(form) it is other evidence: \(difference)")
            }
            if !faults.isEmpty { return FuzzOutcome(misreadings: faults) }
        }
        return FuzzOutcome(events: whole?.log.events.count ?? 0)
    }

    private static func convert(
        _ bytes: [UInt8], _ head: SourceFile, _ format: FileFormat, _ options: ReadOptions, _ form: TidyForm
    ) -> (written: [UInt8], summary: TidyConverter.Summary)? {
        var position = head.bytes.count
        var written: [UInt8] = []
        do throws(ReadError) {
            let summary = try TidyConverter.convert(head, format, options: options, to: form) {
                (room) throws(ReadError) in
                // Short parts, so that they end within cells, quotes and characters.
                let count = min(1 + position % 37, room.count, bytes.count - position)
                room.copyBytes(from: bytes[position..<(position + count)])
                position += count
                return count
            } write: { (bytes) throws(ReadError) in
                written += bytes
            } reject: { (_) throws(ReadError) in
            }
            return (written, summary)
        } catch {
            return nil
        }
    }

    /// The first event that is not the same; `nil` if all are.
    private static func difference(_ converted: [String], _ whole: [String]) -> String? {
        if let pair = zip(converted, whole).first(where: { $0 != $1 }) { return "\(pair.0), not \(pair.1)" }
        return converted.count == whole.count ? nil : "\(converted.count) events, not \(whole.count)"
    }

    /// Events by what they are, in their order; zero is zero, whatever its sign.
    private static func evidence(_ log: EvidenceLog, hasSkills: Bool, hasNames: Bool) -> [String] {
        log.events.map { event in
            let (learner, item) = (log.learners[Int(event.learner)], log.items[Int(event.item)])
            let skills = event.skillSet >= 0 ? log.skillSets[Int(event.skillSet)] : item.skills
            var parts = [learner.id, learner.section, item.id, item.kind.rawValue]
            if hasNames { parts += [learner.name, item.title] }
            parts += [event.status.word, "\(event.score + 0)", "\(event.at + 0)", "\(event.attempt)", "\(event.hints)"]
            parts += ["\(event.seconds)", event.mode?.rawValue ?? ""]
            parts += (hasSkills ? skills : []).map { "\($0.skill):\($0.weight)" }
            return parts.joined(separator: "|")
        }
    }

    /// Whether the names of all skills come back: in a CSV one with a semicolon or blanks around it does not, as is documented.
    private static func keepsSkills(_ log: EvidenceLog, _ form: TidyForm) -> Bool {
        let skills = (log.items.flatMap(\.skills) + log.skillSets.flatMap { $0 }).map(\.skill)
        return form != .csv || !skills.contains { $0.contains(";") || hasBlankEdge($0) }
    }

    /// Whether all names and titles come back: in a CSV blanks around one do not.
    private static func keepsNames(_ log: EvidenceLog, _ form: TidyForm) -> Bool {
        form != .csv || !(log.learners.map(\.name) + log.items.map(\.title)).contains(where: hasBlankEdge)
    }

    /// Whether a text begins or ends with what cannot be seen.
    private static func hasBlankEdge(_ text: String) -> Bool {
        [text.unicodeScalars.first, text.unicodeScalars.last].contains { scalar in
            guard let scalar else { return false }
            return scalar.properties.isWhitespace || [.control, .format].contains(scalar.properties.generalCategory)
        }
    }
}
