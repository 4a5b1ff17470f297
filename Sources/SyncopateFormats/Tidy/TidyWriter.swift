public import Syncopate

/// Writes evidence in our own formats, so that ``EvidenceReader`` reads the same back.
///
/// A row has the skills of its event: the event's own set, else its item's. Read back, the first row's are the item's.
///
/// What does not come back: items and learners without an event, minutes, difficulty, due dates, an event's own set
/// that is empty (a blank means the item's), and in CSV a semicolon in a skill's name and blanks around names.
public enum TidyWriter {
    /// A CSV with a header and a row for each event.
    public static func csv(_ log: EvidenceLog) -> [UInt8] { write(log, .csv) }

    /// Columns of it that a spreadsheet may not change, as ``SpreadsheetForm`` guards them.
    public static let spreadsheetIDs: Set<String> = ["learner", "section", "item", "skills"]

    /// Columns of it that are text and may look like numbers.
    public static let spreadsheetTexts: Set<String> = ["learner_name", "title"]

    /// A JSON object a line for each event, names in the order of the CSV's columns, blank ones left out.
    public static func jsonLines(_ log: EvidenceLog) -> [UInt8] { write(log, .jsonLines) }

    private static func write(_ log: EvidenceLog, _ form: TidyForm) -> [UInt8] {
        let ids = repeatIDs(log)
        var writer = TidyRowWriter(form, hasOrder: !ids.isEmpty)
        let learners = log.learners.map { TidyText.learner($0, form) }
        let items = log.items.map { TidyText.item($0, form) }
        let itemSkills = log.items.map { TidyText.skills($0.skills, form) }
        let sets = log.skillSets.map { TidyText.skills($0, form) }
        for (number, event) in log.events.enumerated() {
            let item = Int(event.item)
            let score = score(event, log.items[item])
            var tidy = TidyEvent(
                learner: event.learner, item: event.item, row: event.row, status: event.status, line: 0)
            tidy.points = score.points ?? .nan
            tidy.maximum = score.maximum ?? .nan
            tidy.at = event.at
            tidy.attempt = event.attempt
            tidy.hints = event.hints
            tidy.seconds = event.seconds
            tidy.mode = event.mode
            writer.write(
                tidy, id: ids[number], learner: learners[Int(event.learner)], item: items[item],
                skills: event.skillSet >= 0 ? sets[Int(event.skillSet)] : itemSkills[item])
        }
        return writer.take()
    }

    /// Ids, by position, of events that would be taken for repeats: of the same learner, item, attempt and moment as one before.
    ///
    /// They are made of what they stand for, so that next week's output has the same.
    private static func repeatIDs(_ log: EvidenceLog) -> [Int: String] {
        struct Try: Hashable {
            var (learner, item, attempt): (Int32, Int32, Int32)
            /// Without a time, of nothing.
            var at: UInt64?
        }
        var seen: [Try: Int] = [:]
        var ids: [Int: String] = [:]
        for (number, event) in log.events.enumerated() where event.attempt > 0 || !event.at.isNaN {
            let key = Try(
                learner: event.learner, item: event.item, attempt: event.attempt,
                at: event.at.isNaN ? nil : event.at.bitPattern)
            let count = seen[key, default: 0] + 1
            seen[key] = count
            guard count > 1 else { continue }
            let parts = [log.learners[Int(event.learner)].id, log.items[Int(event.item)].id]
            let text = parts.map { "\($0.utf8.count):\($0)" }.joined() + "\(event.attempt) \(event.at) \(count)"
            ids[number] =
                "again-"
                + SHA256.digest(Array(text.utf8)).prefix(10).map { byte in
                    String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
                }.joined()
        }
        return ids
    }

    /// Powers of ten up to as many decimals as people write.
    private static let scales = [1, 10, 100, 1e3, 1e4, 1e5, 1e6]

    /// Points and maximum whose quotient is exactly the share: points with as few decimals as will do.
    private static func score(_ event: Event, _ item: Item) -> (points: Double?, maximum: Double?) {
        guard event.status == .scored else { return (nil, item.maximum) }
        guard let maximum = item.maximum, maximum > 0 else { return (event.score, event.score > 1 ? 1 : nil) }
        let points = event.score * maximum
        func isRight(_ candidate: Double) -> Bool { candidate / maximum == event.score }
        let short = scales.lazy.map { (points * $0).rounded() / $0 }.first(where: isRight)
        return (short ?? [points, points.nextUp, points.nextDown].first(where: isRight) ?? points, maximum)
    }
}
