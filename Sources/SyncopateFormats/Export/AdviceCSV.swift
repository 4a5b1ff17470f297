public import Syncopate

/// Advice as CSV for a spreadsheet: one row per learner and recommendation, best first, and one per live seat; it is also the
/// plan that the next advice starts from.
///
/// The columns `happened`, `correction` and `note` are blank, for the teacher to fill in. Below the advice stand rows that
/// are kept for the next plan (``PlanRows``), told by the last of the plain columns, `type`.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it; lines end with CR LF (RFC 4180).
public enum AdviceCSV {
    static let header = [
        "learner", "name", "section", "course", "rank", "action", "item", "title", "mode", "course_mode", "happened",
        "correction",
        "note", "success", "success_sd", "gain", "minutes", "score", "live_topic", "live_seat", "p_among_best", "why",
        "learner_mode", "why_learner_mode", "topic", "topic_success", "topic_sd", "had", "column_mean", "scores",
        "independence", "independence_sd", "peer_reach", "people", "gained", "gained_sd", "waits", "at", "plan", "type",
    ]
    /// Beginnings of the headers of mastery per topic and its standard deviation.
    static let masteryPrefix = "mastery:"
    static let masteryDeviationPrefix = "mastery_sd:"
    static let topicPrefixes = [masteryPrefix, masteryDeviationPrefix]

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
        let extra = topicPrefixes.flatMap { prefix in skills.map { cell(prefix + $0) } }
        var text = (header + extra).joined(separator: ",") + "\r\n"
        for course in courses { text += rows(course.advice, course.gradebook, skills: skills) }
        return Array(text.utf8)
    }

    /// The rows of a course: those of its learners, and what is kept for the next plan.
    private static func rows(_ advice: ClassAdvice, _ gradebook: Gradebook, skills: [String]) -> String {
        var text = ""
        let places = Dictionary(
            advice.skills.indices.map { (advice.skills[$0].title, $0) }, uniquingKeysWith: { first, _ in first })
        let plan = PlanRows(advice.plan ?? AdvicePlan(), gradebook: gradebook)
        func add(_ row: [String: String], _ masteries: [String]) {
            var row = row
            row["course"] = cell(advice.course)
            text += (header.map { row[$0] ?? "" } + masteries).joined(separator: ",") + "\r\n"
        }
        for learner in advice.learners {
            let known = skills.map { title in
                advice.hasSkillMap ? places[title].map { learner.masteries[$0] } : nil
            }
            let masteries = known.map { number($0?.success) } + known.map { number($0?.deviation) }
            for row in rows(of: learner, plan, advice, gradebook) { add(row, masteries) }
        }
        let blanks = [String](repeating: "", count: 2 * skills.count)
        for row in plan.kept() { add(row, blanks) }
        return text
    }

    /// The rows of a learner: what to do, and a live seat.
    private static func rows(
        of learner: LearnerAdvice, _ plan: PlanRows, _ advice: ClassAdvice, _ gradebook: Gradebook
    ) -> [[String: String]] {
        let person = gradebook.learners[learner.learner]
        var rows: [[String: String]] = []
        for (rank, recommendation) in learner.recommendations.enumerated() {
            let item = recommendation.item.map { gradebook.items[$0] }
            let title = item?.title ?? recommendation.prescription.map(Self.words) ?? ""
            let seat = learner.mode.seat
            var row = plan.row(of: person, rank: rank + 1)
            row["rank"] = String(rank + 1)
            row["action"] = recommendation.action.rawValue
            row["item"] = cell(item?.id ?? "")
            row["title"] = cell(title)
            row["mode"] = recommendation.mode.rawValue
            row["course_mode"] = recommendation.mode.courseMode
            row["success"] = number(recommendation.success)
            row["success_sd"] = number(recommendation.successDeviation)
            row["gain"] = number(recommendation.gain)
            row["minutes"] = plain(recommendation.minutes)
            row["score"] = number(recommendation.score)
            row["live_topic"] = cell(seat == nil ? "" : learner.mode.topic ?? "")
            row["live_seat"] = seat.map { $0.isSeated ? "yes" : "no" } ?? ""
            row["p_among_best"] = number(seat?.amongBest)
            row["why"] = cell(recommendation.reasons.map(\.sentence).joined(separator: "; "))
            row["learner_mode"] = learner.mode.mode.rawValue
            row["why_learner_mode"] = cell(learner.mode.reasons.map(\.sentence).joined(separator: "; "))
            row["type"] = PlanRowType.advice.rawValue
            rows.append(row)
        }
        guard let seat = learner.mode.seat, seat.isSeated else { return rows }
        var row = plan.row(of: person, rank: 0)
        row["action"] = "meet"
        row["title"] = cell(learner.mode.topic ?? "")
        row["mode"] = Mode.liveTeacher.rawValue
        row["course_mode"] = Mode.liveTeacher.courseMode
        row["gain"] = number(learner.mode.options.first { $0.mode == .liveTeacher }?.gain)
        row["live_topic"] = cell(learner.mode.topic ?? "")
        row["live_seat"] = "yes"
        row["p_among_best"] = number(seat.amongBest)
        row["why"] = cell(learner.mode.reasons.first?.sentence ?? "")
        row["learner_mode"] = learner.mode.mode.rawValue
        row["type"] = PlanRowType.seat.rawValue
        return rows + [row]
    }

    /// A prescription in a few words.
    static func words(_ prescription: Prescription) -> String {
        let task = "\(prescription.questions) questions: \(prescription.task)"
        return prescription.topic.isEmpty ? task : "\(prescription.topic): \(task)"
    }

    static func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "" }
        let rounded = Rounding.decimals(value, 4)
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
    }

    /// A number that reads the same with a decimal comma: three decimals after a whole part could be thousands.
    static func plain(_ value: Double?) -> String {
        guard let value else { return "" }
        return number(Rounding.decimals(value, abs(value) < 1 ? 4 : 2))
    }

    /// What a spreadsheet takes for the beginning of a formula.
    private static let formulaStarts = "=+-@\t\r".unicodeScalars

    /// Whether a text begins as a formula does.
    private static func isFormula(_ text: Substring.UnicodeScalarView) -> Bool {
        text.first.map { formulaStarts.contains($0) } ?? false
    }

    /// A cell's text without the apostrophe.
    static func uncovered(_ text: String) -> String {
        guard text.unicodeScalars.first == "'", isFormula(text.unicodeScalars.drop { $0 == "'" }) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    /// Quoted where needed, and harmless in a spreadsheet. What has apostrophes there already gets one too, so that one can
    /// be taken off.
    static func cell(_ text: String) -> String {
        let safe = isFormula(text.unicodeScalars.drop { $0 == "'" }) ? "'" + text : text
        guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
        return QuotedText.quoted(safe)
    }
}
