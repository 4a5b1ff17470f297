public import Syncopate

/// Writes evidence in our own formats, so that ``EvidenceReader`` reads the same back.
///
/// A row has the skills of its event: the event's own set, else its item's. Read back, the first row's are the item's.
///
/// What does not come back: items and learners without an event, minutes, difficulty, due dates, an event's own set
/// that is empty (a blank means the item's), and in CSV a semicolon in a skill's name.
public enum TidyWriter {
    /// A CSV with a header and a row for each event.
    public static func csv(_ log: EvidenceLog) -> [UInt8] { write(log, .csv) }

    /// A JSON object a line for each event, names in the order of the CSV's columns, blank ones left out.
    public static func jsonLines(_ log: EvidenceLog) -> [UInt8] { write(log, .jsonLines) }

    private static func write(_ log: EvidenceLog, _ form: TidyForm) -> [UInt8] {
        var writer = TidyRowWriter(form, hasOrder: false)
        let learners = log.learners.map { TidyText.learner($0, form) }
        let items = log.items.map { TidyText.item($0, form) }
        let itemSkills = log.items.map { TidyText.skills($0.skills, form) }
        let sets = log.skillSets.map { TidyText.skills($0, form) }
        for event in log.events {
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
                tidy, id: nil, learner: learners[Int(event.learner)], item: items[item],
                skills: event.skillSet >= 0 ? sets[Int(event.skillSet)] : itemSkills[item])
        }
        return writer.take()
    }

    /// Points and maximum whose quotient is exactly the share.
    private static func score(_ event: Event, _ item: Item) -> (points: Double?, maximum: Double?) {
        guard event.status == .scored else { return (nil, item.maximum) }
        guard let maximum = item.maximum, maximum > 0 else { return (event.score, event.score > 1 ? 1 : nil) }
        let points = event.score * maximum
        let candidates = [points.rounded(), points, points.nextUp, points.nextDown]
        return (candidates.first { $0 / maximum == event.score } ?? points, maximum)
    }
}
