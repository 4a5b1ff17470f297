internal import Syncopate

/// Plans as CSV for a spreadsheet: one row per learner, day and item; a learner without anything to practise has a row without
/// a day.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it; lines end with CR LF (RFC 4180).
public enum PlanCSV {
    static let header = [
        "learner", "name", "section", "date", "day", "order", "action", "item", "title", "times", "minutes", "success",
        "share_on_day", "share_by_day",
    ]

    /// Writes all plans.
    public static func write(_ report: PlanReport) -> [UInt8] {
        var text = header.joined(separator: ",") + "\r\n"
        for (practice, plan) in zip(report.learners, report.plans) {
            let learner = practice.learner
            let person = [learner.id, learner.name, learner.section].map(AdviceCSV.cell)
            var isEmpty = true
            for (number, day) in plan.days.enumerated() {
                for (order, entry) in day.entries.enumerated() {
                    isEmpty = false
                    let item = report.catalogue.items[entry.item]
                    let cells = [
                        report.date(day.start), String(number + 1), String(order + 1), entry.action.rawValue,
                        AdviceCSV.cell(item.id), AdviceCSV.cell(item.title), String(entry.times),
                        self.number(entry.minutes), self.number(entry.success), self.number(entry.shareOnDay),
                        self.number(entry.shareByDay),
                    ]
                    text += (person + cells).joined(separator: ",") + "\r\n"
                }
            }
            if isEmpty {
                let blanks = [String](repeating: "", count: header.count - person.count)
                text += (person + blanks).joined(separator: ",") + "\r\n"
            }
        }
        return Array(text.utf8)
    }

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        let rounded = Rounding.decimals(value, 4)
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
    }
}
