public import Syncopate

/// Writes evidence in our own formats, so that ``EvidenceReader`` reads the same back.
///
/// A row has the skills of its event: the event's own set, else its item's. Read back, the first row's are the item's.
///
/// What does not come back: items and learners without an event, minutes, difficulty, due dates, an event's own set
/// that is empty (a blank means the item's), and in CSV a semicolon in a skill's name.
public enum TidyWriter {
    private static let header =
        "learner,learner_name,section,item,title,kind,skills,score,max,at,attempt,status,hints,seconds,mode"

    /// A CSV with a header and a row for each event.
    public static func csv(_ log: EvidenceLog) -> [UInt8] {
        var text = header + "\n"
        for event in log.events {
            let (learner, item) = (log.learners[Int(event.learner)], log.items[Int(event.item)])
            let score = score(event, item)
            var cells = [learner.id, learner.name, learner.section, item.id]
            cells.append(item.title == item.id ? "" : item.title)
            cells.append(item.kindIsStated ? item.kind.rawValue : "")
            cells.append(SkillList.text(skills(event, item, log)))
            cells.append(score.points.map { "\($0)" } ?? "")
            cells.append(score.maximum.map { "\($0)" } ?? "")
            cells.append(event.at.isNaN ? "" : "\(event.at)")
            cells.append(event.attempt > 0 ? "\(event.attempt)" : "")
            cells.append(event.status == .scored ? "" : event.status.word)
            cells.append(event.hints >= 0 ? "\(event.hints)" : "")
            cells.append(event.seconds < 0 ? "" : "\(event.seconds)")
            cells.append(event.mode?.rawValue ?? "")
            text += cells.map(quoted).joined(separator: ",") + "\n"
        }
        return Array(text.utf8)
    }

    /// A JSON object a line for each event, names in the order of the CSV's columns, blank ones left out.
    public static func jsonLines(_ log: EvidenceLog) -> [UInt8] {
        var text = ""
        for event in log.events {
            let (learner, item) = (log.learners[Int(event.learner)], log.items[Int(event.item)])
            let score = score(event, item)
            var members = ["\"learner\":" + json(learner.id)]
            if !learner.name.isEmpty { members.append("\"learner_name\":" + json(learner.name)) }
            if !learner.section.isEmpty { members.append("\"section\":" + json(learner.section)) }
            members.append("\"item\":" + json(item.id))
            if item.title != item.id { members.append("\"title\":" + json(item.title)) }
            if item.kindIsStated { members.append("\"kind\":\"\(item.kind.rawValue)\"") }
            let own = skills(event, item, log)
            if !own.isEmpty {
                let skills = own.map { "{\"skill\":\(json($0.skill)),\"weight\":\($0.weight)}" }
                members.append("\"skills\":[" + skills.joined(separator: ",") + "]")
            }
            if let points = score.points { members.append("\"score\":\(points)") }
            if let maximum = score.maximum { members.append("\"max\":\(maximum)") }
            if !event.at.isNaN { members.append("\"at\":\(event.at)") }
            if event.attempt > 0 { members.append("\"attempt\":\(event.attempt)") }
            if event.status != .scored { members.append("\"status\":\"\(event.status.word)\"") }
            if event.hints >= 0 { members.append("\"hints\":\(event.hints)") }
            if event.seconds >= 0 { members.append("\"seconds\":\(event.seconds)") }
            if let mode = event.mode { members.append("\"mode\":\"\(mode.rawValue)\"") }
            text += "{" + members.joined(separator: ",") + "}\n"
        }
        return Array(text.utf8)
    }

    /// What the event exercised.
    private static func skills(_ event: Event, _ item: Item, _ log: EvidenceLog) -> [SkillWeight] {
        event.skillSet >= 0 ? log.skillSets[Int(event.skillSet)] : item.skills
    }

    /// Points and maximum whose quotient is exactly the share.
    private static func score(_ event: Event, _ item: Item) -> (points: Double?, maximum: Double?) {
        guard event.status == .scored else { return (nil, item.maximum) }
        guard let maximum = item.maximum, maximum > 0 else { return (event.score, event.score > 1 ? 1 : nil) }
        let points = event.score * maximum
        let candidates = [points.rounded(), points, points.nextUp, points.nextDown]
        return (candidates.first { $0 / maximum == event.score } ?? points, maximum)
    }

    /// Quotes where something in the cell asks for it, and blanks at its edges, which would be dropped otherwise.
    private static func quoted(_ cell: String) -> String {
        let needs = cell.utf8.contains {
            $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
        }
        return needs
            ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : cell
    }

    private static func json(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{00}"..."\u{1F}":
                let code = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
