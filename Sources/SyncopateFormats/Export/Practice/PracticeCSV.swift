internal import Syncopate

/// Practice advice as CSV for a spreadsheet: one row per learner and item, best first; a learner who may be given nothing has
/// a row without an item.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it; lines end with CR LF (RFC 4180).
public enum PracticeCSV {
    static let header = [
        "learner", "name", "section", "rank", "action", "item", "title", "minutes", "success", "propensity", "score",
        "mode", "course_mode",
    ]
    /// What stands after the terms.
    static let trailer = [
        "why", "learner_mode", "why_learner_mode", "live_topic", "mastered", "open", "risk", "stuck", "withheld",
    ]

    /// Writes the whole answer.
    public static func write(_ report: PracticeReport) -> [UInt8] {
        let catalogue = report.catalogue
        let terms = Term.Name.practice.map { "term:" + $0.rawValue }
        let known = catalogue.skills.map { AdviceCSV.cell("known:" + $0.title) }
        var text = (header + terms + trailer + known).joined(separator: ",") + "\r\n"
        for (row, practice) in report.learners.enumerated() {
            let advice = report.advice[row]
            let learner = practice.learner
            let person = [learner.id, learner.name, learner.section].map(AdviceCSV.cell)
            let mode = report.modes.indices.contains(row) ? report.modes[row] : nil
            let isSeated = mode?.seat?.isSeated == true
            let standing =
                [
                    mode?.mode.rawValue ?? "",
                    AdviceCSV.cell(mode?.reasons.map(\.sentence).joined(separator: "; ") ?? ""),
                    AdviceCSV.cell(isSeated ? mode?.topic ?? "" : ""),
                    String(advice.mastered.count), String(advice.open.count), number(advice.risk),
                    AdviceCSV.cell(advice.stuck.map { $0.sentence(catalogue) }.joined(separator: "; ")),
                    AdviceCSV.cell(PracticeWords.withheld(advice.withheld)),
                ] + advice.known.map { number($0) }
            for (place, choice) in advice.choices.enumerated() {
                let item = catalogue.items[choice.item]
                let own = report.mode(of: choice, forLearnerAt: row)
                let cells = [
                    String(place + 1), choice.action.rawValue, AdviceCSV.cell(item.id), AdviceCSV.cell(item.title),
                    number(choice.minutes), number(choice.success), number(choice.propensity, 6),
                    number(choice.score, 6), own?.rawValue ?? "", own?.courseMode ?? "",
                ]
                let parts = Term.Name.practice.map { name in
                    number(choice.terms.first { $0.name == name }?.value ?? 0, 6)
                }
                let why = AdviceCSV.cell(PracticeWords.reasons(choice, catalogue))
                text += (person + cells + parts + [why] + standing).joined(separator: ",") + "\r\n"
            }
            if advice.choices.isEmpty {
                let blanks = [String](repeating: "", count: header.count - person.count + terms.count + 1)
                text += (person + blanks + standing).joined(separator: ",") + "\r\n"
            }
        }
        return Array(text.utf8)
    }

    private static func number(_ value: Double, _ places: Int = 4) -> String {
        guard value.isFinite else { return "" }
        let rounded = Rounding.decimals(value, places)
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
    }
}

extension Term.Name {
    /// The parts of an item's index in practice from a catalogue, in the order in which they are told.
    static let practice: [Term.Name] = [
        .mastering, .unlocking, .readiness, .keeping, .findingOut, .variety, .cost,
    ]
}
