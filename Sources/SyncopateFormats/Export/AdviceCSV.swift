public import Syncopate

/// Advice as CSV for a spreadsheet: one row per learner and recommendation, best first.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it; lines end with CR LF (RFC 4180).
public enum AdviceCSV {
    static let header = [
        "learner", "name", "section", "rank", "action", "item", "title", "mode", "course_mode", "success", "success_sd",
        "gain", "minutes", "score", "live_topic", "live_seat", "p_among_best", "why", "learner_mode",
        "why_learner_mode",
    ]

    /// Writes the whole answer.
    public static func write(_ advice: ClassAdvice, gradebook: Gradebook) -> [UInt8] {
        // Mastery per skill where there are skills; without a map each column would be one of its own.
        let skills = advice.hasSkillMap ? advice.skills.map { cell("mastery:" + $0.title) } : []
        var text = (header + skills).joined(separator: ",") + "\r\n"
        for learner in advice.learners {
            let person = gradebook.learners[learner.learner]
            for (rank, recommendation) in learner.recommendations.enumerated() {
                let item = recommendation.item.map { gradebook.items[$0] }
                let title = item?.title ?? recommendation.prescription.map(Self.words) ?? ""
                let seat = learner.mode.seat
                let cells = [
                    cell(person.id), cell(person.name), cell(person.section), String(rank + 1),
                    recommendation.action.rawValue, cell(item?.id ?? ""), cell(title), recommendation.mode.rawValue,
                    recommendation.mode.courseMode, number(recommendation.success),
                    number(recommendation.successDeviation), number(recommendation.gain),
                    number(recommendation.minutes), number(recommendation.score),
                    cell(seat == nil ? "" : learner.mode.topic ?? ""),
                    seat.map { $0.isSeated ? "yes" : "no" } ?? "", number(seat?.amongBest),
                    cell(recommendation.reasons.map(\.sentence).joined(separator: "; ")),
                    learner.mode.mode.rawValue,
                    cell(learner.mode.reasons.map(\.sentence).joined(separator: "; ")),
                ]
                let masteries = advice.hasSkillMap ? learner.masteries.map { number($0.success) } : []
                text += (cells + masteries).joined(separator: ",") + "\r\n"
            }
        }
        return Array(text.utf8)
    }

    /// A prescription in a few words.
    static func words(_ prescription: Prescription) -> String {
        let task = "\(prescription.questions) questions: \(prescription.task)"
        return prescription.topic.isEmpty ? task : "\(prescription.topic): \(task)"
    }

    private static func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "" }
        let rounded = Rounding.decimals(value, 4)
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
    }

    /// Quoted where needed, and harmless in a spreadsheet.
    static func cell(_ text: String) -> String {
        var safe = text
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { safe = "'" + text }
        guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
