internal import Syncopate

/// Who meets when as text to pin to the wall: a block per session, then everybody's own time.
public struct ConveningTable {
    let report: ConveningReport
    /// Columns of the terminal, at least 60.
    let width: Int
    /// Whether headings may be set in bold.
    let isStyled: Bool

    public init(_ report: ConveningReport, width: Int, isStyled: Bool = false) {
        self.report = report
        self.width = max(width, 60)
        self.isStyled = isStyled
        let longest = report.learners.indices.map { TextWidth.of(report.label($0)) }.max() ?? 0
        nameWidth = min(max(longest, 12), self.width / 3)
    }

    private var advice: ConveningAdvice { report.advice }

    /// The whole text.
    public func write() -> [UInt8] {
        var text = report.summary.map { wrapped($0) }.joined()
        for (number, meeting) in advice.plan.meetings.enumerated() { text += "\n" + block(meeting, number) }
        text += freeSlots() + unseated() + ownTime()
        return Array(text.utf8)
    }

    // MARK: Sessions

    private func block(_ meeting: LiveMeeting, _ number: Int) -> String {
        let slot = advice.slots[meeting.slot]
        let seated = meeting.groups.reduce(0) { $0 + $1.members.count }
        var parts = report.starts[meeting.slot] == nil ? [ConveningWords.minutes(slot.minutes)] : []
        parts.append(slot.lead == .teacher ? "with\u{A0}the\u{A0}teacher" : "among\u{A0}classmates")
        parts.append("\(seated)\u{A0}of\u{A0}\(slot.capacity)\u{A0}\(slot.capacity == 1 ? "seat" : "seats")")
        let when =
            report.starts[meeting.slot].map { "\($0.words(minutes: slot.minutes)) · \(TextWidth.clean(slot.id))" }
            ?? report.when(meeting.slot)
        var text = heading("\(when) · \(parts.joined(separator: " · "))")
        for (place, group) in meeting.groups.enumerated() {
            let title = report.title(group.topic)
            text += bold(
                TextWidth.fit(slot.lead == .teacher ? title : "Group \(place + 1): \(title)", width).trimmedRight)
            text += "\n"
            let facts = ConveningWords.sentences(advice.facts[number][place])
            // Groups on one topic one after the other share what is said of it.
            let isSaid = place > 0 && advice.facts[number][place - 1] == advice.facts[number][place]
            if !facts.isEmpty, !isSaid { text += wrapped(facts, indent: 2) }
            for member in group.members { text += row(member, in: (number, place)) }
        }
        return text
    }

    private let nameWidth: Int

    private func row(_ learner: Int, in place: (meeting: Int, group: Int)) -> String {
        let seat = advice.learners[learner].seats.first { $0.meeting == place.meeting && $0.group == place.group }
        guard let seat else { return "" }
        return entry(report.label(learner), ConveningWords.brief(seat))
    }

    private func freeSlots() -> String {
        guard !advice.freeSlots.isEmpty else { return "" }
        let names = advice.freeSlots.map { slot in
            let id = TextWidth.clean(advice.slots[slot].id)
            return report.starts[slot].map { "\($0.words) (\(id))" } ?? id
        }
        return "\n" + wrapped("Nobody meets at: \(names.joined(separator: "; ")).")
    }

    /// Who has no seat, together by the reason.
    private func unseated() -> String {
        var order: [NoSeatReason] = []
        var members: [NoSeatReason: [Int]] = [:]
        for (place, learner) in advice.learners.enumerated() {
            guard let reason = learner.noSeat else { continue }
            if members[reason] == nil { order.append(reason) }
            members[reason, default: []].append(place)
        }
        guard !order.isEmpty else { return "" }
        var text = "\n" + heading("No seat, and why")
        for reason in order {
            let names = (members[reason] ?? []).map { report.label($0) }
            text += wrapped("\(reason.sentence): \(names.joined(separator: "; "))")
        }
        return text
    }

    // MARK: Own time

    private func ownTime() -> String {
        guard !advice.learners.isEmpty else { return "" }
        var sections: [String] = []
        for learner in report.learners where !sections.contains(learner.section) { sections.append(learner.section) }
        var text = ""
        for section in sections {
            let name = sections.count > 1 && !section.isEmpty ? " · \(TextWidth.clean(section))" : ""
            text += "\n" + heading("In own time, first things first" + name)
            for (place, learner) in advice.learners.enumerated() where report.learners[place].section == section {
                let tasks = learner.ownTime.isEmpty ? "nothing may be given now" : ConveningWords.tasks(learner.ownTime)
                let meets = learner.seats.map { seat in
                    "\(report.when(advice.plan.meetings[seat.meeting].slot)): "
                        + report.title(advice.plan.meetings[seat.meeting].groups[seat.group].topic)
                }
                if !meets.isEmpty { text += entry(report.label(place), "meets " + meets.joined(separator: "; ")) }
                text += entry(meets.isEmpty ? report.label(place) : "", tasks)
            }
        }
        return text
    }

    // MARK: Layout

    /// A name in a column of its own, and what belongs to it beside.
    private func entry(_ name: String, _ words: String) -> String {
        let indent = nameWidth + 4
        let lines = TextWidth.wrap(words, width - indent)
        let first = "  " + TextWidth.fit(name, nameWidth) + "  " + (lines.first ?? "")
        let rest = lines.dropFirst().map { String(repeating: " ", count: indent) + $0 }
        return ([first.trimmedRight] + rest).joined(separator: "\n") + "\n"
    }

    private func wrapped(_ text: String, indent: Int = 0) -> String {
        let blanks = String(repeating: " ", count: indent)
        return TextWidth.wrap(text, width - indent - 2).enumerated()
            .map { blanks + ($0.offset > 0 ? "  " : "") + $0.element + "\n" }.joined()
    }

    private func heading(_ text: String) -> String {
        let lines = TextWidth.wrap(text, width)
        let longest = lines.map { TextWidth.of($0) }.max() ?? 0
        return lines.map { bold($0) + "\n" }.joined() + String(repeating: "─", count: min(longest, width)) + "\n"
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
