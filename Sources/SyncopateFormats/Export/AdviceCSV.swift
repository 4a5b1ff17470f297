public import Syncopate

/// Advice as CSV for a spreadsheet: one row per learner and recommendation, best first.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it; lines end with CR LF (RFC 4180).
public enum AdviceCSV {
    static let header = [
        "learner", "name", "section", "course", "rank", "action", "item", "title", "mode", "course_mode", "success",
        "success_sd",
        "gain", "minutes", "score", "live_topic", "live_seat", "p_among_best", "why", "learner_mode",
        "why_learner_mode",
    ]

    /// Writes the whole answer.
    public static func write(_ advice: ClassAdvice, gradebook: Gradebook) -> [UInt8] {
        write([(advice, gradebook)])
    }

    /// Writes the answers of several courses, each beside the gradebook it is about.
    public static func write(_ courses: [(advice: ClassAdvice, gradebook: Gradebook)]) -> [UInt8] {
        // Mastery per skill where there are skills; without a map each column would be one of its own.
        var skills: [String] = []
        for course in courses where course.advice.hasSkillMap {
            for skill in course.advice.skills where !skills.contains(skill.title) { skills.append(skill.title) }
        }
        var text = (header + skills.map { cell("mastery:" + $0) }).joined(separator: ",") + "\r\n"
        for course in courses { text += rows(course.advice, course.gradebook, skills: skills) }
        return Array(text.utf8)
    }

    private static func rows(_ advice: ClassAdvice, _ gradebook: Gradebook, skills: [String]) -> String {
        var text = ""
        let places = Dictionary(
            advice.skills.indices.map { (advice.skills[$0].title, $0) }, uniquingKeysWith: { first, _ in first })
        for learner in advice.learners {
            let person = gradebook.learners[learner.learner]
            for (rank, recommendation) in learner.recommendations.enumerated() {
                let item = recommendation.item.map { gradebook.items[$0] }
                let title = item?.title ?? recommendation.prescription.map(Self.words) ?? ""
                let seat = learner.mode.seat
                let cells = [
                    cell(person.id), cell(person.name), cell(person.section), cell(advice.course),
                    String(rank + 1),
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
                let masteries = skills.map { title in
                    guard advice.hasSkillMap, let place = places[title] else { return "" }
                    return number(learner.masteries[place].success)
                }
                text += (cells + masteries).joined(separator: ",") + "\r\n"
            }
        }
        return text
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
