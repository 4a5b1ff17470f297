internal import Syncopate

/// Who meets when as CSV for a spreadsheet: one row per learner and session; whoever meets nobody has one row without a slot.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it; lines end with CR LF (RFC 4180). The last
/// column is blank, for the teacher to say whether it happened.
public enum ConveningCSV {
    static let header = [
        "learner", "name", "section", "slot", "start", "minutes", "lead", "group", "topic", "title", "role", "known",
        "uplift", "why", "no_seat_code", "no_seat", "own_time", "own_minutes", "happened",
    ]

    /// Writes everybody.
    public static func write(_ report: ConveningReport) -> [UInt8] {
        var text = header.joined(separator: ",") + "\r\n"
        let advice = report.advice
        for (place, learner) in advice.learners.enumerated() {
            let person = report.learners[place]
            let who = [person.id, person.name, person.section].map(AdviceCSV.cell)
            let minutes = learner.ownTime.reduce(0) { $0 + $1.minutes }
            let own = [AdviceCSV.cell(ConveningWords.tasks(learner.ownTime)), number(minutes), ""]
            for seat in learner.seats {
                let meeting = advice.plan.meetings[seat.meeting]
                let slot = advice.slots[meeting.slot]
                let topic = advice.topics[meeting.groups[seat.group].topic]
                let cells = [
                    AdviceCSV.cell(slot.id), report.starts[meeting.slot]?.text ?? "", number(slot.minutes),
                    slot.lead.code, String(seat.group + 1), AdviceCSV.cell(topic.id), AdviceCSV.cell(topic.title),
                    seat.role.code, number(seat.known), seat.uplift.map(number) ?? "",
                    AdviceCSV.cell(ConveningWords.sentences(seat.reasons)), "", "",
                ]
                text += (who + cells + own).joined(separator: ",") + "\r\n"
            }
            if learner.seats.isEmpty {
                let blanks = [String](repeating: "", count: header.count - who.count - own.count - 2)
                let why = AdviceCSV.cell(learner.noSeat?.sentence ?? "")
                text += (who + blanks + [learner.noSeat?.code ?? "", why] + own).joined(separator: ",") + "\r\n"
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
